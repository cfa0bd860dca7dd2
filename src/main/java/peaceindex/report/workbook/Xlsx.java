package peaceindex.report.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.problem.Lang;
import peaceindex.report.workbook.ooxml.WorkbookWriter;

/** Writes xlsx files: the one place that says how all workbooks of this program begin. */
public final class Xlsx {

  /** What stands in the workbook. */
  public interface Content {
    void fill(WorkbookWriter workbook, Styles styles);
  }

  /** The name under which the program writes, also comments. */
  static final String CREATOR = "peace-index";

  /** The date of a workbook without periods; any would do, if it is always the same. */
  private static final LocalDate NO_DAY = LocalDate.of(2000, 1, 1);

  private Xlsx() {}

  /**
   * Writes a workbook. The same for the same period and content, whatever the day.
   *
   * @param period of which it bears the date
   * @param lang for whose readers the fonts are
   */
  public static void write(Path file, Period period, Lang lang, Content content)
      throws IOException {
    LocalDate day = period.frequency() == Frequency.NONE ? NO_DAY : period.firstDay();
    try (WorkbookWriter workbook = new WorkbookWriter(file, CREATOR, day, Styles.plain(lang))) {
      content.fill(workbook, new Styles(workbook, lang));
      workbook.finish();
    } catch (UncheckedIOException e) {
      // A full disk is to be seen as it is.
      throw e.getCause();
    }
  }
}
