package peaceindex.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.LittleEndian;

/**
 * The container of old Office files, by POI: workbooks of Excel 97 to 2003, and newer ones that are
 * encrypted.
 */
final class Ole2 {
  /** Two numbers of the version and flags; in newer files XML follows. */
  private static final int ENCRYPTION_VERSION_BYTES = 8;

  /** What was read, and as what. */
  record Content(Format format, Workbook workbook) {}

  private Ole2() {}

  /** Reads the workbook in a container, or says what else the container holds. */
  static Content read(Path file, String shown)
      throws IOException, XMLStreamException, GeneralSecurityException {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      DirectoryNode root = container.getRoot();
      if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
        try (Container decrypted = GeneralContainer.of(decrypt(container))) {
          return new Content(Format.XLSX, XlsxReader.read(decrypted, shown));
        }
      }
      // Old Excel calls its stream "Book", and so do some that write the newer format.
      for (String name : List.of("Workbook", "Book")) {
        if (root.hasEntryCaseInsensitive(name)) {
          try (InputStream in =
              root.createDocumentInputStream(root.getEntryCaseInsensitive(name))) {
            return new Content(Format.XLS, XlsReader.read(in, shown));
          }
        }
      }
      if (root.hasEntryCaseInsensitive("WordDocument")) {
        throw Refused.noSpreadsheet("content.document");
      }
      throw root.hasEntryCaseInsensitive("PowerPoint Document")
          ? Refused.noSpreadsheet("content.slides")
          : Refused.unreadFormat("content.office");
    }
  }

  /** A workbook under the password that Excel itself tries first, and so opens without asking. */
  private static byte[] decrypt(POIFSFileSystem container)
      throws IOException, GeneralSecurityException, XMLStreamException {
    checkEncryptionInfo(container);
    Decryptor decryptor = Decryptor.getInstance(new EncryptionInfo(container));
    if (!decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
      throw Refused.encrypted();
    }
    try (InputStream in = decryptor.getDataStream(container)) {
      byte[] bytes = in.readNBytes((int) Guard.MAX_FILE + 1);
      if (bytes.length > Guard.MAX_FILE) {
        throw Refused.tooLarge("bound.megabytes", bytes.length >> 20, Guard.MAX_FILE >> 20);
      }
      return bytes;
    }
  }

  /** POI's parser of this XML writes to the console when it is damaged, so ours goes first. */
  private static void checkEncryptionInfo(POIFSFileSystem container)
      throws IOException, XMLStreamException {
    try (InputStream in =
        container.createDocumentInputStream(EncryptionInfo.ENCRYPTION_INFO_ENTRY)) {
      byte[] version = in.readNBytes(ENCRYPTION_VERSION_BYTES);
      if (version.length == ENCRYPTION_VERSION_BYTES
          && LittleEndian.getUShort(version, 0) == EncryptionMode.agile.versionMajor
          && LittleEndian.getUShort(version, 2) == EncryptionMode.agile.versionMinor) {
        Xml xml = GeneralXml.of(in);
        while (xml.next()) {
          // Only whether it can be read to its end is asked.
        }
      }
    }
  }
}
