package peaceindex.report.template;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import peaceindex.panel.Period;
import peaceindex.problem.Lang;
import peaceindex.report.workbook.Cell;
import peaceindex.report.workbook.Column;
import peaceindex.report.workbook.Layout;
import peaceindex.report.workbook.Look;
import peaceindex.report.workbook.Paper;
import peaceindex.report.workbook.PaperSheet;
import peaceindex.report.workbook.Styles;
import peaceindex.report.workbook.Table;
import peaceindex.report.workbook.Words;
import peaceindex.report.workbook.Xlsx;
import peaceindex.report.workbook.ooxml.Area;
import peaceindex.report.workbook.ooxml.SheetWriter;
import peaceindex.report.workbook.ooxml.Validation;
import peaceindex.report.workbook.ooxml.WorkbookWriter;
import peaceindex.returns.ReturnsLayout.ReceiptsLayout;

/**
 * The register of receipts, empty. Its columns are those that are read, and no others: a column for
 * remarks would be one for names.
 */
public final class Register implements Xlsx.Content {
  /** Lines with borders; one may write on below. */
  private static final int LINES = 30;

  /** Lines whose dates are minded, those below the borders too. */
  private static final int MINDED = 5000;

  /** Days that can be meant. */
  static final Validation.Rule DAYS = new Validation.Day("DATE(2000,1,1)", "DATE(2099,12,31)");

  private static final int RECEIVED_COLUMN = 3;
  private static final int KIND_COLUMN = 4;

  private final ReceiptsLayout layout;
  private final Lang lang;
  private final Words words;

  private Register(ReceiptsLayout layout, Lang lang) {
    this.layout = layout;
    this.lang = lang;
    this.words = new Words(lang);
  }

  /** Writes the file. */
  public static void write(ReceiptsLayout layout, Lang lang, Path file) throws IOException {
    Xlsx.write(file, Period.ALL, lang, new Register(layout, lang));
  }

  @Override
  public void fill(WorkbookWriter workbook, Styles styles) {
    List<Column<Integer>> columns =
        List.of(
            column(layout.unit(), 14, Cell.Entry.TEXT),
            column(layout.fileName(), 30, Cell.Entry.TEXT),
            column(layout.period(), 12, Cell.Entry.TEXT),
            column(layout.received(), 14, Cell.Entry.DATE),
            column(layout.kind(), 10, Cell.Entry.TEXT));
    Table<Integer> table =
        new Table<>(columns, IntStream.range(0, LINES).boxed().toList(), List.of(), 0, false);
    String title = words.say("template.register");
    PaperSheet sheet =
        new PaperSheet(
            workbook,
            words.say("template.register.tab"),
            styles,
            Layout.of(table, PaperSheet.titleWidth(title), Paper.UPRIGHT),
            words.say("footer"));
    sheet.title(title);
    sheet.head(1, 0);
    int first = sheet.next();
    for (Integer line : table.rows()) {
      sheet.body(columns.stream().map(column -> column.cell().apply(line)).toList());
    }
    mind(sheet.sheet(), DAYS, first, RECEIVED_COLUMN, "template.register.date");
    mind(
        sheet.sheet(),
        new Validation.Choice(
            List.of(
                words.say("template.register.first"), Survey.suited(layout.correction(), lang))),
        first,
        KIND_COLUMN,
        "template.rule.choice");
    sheet.close();
  }

  private Column<Integer> column(List<String> labels, double width, String pattern) {
    Function<Integer, Cell> cell = line -> new Cell.Entry(width, pattern, Look.ENTRY_CENTRED);
    return Column.of(Survey.suited(labels, lang), cell);
  }

  private void mind(
      SheetWriter sheet, Validation.Rule rule, int first, int column, String message) {
    sheet.validate(
        List.of(Area.column(first, first + MINDED, column)),
        new Validation(rule, words.say("template.error"), words.say(message)));
  }
}
