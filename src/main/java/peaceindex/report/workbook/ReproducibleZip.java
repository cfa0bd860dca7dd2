package peaceindex.report.workbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Copies a zip so that the same parts make the same file, whenever and wherever. */
final class ReproducibleZip {
  /** Local, because the entry of a zip knows no time zone. */
  private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private ReproducibleZip() {}

  /** By name, which also puts {@code [Content_Types].xml} first, where readers look for it. */
  static void copy(Path from, Path to) throws IOException {
    try (ZipFile in = new ZipFile(from.toFile());
        ZipOutputStream out =
            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
      List<? extends ZipEntry> parts =
          in.stream().sorted(Comparator.comparing(ZipEntry::getName)).toList();
      for (ZipEntry part : parts) {
        ZipEntry copy = new ZipEntry(part.getName());
        copy.setTimeLocal(TIME);
        out.putNextEntry(copy);
        try (InputStream bytes = in.getInputStream(part)) {
          bytes.transferTo(out);
        }
        out.closeEntry();
      }
    }
  }
}
