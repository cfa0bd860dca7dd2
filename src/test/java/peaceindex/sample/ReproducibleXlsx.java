package peaceindex.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes a workbook so that the same content is the same file, whenever and wherever. */
final class ReproducibleXlsx {

  private static final String CREATOR = "peace-index sample";
  private static final Date WRITTEN = Date.from(Instant.parse("2026-01-10T00:00:00Z"));

  /** Local, because the entry of a zip knows no time zone. */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2026, 1, 10, 0, 0);

  private ReproducibleXlsx() {}

  static void write(XSSFWorkbook workbook, Path file) throws IOException {
    stamp(workbook.getProperties());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    workbook.write(bytes);
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      zip(parts(bytes.toByteArray()), out);
    }
  }

  /** The parts of a workbook by name, in the order of their names. */
  static Map<String, byte[]> parts(byte[] xlsx) throws IOException {
    Map<String, byte[]> parts = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(xlsx))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), in.readAllBytes());
      }
    }
    return parts;
  }

  private static void stamp(POIXMLProperties properties) {
    POIXMLProperties.CoreProperties core = properties.getCoreProperties();
    core.setCreator(CREATOR);
    core.setLastModifiedByUser(CREATOR);
    core.setCreated(Optional.of(WRITTEN));
    core.setModified(Optional.of(WRITTEN));
    properties.getExtendedProperties().setApplication(CREATOR);
  }

  /** By name, which also puts {@code [Content_Types].xml} first, where readers look for it. */
  private static void zip(Map<String, byte[]> parts, OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
  }
}
