package peaceindex.report.slip;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import peaceindex.problem.Messages;
import peaceindex.problem.Text;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;
import peaceindex.report.RulesNotes;
import peaceindex.report.workbook.Cell;
import peaceindex.report.workbook.Layout;
import peaceindex.report.workbook.Line;
import peaceindex.report.workbook.Look;
import peaceindex.report.workbook.Marks;
import peaceindex.report.workbook.Paper;
import peaceindex.report.workbook.PaperSheet;
import peaceindex.report.workbook.RulesLines;
import peaceindex.report.workbook.SafeText;
import peaceindex.report.workbook.Styles;
import peaceindex.report.workbook.Table;
import peaceindex.report.workbook.ooxml.WorkbookWriter;

/**
 * One sheet about one unit: where it stands, what every part of the index cost it, its points, its
 * course, where its figures stand in its own return, and what is wrong with them.
 */
final class Slip {
  /** The unit's name below the title. */
  private static final Look UNIT = new Look(Look.Part.CAPTION, Look.Side.CENTRE, true, "", false);

  private final Subject subject;
  private final Findings findings;
  private final Standing standing;
  private final Grid grid;

  private Slip(Subject subject, Grid grid) {
    this.subject = subject;
    this.findings = subject.findings();
    this.standing = subject.standing();
    this.grid = grid;
  }

  /**
   * Adds the sheet to a workbook.
   *
   * @param tab its name
   */
  static void write(Subject subject, WorkbookWriter workbook, Styles styles, String tab) {
    Findings findings = subject.findings();
    String title =
        SafeText.of(
            subject.say(
                "title", "area", findings.index().area(), "index", findings.index().name()));
    Table<Integer> scores = new ScoresBlock(subject).table();
    Layout layout = Layout.of(scores, PaperSheet.titleWidth(title), Paper.UPRIGHT);
    PaperSheet sheet = new PaperSheet(workbook, tab, styles, layout, subject.words().say("footer"));
    Slip slip = new Slip(subject, new Grid(sheet, scores.columns().size()));
    slip.head(sheet, title);
    new SummaryBlock(subject).write(slip.grid);
    slip.scores(sheet, scores);
    new PointsBlock(subject).write(slip.grid);
    new TrendBlock(subject).write(slip.grid, sheet.sheet());
    new SourcesBlock(subject).write(slip.grid);
    new ProblemsBlock(subject).write(slip.grid);
    slip.grid.gap();
    slip.grid.note(subject.say("note.own"));
    sheet.close();
  }

  private void head(PaperSheet sheet, String title) {
    sheet.title(title);
    String period = subject.words().in(findings.period());
    String unit = subject.in(subject.who().name());
    String who =
        subject.say(period.isEmpty() ? "unit" : "unitPeriod", "unit", unit, "period", period);
    sheet.line(Line.of(Cell.centred(who).with(UNIT)));
    Text office = findings.page().organisation();
    String by = subject.in(office).isEmpty() ? "" : subject.words().say("office", "name", office);
    String date = findings.date().map(day -> subject.words().say("date", "date", day)).orElse("");
    if (!by.isEmpty() || !date.isEmpty()) {
      sheet.byline(Cell.word(by).with(Look.BYLINE_LEFT), Cell.word(date).with(Look.BYLINE_RIGHT));
    }
  }

  private void scores(PaperSheet sheet, Table<Integer> table) {
    grid.caption(subject.say("caption.scores"));
    grid.head(
        Collections.nCopies(table.columns().size(), 1),
        table.columns().stream().map(column -> column.heading(0).text()).toList());
    for (int node : table.rows()) {
      List<Cell> cells = new ArrayList<>();
      table.columns().forEach(column -> cells.add(column.cell().apply(node)));
      sheet.body(cells);
    }
    notes();
  }

  private void notes() {
    boolean ranked = standing.isRanked(subject.unit());
    if (!subject.rules().isAdditive()) {
      grid.note(Messages.say("explain.note.notAdditive", findings.lang()));
    } else if (ranked) {
      grid.note(subject.say("note.additive"));
    }
    if (standing.scores().isAveraged()) {
      grid.note(subject.say("note.averaged"));
    }
    new Marks(subject.words())
        .legend(ScoresBlock.marks(subject), true).stream().forEach(this::note);
    RulesLines rules = new RulesLines(findings, subject.words());
    rules.bands().ifPresent(this::note);
    RulesNotes.of(findings).forEach(grid::note);
  }

  private void note(Line line) {
    line.cells().forEach(placed -> grid.note(((Cell.Written) placed.cell()).text()));
  }
}
