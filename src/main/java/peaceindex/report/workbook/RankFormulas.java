package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import peaceindex.panel.Period;
import peaceindex.ranking.Band;
import peaceindex.ranking.Places;
import peaceindex.ranking.RankingRules;
import peaceindex.ranking.Standing;
import peaceindex.ranking.TiePolicy;
import peaceindex.report.workbook.excel.Excel;

/** Published scores, ranks, bands and changes as formulas. */
final class RankFormulas {
  private static final String CALCULATION = "calculation";
  private static final String SCORES = "scores";

  /** A unit that a veto puts last is ordered as if its index were so much less. */
  private static final double BEHIND = 1_000_000;

  private final Formulas formulas;
  private final Standing standing;
  private final RankingRules rules;
  private @Nullable Boolean hasLast;
  private @Nullable Boolean hasCaps;

  /** The places of the units in the ranking, from 1; 0 for those that have none. */
  private int @Nullable [] places;

  RankFormulas(Formulas formulas) {
    this.formulas = formulas;
    this.standing = formulas.standing();
    this.rules = standing.rules();
  }

  // ---- published scores

  /** The published score of a node, over its exact one. */
  String published(int node, UnitRow row, String mark) {
    String exact =
        formulas
            .grid(CALCULATION)
            .cell(row.key(), node == 0 ? CalculationPage.INDEX : CalculationPage.node(node));
    return Excel.ifNumber(exact, Excel.published(exact, rules.decimals()), mark);
  }

  /** A published figure on the page of scores. */
  String score(int node, Object row) {
    return formulas.grid(SCORES).cell(row, ScoresPage.score(node));
  }

  // ---- ranks

  /** The rank of a unit by one node, as the page of scores shows it. */
  String rank(int node, int unit) {
    if (node == 0) {
      return ranked(level(unit), levels(formulas.units()), weightCell(0, unit), weights(0));
    }
    Grid here = formulas.grid(SCORES);
    String column = ScoresPage.score(node);
    return ranked(
        here.here(unit, column),
        formulas.columnHere(SCORES, column),
        weightCell(node, unit),
        weights(node));
  }

  /** The rank of a unit within its group. */
  String groupRank(int unit) {
    List<Integer> members = formulas.groupOf(unit);
    Grid here = formulas.grid(CALCULATION);
    String column = CalculationPage.GROUP_SHARE;
    boolean dense = rules.ties() == TiePolicy.DENSE;
    return ranked(
        level(unit),
        levels(members),
        dense ? here.cell(unit, column) : "",
        dense ? here.range(column, members.get(0), members.get(members.size() - 1)) : "");
  }

  /**
   * @param share the cell that says how much of its place a score is, where ties are dense
   */
  private String ranked(String cell, String range, String share, String shares) {
    String rank = "RANK(" + cell + "," + range + ",0)";
    String by =
        switch (rules.ties()) {
          case MINIMUM -> rank;
          case AVERAGE -> rank + "+(COUNTIF(" + range + "," + cell + ")-1)/2";
          // Every place above counts once, however many share it.
          case DENSE -> "ROUND(SUMIF(" + range + ",\">\"&" + cell + "," + shares + "),0)+1";
        };
    return Excel.ifNumber(cell, by, Cell.NOTHING);
  }

  /** A rank where ties are not dense. */
  String plainRank(String cell, String range) {
    return ranked(cell, range, "", "");
  }

  /** 1 divided by how many share the place; of use where ties are dense. */
  String share(String cell, String range) {
    return "IF(ISNUMBER(" + cell + "),1/COUNTIF(" + range + "," + cell + "),0)";
  }

  String shareOf(int node, int unit) {
    return node == 0
        ? share(level(unit), levels(formulas.units()))
        : share(score(node, unit), formulas.column(SCORES, ScoresPage.score(node)));
  }

  String shareInGroup(int unit) {
    return share(level(unit), levels(formulas.groupOf(unit)));
  }

  boolean isDense() {
    return rules.ties() == TiePolicy.DENSE;
  }

  private String weightCell(int node, int unit) {
    return isDense() ? formulas.grid(CALCULATION).cell(unit, CalculationPage.share(node)) : "";
  }

  private String weights(int node) {
    return isDense() ? formulas.column(CALCULATION, CalculationPage.share(node)) : "";
  }

  /** Whether a veto puts any unit behind all others. */
  boolean hasLast() {
    Boolean known = hasLast;
    if (known == null) {
      known = formulas.units().stream().anyMatch(standing::isPutLast);
      hasLast = known;
    }
    return known;
  }

  /** What a unit is ordered by: its published index, or less by far. */
  double level(Standing of, int unit) {
    double published = of.published(unit);
    return of.isPutLast(unit) ? published - BEHIND : published;
  }

  String levelFormula(int unit) {
    String index = score(0, unit);
    String by = standing.isPutLast(unit) ? index + "-" + Excel.number(BEHIND) : index;
    return Excel.ifNumber(index, by, "");
  }

  private String level(int unit) {
    return hasLast()
        ? formulas.grid(CALCULATION).cell(unit, CalculationPage.LEVEL)
        : score(0, unit);
  }

  private String levels(List<Integer> units) {
    Object first = units.get(0);
    Object last = units.get(units.size() - 1);
    return hasLast()
        ? formulas.grid(CALCULATION).range(CalculationPage.LEVEL, first, last)
        : formulas.grid(SCORES).range(ScoresPage.score(0), first, last);
  }

  /** The place of a unit in the list of the ranking: no two units share one. */
  String order(int unit) {
    String level = level(unit);
    String all = levels(formulas.units());
    Grid here = formulas.grid(CALCULATION);
    String numbers = formulas.columnHere(CALCULATION, CalculationPage.NUMBER);
    return Excel.ifNumber(
        level,
        "RANK("
            + level
            + ","
            + all
            + ",0)+COUNTIFS("
            + all
            + ","
            + level
            + ","
            + numbers
            + ",\"<\"&"
            + here.here(unit, CalculationPage.NUMBER)
            + ")",
        "");
  }

  /** The place of a unit in the list of the ranking, from 1; 0 if it has none. */
  int place(int unit) {
    int[] known = places;
    if (known == null) {
      known = new int[standing.units()];
      int place = 0;
      for (int ranked : standing.ranking()) {
        known[ranked] = ++place;
      }
      places = known;
    }
    return known[unit];
  }

  /** What the unit at a place of the ranking has in a column of another page. */
  String at(int place, String page, String column, String instead) {
    String where =
        "MATCH(" + place + "," + formulas.column(CALCULATION, CalculationPage.ORDER) + ",0)";
    return Excel.orElse("INDEX(" + formulas.column(page, column) + "," + where + ")", instead);
  }

  // ---- bands

  /** Whether bands ask for ranks, or vetoes bound them. */
  boolean hasPlacedBands() {
    return rules.bands().stream().anyMatch(band -> !band.isForAll());
  }

  /** The number of a unit's band among the bands, 1 for the best; 0 for none. */
  int band(int unit) {
    return standing.band(unit).map(band -> rules.place(band.id()) + 1).orElse(0);
  }

  /** How good a band a unit may have at most, by its vetoes; 1 for any. */
  int cap(int unit) {
    boolean capped =
        standing.bandBeforeVeto(unit).isPresent()
            && !standing.bandBeforeVeto(unit).equals(standing.band(unit));
    return capped ? band(unit) : 1;
  }

  boolean hasCaps() {
    Boolean known = hasCaps;
    if (known == null) {
      known = formulas.units().stream().anyMatch(unit -> cap(unit) > 1);
      hasCaps = known;
    }
    return known;
  }

  String band(int unit, boolean capped) {
    String score = score(0, unit);
    String number = number(unit, score);
    String by =
        capped
            ? "IF("
                + number
                + "=0,0,MAX("
                + number
                + ","
                + formulas.grid(CALCULATION).here(unit, CalculationPage.CAP)
                + "))"
            : number;
    return Excel.ifNumber(score, by, "");
  }

  private String number(int unit, String score) {
    if (!hasPlacedBands()) {
      return first(score, band -> true);
    }
    String plain = first(score, Band::isForAll);
    String last = among(unit, score, true);
    String first = among(unit, score, false);
    int none = rules.bands().size() + 1;
    String otherwise =
        "IF(" + plain + ">0," + plain + "," + beside("1+" + missed(unit, score)) + ")";
    return "IF("
        + last
        + ">"
        + plain
        + ","
        + last
        + ",IF(AND("
        + first
        + "<"
        + none
        + ",OR("
        + plain
        + "=0,"
        + first
        + "<"
        + plain
        + ")),"
        + first
        + ","
        + otherwise
        + "))";
  }

  private String first(String score, java.util.function.Predicate<Band> wanted) {
    StringBuilder out = new StringBuilder();
    int open = 0;
    for (int i = 0; i < rules.bands().size(); i++) {
      Band band = rules.bands().get(i);
      if (wanted.test(band)) {
        out.append("IF(").append(holds(band, score)).append(",").append(i + 1).append(",");
        open++;
      }
    }
    return out + "0" + ")".repeat(open);
  }

  private String holds(Band band, String score) {
    List<String> conditions = new ArrayList<>();
    if (!Double.isInfinite(band.from())) {
      conditions.add(score + ">=" + formulas.parameters().bound(band.from()).name());
    }
    if (!Double.isInfinite(band.to())) {
      conditions.add(score + "<" + bound(band.to()));
    }
    return conditions.isEmpty() ? "TRUE" : "AND(" + String.join(",", conditions) + ")";
  }

  private String bound(double bound) {
    boolean stands = rules.bands().stream().anyMatch(band -> band.from() == bound);
    return stands ? formulas.parameters().bound(bound).name() : Excel.number(bound);
  }

  /** The last band with a condition that a unit does not meet; 0 for none. */
  private String missed(int unit, String score) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < rules.bands().size(); i++) {
      Band band = rules.bands().get(i);
      if (!band.isForAll()) {
        String missed = "NOT(" + meets(band.places().orElseThrow(), unit) + ")";
        numbers.add("IF(AND(" + holds(band, score) + "," + missed + ")," + (i + 1) + ",0)");
      }
    }
    return "MAX(" + String.join(",", numbers) + ",0)";
  }

  /**
   * The worst band for the last places whose condition a unit meets, 0 for none; or the best band
   * for the first places, one beyond all for none.
   */
  private String among(int unit, String score, boolean forLast) {
    String none = forLast ? "0" : Integer.toString(rules.bands().size() + 1);
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < rules.bands().size(); i++) {
      Band band = rules.bands().get(i);
      Optional<Places> places = band.places();
      if (places.isPresent() && places.get().isFirst() != forLast) {
        String met = meets(places.get(), unit);
        numbers.add("IF(AND(" + holds(band, score) + "," + met + ")," + (i + 1) + "," + none + ")");
      }
    }
    numbers.add(none);
    return numbers.stream().collect(Collectors.joining(",", forLast ? "MAX(" : "MIN(", ")"));
  }

  /** Fewer are better; or fewer are worse, and any is better. */
  private String meets(Places places, int unit) {
    List<Integer> among = places.withinGroup() ? formulas.groupOf(unit) : formulas.units();
    String level = level(unit);
    String all = levels(among);
    String better = "RANK(" + level + "," + all + ",0)-1";
    String worse = "RANK(" + level + "," + all + ",1)-1";
    return places.isFirst()
        ? better + "<" + places.count()
        : "AND(" + worse + "<" + places.count() + "," + better + ">0)";
  }

  /**
   * Where a unit goes that misses the condition of a band.
   *
   * @param missed 1 for none, 2 for the first band
   */
  private String beside(String missed) {
    List<String> to = new ArrayList<>(List.of("0"));
    List<Band> bands = rules.bands();
    for (int i = 0; i < bands.size(); i++) {
      int found = 0;
      int step = bands.get(i).places().filter(of -> !of.isFirst()).isPresent() ? -1 : 1;
      for (int j = i + step; j >= 0 && j < bands.size() && found == 0; j += step) {
        found = bands.get(j).isForAll() ? j + 1 : 0;
      }
      to.add(Integer.toString(found));
    }
    return "CHOOSE(" + missed + "," + String.join(",", to) + ")";
  }

  /** What a unit's band is called; a stroke where it has no rank. */
  String bandName(int unit) {
    String number = formulas.grid(CALCULATION).here(unit, CalculationPage.BAND_NUMBER);
    List<String> names = new ArrayList<>();
    rules.bands().forEach(band -> names.add(Excel.text(formulas.words().in(band.name()))));
    return "IF(ISNUMBER("
        + number
        + "),IF("
        + number
        + "=0,\"\",CHOOSE("
        + number
        + ","
        + String.join(",", names)
        + ")),"
        + Excel.text(Cell.NOTHING)
        + ")";
  }

  // ---- movement

  /** {@code now} less {@code then}, published; a stroke where one is missing. */
  String change(String now, String then) {
    return "IF(COUNT("
        + now
        + ","
        + then
        + ")<2,"
        + Excel.text(Cell.NOTHING)
        + ","
        + Excel.published(now + "-" + then, rules.decimals())
        + ")";
  }

  /** Places gained from {@code then} to {@code now}. */
  static String places(String now, String then) {
    return "IF(COUNT("
        + now
        + ","
        + then
        + ")<2,"
        + Excel.text(Cell.NOTHING)
        + ","
        + then
        + "-"
        + now
        + ")";
  }

  /** The published mean of a range of published figures. */
  String mean(String range) {
    return "IF(COUNT("
        + range
        + ")=0,"
        + Excel.text(Cell.NOTHING)
        + ","
        + Excel.published("AVERAGE(" + range + ")", rules.decimals())
        + ")";
  }

  /** The column of a period on the page of the trend. */
  static String period(Period period) {
    return "period/" + period;
  }
}
