package peaceindex.report.workbook;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
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
  private final Marks marks;
  private final Map<String, Cell> groups = new HashMap<>();

  /** What units are called in the period that was asked for last: rows are gone through twice. */
  private final @Nullable Cell[] names;

  private @Nullable Period named;

  private @Nullable Movement movement;
  private @Nullable Standing moved;
  private int mover;

  UnitColumns(Findings findings, Words words) {
    this.words = words;
    this.roster = findings.panel().roster();
    this.trend = findings.trend();
    this.names = new Cell[roster.size()];
    this.marks = new Marks(words);
  }

  Column<UnitRow> unit() {
    return column(
        "unit",
        row ->
            switch (row.who()) {
              case UNIT -> name(row.unit(), row.standing().period());
              case MEAN -> Cell.word(words.say("county.mean"));
              case POOLED -> Cell.word(words.say("county.pooled"));
            });
  }

  Column<UnitRow> code() {
    return column("code", row -> Cell.centred(roster.get(row.unit()).code()));
  }

  Column<UnitRow> group() {
    return column("group", row -> row.isUnit() ? group(row.unit()) : Cell.EMPTY);
  }

  Column<UnitRow> rank() {
    return column("rank", row -> rank(row, row.standing()::rank));
  }

  Column<UnitRow> groupRank() {
    return column("groupRank", row -> rank(row, row.standing()::groupRank));
  }

  Column<UnitRow> index() {
    return column("index", row -> score(row, 0));
  }

  /** The published index as it would be without points. */
  Column<UnitRow> beforePoints() {
    return column(
        "beforePoints",
        row ->
            row.isUnit()
                ? Cell.number(
                    row.standing().publishedBeforePoints(row.unit()),
                    NumberForm.fixed(rules(row).decimals()))
                : Cell.EMPTY);
  }

  Column<UnitRow> points() {
    return column(
        "points",
        row ->
            row.isUnit()
                ? Cell.number(row.standing().points(row.unit()), pointsForm(row.standing()))
                : Cell.EMPTY);
  }

  /** Points with their sign; rules give quarters and halves, whatever is published of scores. */
  public static NumberForm pointsForm(Standing standing) {
    return NumberForm.change(Math.max(POINTS_DECIMALS, standing.rules().decimals()));
  }

  Column<UnitRow> band() {
    return column("band", row -> row.isUnit() ? bandOf(row) : Cell.EMPTY);
  }

  /** A change of the published index. */
  Column<UnitRow> change(List<Heading> head, ToDoubleFunction<Movement> change) {
    return moved(head, change, row -> NumberForm.change(rules(row).decimals()));
  }

  /** A change of rank. */
  Column<UnitRow> places(List<Heading> head, ToDoubleFunction<Movement> places) {
    return moved(head, places, row -> NumberForm.places(rules(row).ties()));
  }

  /** Anything else that is said of a unit's movement. */
  Column<UnitRow> moved(
      List<Heading> head, ToDoubleFunction<Movement> figure, Function<UnitRow, NumberForm> form) {
    return cells(
        head,
        row -> {
          if (!row.isUnit()) {
            return Cell.EMPTY;
          }
          return Cell.number(figure.applyAsDouble(movement(row)), form.apply(row));
        });
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
    return cells(head, row -> score(row, node));
  }

  /** The rank by one node. */
  Column<UnitRow> nodeRank(List<Heading> head, int node) {
    return cells(head, row -> rank(row, unit -> row.standing().rank(node, unit)));
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
    return groups.computeIfAbsent(
        roster.get(unit).group(),
        id -> Cell.centred(roster.group(id).map(Group::name).map(words::in).orElse("")));
  }

  /** The published score of a node; where it is missing, the mark that says why. */
  Cell score(UnitRow row, int node) {
    Standing standing = row.standing();
    NumberForm form = NumberForm.fixed(standing.rules().decimals());
    return switch (row.who()) {
      case UNIT -> {
        double published = standing.published(node, row.unit());
        yield Double.isNaN(published)
            ? Cell.centred(marks.missing(standing.scores().status(node, row.unit())))
            : Cell.number(published, form);
      }
      case MEAN -> Cell.number(standing.publishedMean(node), form);
      case POOLED -> Cell.number(standing.publishedPooled(node), form);
    };
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
    return cells(List.of(new Heading(words.say("column." + key))), cell);
  }

  private Cell rank(UnitRow row, IntToDoubleFunction rank) {
    return row.isUnit()
        ? Cell.number(rank.applyAsDouble(row.unit()), NumberForm.rank(rules(row).ties()))
        : Cell.EMPTY;
  }

  /** The band of a unit on its colour. */
  Cell bandOf(UnitRow row) {
    return row.standing()
        .band(row.unit())
        .map(band -> band(band, words))
        .orElse(Cell.centred(row.standing().isRanked(row.unit()) ? "" : Cell.NOTHING));
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

  private static RankingRules rules(UnitRow row) {
    return row.standing().rules();
  }
}
