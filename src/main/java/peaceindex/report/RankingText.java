package peaceindex.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import peaceindex.panel.Frequency;
import peaceindex.panel.Roster;
import peaceindex.panel.Unit;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.ranking.Movement;
import peaceindex.ranking.Standing;

/** The ranking as a table for a terminal, where a Chinese character takes two columns. */
public final class RankingText {
  /** More units than this do not help on a terminal. */
  private static final int MOST = 60;

  private final Findings findings;
  private final Standing standing;
  private final Lang lang;
  private final int decimals;

  private RankingText(Findings findings) {
    this.findings = findings;
    this.standing = findings.standing();
    this.lang = findings.lang();
    this.decimals = standing.rules().decimals();
  }

  /** The lines of the table: a title, a header, a row a unit, the county, who is not ranked. */
  public static List<String> lines(Findings findings) {
    return new RankingText(findings).lines();
  }

  private List<String> lines() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(header());
    List<Integer> ranking = standing.ranking();
    ranking.stream().limit(MOST).forEach(unit -> rows.add(row(unit)));
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
    lines.addAll(align(rows));
    if (ranking.size() > MOST) {
      lines.add(Messages.say("ranking.more", lang, "count", ranking.size() - MOST));
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
                        findings.panel().roster().get(entry.getKey()).name(),
                        "reason",
                        entry.getValue().reason())));
    lines.addAll(GapNotes.of(findings));
    lines.addAll(RulesNotes.warnings(findings));
    return lines;
  }

  private List<String> header() {
    List<String> header = new ArrayList<>();
    for (String key : List.of("rank", "groupRank", "unit", "group", "index", "band")) {
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
    Unit of = roster.get(unit);
    Movement movement = findings.trend().movement(findings.period(), unit);
    List<String> row = new ArrayList<>();
    row.add(rank(standing.rank(unit)));
    row.add(of.group().isEmpty() ? "" : rank(standing.groupRank(unit)));
    row.add(of.name().in(lang));
    row.add(roster.group(of.group()).map(g -> g.name().in(lang)).orElse(""));
    row.add(number(standing.published(unit)));
    row.add(standing.band(unit).map(b -> b.name().in(lang)).orElse(""));
    boolean periodic = findings.index().frequency() != Frequency.NONE;
    row.add(periodic ? signed(movement.index()) : "");
    row.add(periodic ? arrow(movement.rank()) : "");
    boolean monthly = findings.index().frequency() == Frequency.MONTH;
    row.add(monthly ? signed(movement.yearIndex()) : "");
    for (int node : standing.tree().children(0)) {
      row.add(number(standing.published(node, unit)));
    }
    return row;
  }

  private List<String> countyRow(String key, double index, boolean pooled) {
    List<String> row =
        new ArrayList<>(List.of("", "", Messages.say(key, lang), "", number(index), ""));
    row.addAll(List.of("", "", ""));
    for (int node : standing.tree().children(0)) {
      row.add(number(pooled ? standing.publishedPooled(node) : standing.publishedMean(node)));
    }
    return row;
  }

  private String number(double value) {
    return Double.isNaN(value) ? "—" : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private String signed(double value) {
    return Double.isNaN(value) || value == 0
        ? number(value)
        : String.format(Locale.ROOT, "%+." + decimals + "f", value);
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

  /** Names to the left, figures to the right; a column with nothing in it is left out. */
  private static List<String> align(List<List<String>> rows) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    boolean[] empty = new boolean[columns];
    for (int c = 0; c < columns; c++) {
      int column = c;
      empty[c] = rows.stream().skip(1).allMatch(row -> row.get(column).isEmpty());
    }
    for (List<String> row : rows) {
      for (int c = 0; c < columns; c++) {
        widths[c] = Math.max(widths[c], width(row.get(c)));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        if (empty[c]) {
          continue;
        }
        String pad = " ".repeat(widths[c] - width(row.get(c)));
        boolean left = c == 2 || c == 3 || c == 5;
        line.append(c == 0 ? "" : "  ").append(left ? row.get(c) + pad : pad + row.get(c));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** Columns of a terminal: two for East Asian wide and full-width characters (UAX #11). */
  static int width(String text) {
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0x303E)
        || (c >= 0x3041 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
