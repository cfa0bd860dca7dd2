package peaceindex.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import peaceindex.panel.Figures;
import peaceindex.panel.Frequency;
import peaceindex.panel.Roster;
import peaceindex.panel.Unit;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.ranking.Movement;
import peaceindex.ranking.Standing;

/** The ranking as a table for a terminal. */
public final class RankingText {
  /** More units than this without a rank, or at a new step, do not help on a terminal. */
  private static final int MOST = FirstAndLast.MOST;

  /** Up to here a whole number times a power of ten is found again. */
  private static final long MOST_UNITS = 1L << 50;

  /** The columns of the unit, its group and its band. */
  private static final Set<Integer> NAMES = Set.of(2, 3, 6);

  private final Findings findings;
  private final Standing standing;
  private final Lang lang;
  private final int decimals;
  private final boolean hasPoints;

  private RankingText(Findings findings) {
    this.findings = findings;
    this.standing = findings.standing();
    this.lang = findings.lang();
    this.decimals = standing.rules().decimals();
    this.hasPoints = PointsNotes.hasPoints(standing);
  }

  /**
   * The lines of the table: a title, a header, a row a unit, the county, who is not ranked. Of more
   * units than a county has the first and the last are shown: both ends are what is asked about,
   * and all others stand in the workbook.
   */
  public static List<String> lines(Findings findings) {
    return new RankingText(findings).lines();
  }

  private List<String> lines() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(header());
    FirstAndLast shown = FirstAndLast.of(standing.ranking());
    for (int unit : shown.units()) {
      rows.add(unit == FirstAndLast.BREAK ? breakRow() : row(unit));
    }
    rows.add(countyRow("ranking.mean", standing.publishedMean(), false));
    rows.add(countyRow("ranking.pooled", standing.publishedPooled(0), true));

    List<String> lines = new ArrayList<>();
    lines.add(
        Messages.say(
                "ranking.title",
                lang,
                "area",
                findings.index().area(),
                "index",
                findings.index().name(),
                "period",
                findings.period().words())
            .strip());
    lines.add("");
    lines.addAll(TextTable.lines(rows, NAMES));
    if (shown.omitted() > 0) {
      lines.add(
          Messages.say(
              "ranking.ends",
              lang,
              "count",
              standing.ranking().size(),
              "ends",
              FirstAndLast.ENDS,
              "omitted",
              shown.omitted()));
    }
    standing.notRanked().entrySet().stream()
        .limit(MOST)
        .forEach(
            entry ->
                lines.add(
                    Messages.say(
                        "ranking.notRanked",
                        lang,
                        "unit",
                        findings.panel().roster().name(entry.getKey(), findings.period()),
                        "reason",
                        entry.getValue().reason())));
    if (standing.notRanked().size() > MOST) {
      int more = standing.notRanked().size() - MOST;
      lines.add(Messages.say("ranking.moreNotRanked", lang, "count", more));
    }
    List<String> steps = PointsNotes.newSteps(findings);
    lines.addAll(steps.subList(0, Math.min(MOST, steps.size())));
    if (steps.size() > MOST) {
      lines.add(Messages.say("ranking.moreSteps", lang, "count", steps.size() - MOST));
    }
    lines.addAll(PointsNotes.of(findings));
    lines.addAll(GapNotes.of(findings));
    lines.addAll(RulesNotes.warnings(findings));
    return lines;
  }

  private List<String> header() {
    List<String> header = new ArrayList<>();
    for (String key : List.of("rank", "groupRank", "unit", "group", "index", "points", "band")) {
      header.add(Messages.say("ranking." + key, lang));
    }
    for (String key : List.of("change", "places", "yearOnYear")) {
      header.add(Messages.say("ranking." + key, lang));
    }
    for (int node : standing.tree().children(0)) {
      header.add(standing.tree().node(node).name().in(lang));
    }
    return header;
  }

  private List<String> row(int unit) {
    Roster roster = findings.panel().roster();
    Unit of = roster.get(unit, findings.period());
    Movement movement = findings.trend().movement(findings.period(), unit);
    List<String> row = new ArrayList<>();
    row.add(rank(standing.rank(unit)));
    row.add(of.group().isEmpty() ? "" : rank(standing.groupRank(unit)));
    row.add(of.name().in(lang));
    row.add(roster.group(of.group()).map(g -> g.name().in(lang)).orElse(""));
    row.add(number(standing.published(unit)));
    row.add(hasPoints ? points(standing.points(unit)) : "");
    row.add(standing.band(unit).map(b -> b.name().in(lang)).orElse(""));
    boolean periodic = findings.period().frequency() != Frequency.NONE;
    row.add(periodic ? signed(movement.index()) : "");
    row.add(periodic ? arrow(movement.rank()) : "");
    row.add(findings.period().yearEarlier().isPresent() ? signed(movement.yearIndex()) : "");
    for (int node : standing.tree().children(0)) {
      row.add(number(standing.published(node, unit)));
    }
    return row;
  }

  /** What stands for the rows that are left out. */
  private List<String> breakRow() {
    List<String> row = new ArrayList<>(Collections.nCopies(header().size(), ""));
    row.set(0, "…");
    row.set(2, "…");
    return row;
  }

  private List<String> countyRow(String key, double index, boolean pooled) {
    List<String> row =
        new ArrayList<>(List.of("", "", Messages.say(key, lang), "", number(index), "", ""));
    row.addAll(List.of("", "", ""));
    for (int node : standing.tree().children(0)) {
      row.add(number(pooled ? standing.publishedPooled(node) : standing.publishedMean(node)));
    }
    return row;
  }

  private String number(double value) {
    return Double.isNaN(value) ? "—" : fixed(value, decimals);
  }

  /** A published figure, which is a whole number of units of its last decimal. */
  static String fixed(double published, int decimals) {
    long scale = 1;
    for (int i = 0; i < decimals && scale < MOST_UNITS; i++) {
      scale *= 10;
    }
    double units = Math.rint(Math.abs(published) * scale);
    if (units >= MOST_UNITS || scale >= MOST_UNITS) {
      return String.format(Locale.ROOT, "%." + decimals + "f", published);
    }
    String whole = (published < 0 ? "-" : "") + (long) units / scale;
    // The 1 before the decimals keeps their zeros.
    return decimals == 0
        ? whole
        : whole + "." + Long.toString((long) units % scale + scale).substring(1);
  }

  private String signed(double value) {
    return (value > 0 ? "+" : "") + number(value);
  }

  private static String points(double points) {
    return points == 0 ? "0" : (points > 0 ? "+" : "") + Figures.plain(points);
  }

  private static String rank(double rank) {
    return Double.isNaN(rank)
        ? "—"
        : rank == Math.rint(rank) ? Long.toString((long) rank) : Double.toString(rank);
  }

  private static String arrow(double places) {
    if (Double.isNaN(places)) {
      return "—";
    }
    return places == 0 ? "=" : (places > 0 ? "↑" : "↓") + rank(Math.abs(places));
  }
}
