package peaceindex.report.workbook;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.problem.Lang;

/**
 * Writes an xlsx file row by row, so that a county of 40,000 units needs little memory, and so that
 * the same content makes the same bytes. What has to be put down meanwhile lies in a folder beside
 * the file and is gone at the end.
 */
public final class Xlsx {

  /** What stands in the workbook. */
  public interface Content {
    void fill(SXSSFWorkbook workbook, Styles styles);
  }

  /** The name under which the program writes, also comments. */
  static final String CREATOR = "peace-index";

  private static final int ROWS_IN_MEMORY = 200;

  /** The date of a workbook without periods; any would do, if it is always the same. */
  private static final LocalDate NO_DAY = LocalDate.of(2000, 1, 1);

  private Xlsx() {}

  /**
   * Writes a workbook to be read.
   *
   * @param period of which it bears the date
   * @param lang for whose readers the fonts are
   */
  public static void write(Path file, Period period, Lang lang, Content content)
      throws IOException {
    write(file, period, lang, false, content);
  }

  /**
   * Writes a workbook to be filled in. Its texts lie apart from its cells, as Excel has them too:
   * there are programs that cannot change a text that lies in the cell.
   */
  public static void writeForm(Path file, Period period, Lang lang, Content content)
      throws IOException {
    write(file, period, lang, true, content);
  }

  private static void write(
      Path file, Period period, Lang lang, boolean textsApart, Content content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path scratch = Files.createTempDirectory(folder, ".book");
    try {
      Path raw = scratch.resolve("raw.xlsx");
      TempFile.withStrategy(
          new Scratch(scratch),
          () -> {
            writeRaw(raw, period, lang, textsApart, content);
            return raw;
          });
      ReproducibleZip.copy(raw, file);
    } catch (RuntimeException e) {
      throw faultOfTheMachine(e);
    } finally {
      delete(scratch);
    }
  }

  /**
   * The library wraps a full disk into exceptions of its own; the caller has to see it as it is.
   */
  private static IOException faultOfTheMachine(RuntimeException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException fault) {
        return fault;
      }
    }
    throw e;
  }

  private static void writeRaw(
      Path raw, Period period, Lang lang, boolean textsApart, Content content) {
    try (XSSFWorkbook template = new XSSFWorkbook();
        SXSSFWorkbook workbook = new SXSSFWorkbook(template, ROWS_IN_MEMORY, false, textsApart);
        OutputStream out = Files.newOutputStream(raw)) {
      stamp(template.getProperties(), period);
      content.fill(workbook, new Styles(template, lang));
      if (textsApart) {
        putDown(workbook);
      }
      workbook.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts down the rows of one sheet after the other: texts are numbered as rows are put down, and
   * left to itself, the library takes any sheet first. It knows how far a sheet reaches only by
   * rows that are not put down yet; better not to say than to say it wrongly.
   */
  private static void putDown(SXSSFWorkbook workbook) throws IOException {
    workbook.setShouldCalculateSheetDimensions(false);
    for (Sheet sheet : workbook) {
      ((SXSSFSheet) sheet).flushRows();
    }
    for (Sheet sheet : workbook.getXSSFWorkbook()) {
      ((XSSFSheet) sheet).getCTWorksheet().unsetDimension();
    }
  }

  /** The same for the same period, whatever the day and the version of the library. */
  private static void stamp(POIXMLProperties properties, Period period) {
    Date written = Date.from(firstDay(period).atStartOfDay(ZoneOffset.UTC).toInstant());
    POIXMLProperties.CoreProperties core = properties.getCoreProperties();
    core.setCreator(CREATOR);
    core.setLastModifiedByUser(CREATOR);
    core.setCreated(Optional.of(written));
    core.setModified(Optional.of(written));
    var extended = properties.getExtendedProperties().getUnderlyingProperties();
    extended.setApplication(CREATOR);
    if (extended.isSetAppVersion()) {
      extended.unsetAppVersion();
    }
  }

  private static LocalDate firstDay(Period period) {
    return period.frequency() == Frequency.NONE ? NO_DAY : period.firstDay();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** Keeps the library's temporary files where the output goes: there is room, or nowhere. */
  private record Scratch(Path folder) implements TempFileCreationStrategy {

    @Override
    public File createTempFile(String prefix, String suffix) throws IOException {
      return Files.createTempFile(folder, prefix, suffix).toFile();
    }

    @Override
    public File createTempDirectory(String prefix) throws IOException {
      return Files.createTempDirectory(folder, prefix).toFile();
    }
  }
}
