package peaceindex.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Any zip file, by a library that knows them all. */
final class GeneralContainer extends Container {
  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> parts = new HashMap<>();

  private GeneralContainer(ZipFile zip) {
    this.zip = zip;
    int count = 0;
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      if (++count > Guard.MAX_ENTRIES) {
        throw Refused.tooLarge("bound.entries", count, Guard.MAX_ENTRIES);
      }
      checkPath(new String(entry.getRawName(), StandardCharsets.UTF_8));
      if (parts.put(key(entry.getName()), entry) != null) {
        throw Refused.unsafe("unsafe.duplicate");
      }
      if (entry.getSize() > Guard.MAX_PART) {
        throw Refused.tooLarge("bound.megabytes", entry.getSize() >> 20, Guard.MAX_PART >> 20);
      }
    }
  }

  static GeneralContainer open(Path file) throws IOException {
    return open(ZipFile.builder().setPath(file));
  }

  static GeneralContainer of(byte[] bytes) throws IOException {
    return open(ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)));
  }

  private static GeneralContainer open(ZipFile.Builder builder) throws IOException {
    ZipFile zip;
    try {
      zip = builder.setCharset(StandardCharsets.UTF_8).setIgnoreLocalFileHeader(true).get();
    } catch (ZipException e) {
      // Without its directory, which stands at the end.
      throw Refused.damaged("damage.truncated");
    }
    try {
      return new GeneralContainer(zip);
    } catch (RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static void checkPath(String name) {
    boolean absolute = name.startsWith("/") || (name.length() > 1 && name.charAt(1) == ':');
    if (absolute || name.indexOf('\\') >= 0 || List.of(name.split("/")).contains("..")) {
      throw Refused.unsafe("unsafe.path");
    }
  }

  @Override
  boolean has(String part) {
    return parts.containsKey(key(part));
  }

  @Override
  Xml xml(String part) throws IOException, XMLStreamException {
    ZipArchiveEntry entry = parts.get(key(part));
    if (entry == null) {
      throw Refused.damaged("damage.part");
    }
    return GeneralXml.of(Guard.unpacking(zip.getInputStream(entry), entry.getCompressedSize()));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
