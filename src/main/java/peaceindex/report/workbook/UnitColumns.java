package peaceindex.report.workbook;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import peaceindex.panel.Group;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.ranking.Band;
import peaceindex.ranking.Movement;
import peaceindex.ranking.RankingRules;
import peaceindex.ranking.Standing;
import peaceindex.ranking.Trend;
import peaceindex.report.Findings;

/** The columns that tables of units have in common, each said once. */
public final class UnitColumns {
  private static final int POINTS_DECIMALS = 2;

  private final Words words;
  private final Roster roster;
  private final Trend trend;
  private final RankingRules rules;

  /** Whether the figures of all rows are shown as those of the published period are. */
  private final boolean alike;

  private final Marks marks;
  private final Map<String, Cell> groups = new HashMap<>();
  private final Map<Band, Cell> bands = new IdentityHashMap<>();

  /** What units are called in the period that was asked for last: rows are gone through twice. */
  private final @Nullable Cell[] names;

  private @Nullable Period named;

  private @Nullable Movement movement;
  private @Nullable Standing moved;
  private int mover;

  UnitColumns(Findings findings, Words words) {
    this(findings, words, List.of());
  }

  /**
   * @param standings on which there are rows beside those on the published one
   */
  UnitColumns(Findings findings, Words words, List<Standing> standings) {
    this.words = words;
    this.roster = findings.panel().roster();
    this.trend = findings.trend();
    this.rules = findings.standing().rules();
    this.alike = areAlike(standings, rules);
    this.names = new Cell[roster.size()];
    this.marks = new Marks(words);
  }

  private static boolean areAlike(List<Standing> standings, RankingRules rules) {
    for (Standing standing : standings) {
      if (standing.rules().decimals() != rules.decimals()
          || standing.rules().ties() != rules.ties()) {
        return false;
      }
    }
    return true;
  }

  Column<UnitRow> unit() {
    return column(
        "unit",
        row -> row.isUnit() ? name(row.unit(), row.standing().period()) : county(row.who()));
  }

  private Cell county(UnitRow.Who who) {
    return Cell.word(words.say(who == UnitRow.Who.MEAN ? "county.mean" : "county.pooled"));
  }

  Column<UnitRow> code() {
    return column("code", row -> Cell.centred(roster.get(row.unit()).code()));
  }

  Column<UnitRow> group() {
    return column("group", row -> row.isUnit() ? group(row.unit()) : Cell.EMPTY);
  }

  Column<UnitRow> rank() {
    return ranks(head("rank"), row -> row.isUnit() ? row.standing().rank(row.unit()) : Double.NaN);
  }

  Column<UnitRow> groupRank() {
    return ranks(
        head("groupRank"), row -> row.isUnit() ? row.standing().groupRank(row.unit()) : Double.NaN);
  }

  Column<UnitRow> index() {
    return score(head("index"), 0);
  }

  /** The published index as it would be without points. */
  Column<UnitRow> beforePoints() {
    return figures(
        head("beforePoints"),
        row -> row.isUnit() ? row.standing().publishedBeforePoints(row.unit()) : Double.NaN,
        rules -> NumberForm.fixed(rules.decimals()));
  }

  Column<UnitRow> points() {
    return figures(
        head("points"),
        row -> row.isUnit() ? row.standing().points(row.unit()) : Double.NaN,
        UnitColumns::pointsForm);
  }

  /** Points with their sign; rules give quarters and halves, whatever is published of scores. */
  public static NumberForm pointsForm(RankingRules rules) {
    return NumberForm.change(Math.max(POINTS_DECIMALS, rules.decimals()));
  }

  Column<UnitRow> band() {
    return column("band", row -> row.isUnit() ? bandOf(row) : Cell.EMPTY);
  }

  /** A change of the published index. */
  Column<UnitRow> change(List<Heading> head, ToDoubleFunction<Movement> change) {
    return moved(head, change, rules -> NumberForm.change(rules.decimals()));
  }

  /** A change of rank. */
  Column<UnitRow> places(List<Heading> head, ToDoubleFunction<Movement> places) {
    return moved(head, places, rules -> NumberForm.places(rules.ties()));
  }

  private Column<UnitRow> moved(
      List<Heading> head,
      ToDoubleFunction<Movement> figure,
      Function<RankingRules, NumberForm> form) {
    return figures(
        head, row -> row.isUnit() ? figure.applyAsDouble(movement(row)) : Double.NaN, form);
  }

  /** Several columns of a row ask for the same one. */
  private Movement movement(UnitRow row) {
    Movement known = movement;
    if (known == null || moved != row.standing() || mover != row.unit()) {
      known = trend.movement(row.standing().period(), row.unit());
      movement = known;
      moved = row.standing();
      mover = row.unit();
    }
    return known;
  }

  /** The published score of a node of the published period's tree. */
  Column<UnitRow> score(List<Heading> head, int node) {
    return scores(
        head,
        row -> score(row, node),
        row -> row.isUnit() ? row.standing().published(node, row.unit()) : Double.NaN);
  }

  /**
   * A column of published scores.
   *
   * @param figure of a unit; {@code NaN} for the county
   */
  Column<UnitRow> scores(
      List<Heading> head, Function<UnitRow, Cell> cell, ToDoubleFunction<UnitRow> figure) {
    return mostly(cells(head, cell), figure, NumberForm.fixed(rules.decimals()));
  }

  private Column<UnitRow> mostly(
      Column<UnitRow> column, ToDoubleFunction<UnitRow> figure, NumberForm form) {
    return alike ? column.mostly(figure, form) : column;
  }

  /** The rank by one node. */
  Column<UnitRow> nodeRank(List<Heading> head, int node) {
    return ranks(head, row -> row.isUnit() ? row.standing().rank(node, row.unit()) : Double.NaN);
  }

  private Column<UnitRow> ranks(List<Heading> head, ToDoubleFunction<UnitRow> rank) {
    return figures(head, rank, rules -> NumberForm.rank(rules.ties()));
  }

  /**
   * Figures of units; a stroke where there is none.
   *
   * @param figure {@code NaN} for the county
   * @param form by the rules of a row's period
   */
  private Column<UnitRow> figures(
      List<Heading> head,
      ToDoubleFunction<UnitRow> figure,
      Function<RankingRules, NumberForm> form) {
    Column<UnitRow> column =
        cells(
            head,
            row ->
                row.isUnit()
                    ? Cell.number(figure.applyAsDouble(row), form.apply(row.standing().rules()))
                    : Cell.EMPTY);
    return mostly(column, figure, form.apply(rules));
  }

  Cell name(int unit, Period period) {
    if (!period.equals(named)) {
      named = period;
      Arrays.fill(names, null);
    }
    Cell known = names[unit];
    if (known == null) {
      known = Cell.word(words.in(roster.name(unit, period)));
      names[unit] = known;
    }
    return known;
  }

  Cell group(int unit) {
    return groups.computeIfAbsent(roster.get(unit).group(), this::newGroup);
  }

  private Cell newGroup(String id) {
    return Cell.centred(roster.group(id).map(Group::name).map(words::in).orElse(""));
  }

  /** The published score of a node; where it is missing, the mark that says why. */
  Cell score(UnitRow row, int node) {
    Standing standing = row.standing();
    double published =
        switch (row.who()) {
          case UNIT -> standing.published(node, row.unit());
          case MEAN -> standing.publishedMean(node);
          case POOLED -> standing.publishedPooled(node);
        };
    return row.isUnit() && Double.isNaN(published)
        ? missing(standing, node, row.unit())
        : Cell.number(published, NumberForm.fixed(standing.rules().decimals()));
  }

  private Cell missing(Standing standing, int node, int unit) {
    return Cell.centred(marks.missing(standing.scores().status(node, unit)));
  }

  /** A column whose rows for the county stand out. */
  Column<UnitRow> cells(List<Heading> head, Function<UnitRow, Cell> cell) {
    return Column.of(
        head,
        row -> {
          Cell plain = cell.apply(row);
          return row.isUnit() ? plain : plain.with(plain.look().as(Look.Part.TOTAL));
        });
  }

  private Column<UnitRow> column(String key, Function<UnitRow, Cell> cell) {
    return cells(head(key), cell);
  }

  private List<Heading> head(String key) {
    return List.of(new Heading(words.say("column." + key)));
  }

  /** The band of a unit on its colour. */
  Cell bandOf(UnitRow row) {
    Optional<Band> band = row.standing().band(row.unit());
    if (band.isEmpty()) {
      return Cell.centred(row.standing().isRanked(row.unit()) ? "" : Cell.NOTHING);
    }
    Cell known = bands.get(band.get());
    if (known == null) {
      known = band(band.get(), words);
      bands.put(band.get(), known);
    }
    return known;
  }

  /** A band by its name, on its colour. */
  public static Cell band(Band band, Words words) {
    Cell cell = Cell.centred(words.in(band.name()));
    return isColoured(band) ? cell.with(cell.look().on(band.colour())) : cell;
  }

  private static boolean isColoured(Band band) {
    return band.colour().matches("#[0-9A-Fa-f]{6}");
  }

  /** Bars behind published indices. */
  static Shade.Bars bars(Standing standing) {
    return new Shade.Bars(ends(standing, 1));
  }

  /** One scale of tints behind the published scores of all nodes. */
  static Shade.Tints tints(Standing standing) {
    return new Shade.Tints(ends(standing, standing.tree().size()));
  }

  /** Of the scores of the first nodes. */
  private static Shade.Ends ends(Standing standing, int nodes) {
    double[] scores = new double[nodes * standing.units()];
    for (int node = 0, next = 0; node < nodes; node++) {
      for (int unit = 0; unit < standing.units(); unit++) {
        scores[next++] = standing.published(node, unit);
      }
    }
    return Shade.Ends.of(scores);
  }

  /** The grounds of the bands' names. */
  Shade bands(Standing standing) {
    return new Shade.Words(
        standing.rules().bands().stream()
            .filter(UnitColumns::isColoured)
            .map(band -> new Shade.Coloured(SafeText.of(words.in(band.name())), band.colour()))
            .toList());
  }
}
