package peaceindex.report.chart;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.function.IntFunction;
import peaceindex.panel.Group;
import peaceindex.panel.Roster;
import peaceindex.ranking.Standing;

/** The columns before a row: rank, name and, if wanted, group of the unit. */
final class RowHeads {
  /** Longer names are cut short. */
  private static final double NAME_LIMIT = 250;

  private static final double GROUP_LIMIT = 130;
  private static final double GAP = 12;

  private final Wording wording;
  private final Standing standing;
  private final Rows rows;
  private final Font rankFont;
  private final Font nameFont;
  private final Font groupFont;
  private final double rankWidth;
  private final double nameWidth;
  private final double groupWidth;

  /**
   * @param groups whether to show the units' groups, if there are several
   */
  RowHeads(Wording wording, Rows rows, boolean groups, double size) {
    this.wording = wording;
    this.standing = wording.findings().standing();
    this.rows = rows;
    this.rankFont = Typeface.bold(size);
    this.nameFont = Typeface.regular(size);
    this.groupFont = Typeface.regular(size - 2);
    this.rankWidth = widest(rankFont, this::rank, 100);
    this.nameWidth = widest(nameFont, wording::unit, NAME_LIMIT);
    boolean several = wording.findings().panel().roster().groups().size() > 1;
    this.groupWidth = groups && several ? widest(groupFont, this::group, GROUP_LIMIT) : 0;
  }

  private double widest(Font font, IntFunction<String> text, double limit) {
    double widest =
        rows.shown()
            .mapToDouble(row -> Typeface.width(text.apply(rows.unit(row)), font))
            .max()
            .orElse(0);
    return Math.ceil(Math.min(widest, limit));
  }

  private String rank(int unit) {
    return standing.isRanked(unit) ? Wording.plain(standing.rank(unit)) : "–";
  }

  private String group(int unit) {
    Roster roster = wording.findings().panel().roster();
    return roster
        .group(roster.get(unit).group())
        .map(Group::name)
        .map(name -> name.in(wording.lang()))
        .orElse("");
  }

  /** The width of all columns with the gap after them. */
  double width() {
    return rankWidth + GAP + nameWidth + (groupWidth == 0 ? 0 : GAP + groupWidth) + GAP;
  }

  /** Draws the columns of a row into the left end of its area. */
  void paint(Pen pen, int row, Rectangle2D area) {
    int unit = rows.unit(row);
    double x = area.getX();
    double middle = area.getCenterY();
    boolean ranked = standing.isRanked(unit);
    pen.right(rank(unit), rankFont, ranked ? Style.INK : Style.FAINT, x + rankWidth, middle);
    x += rankWidth + GAP;
    String name = Typeface.fit(wording.unit(unit), nameFont, nameWidth);
    pen.left(name, nameFont, ranked ? Style.INK : Style.MUTED, x, middle);
    if (groupWidth > 0) {
      x += nameWidth + GAP;
      String group = Typeface.fit(group(unit), groupFont, groupWidth);
      pen.left(group, groupFont, Style.FAINT, x, middle);
    }
  }

  /** Draws the row that stands for the units left out. */
  void paintBreak(Pen pen, Rectangle2D area) {
    Font font = Typeface.regular(11.5);
    String text = wording.say("omitted", "count", rows.omitted());
    double half = Typeface.width(text, font) / 2 + 14;
    double middle = area.getCenterY();
    pen.line(area.getX(), middle, area.getCenterX() - half, middle, Style.HAIRLINE, Style.RULE);
    pen.line(area.getCenterX() + half, middle, area.getMaxX(), middle, Style.HAIRLINE, Style.RULE);
    pen.centre(text, font, Style.MUTED, area.getCenterX(), middle);
  }
}
