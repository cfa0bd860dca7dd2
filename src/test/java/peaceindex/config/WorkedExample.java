package peaceindex.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peaceindex.index.adjust.LateRule;
import peaceindex.index.adjust.MissingRule;
import peaceindex.index.adjust.Rule;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Event;
import peaceindex.panel.Field;
import peaceindex.panel.Frequency;
import peaceindex.panel.Lateness;
import peaceindex.panel.Origins;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.ranking.Assessment;
import peaceindex.ranking.Band;
import peaceindex.ranking.Ledger;
import peaceindex.ranking.Scheme;
import peaceindex.ranking.Standing;
import peaceindex.ranking.Trend;

/**
 * A table of {@code docs/method.md} whose first column is {@code unit}, with the snippets that
 * belong to it. What is in a plain column is given, what is in a bold one must come out; how a
 * column is called and what a cell means is said on the page itself.
 */
final class WorkedExample {
  /** Printed figures with so many decimals are rounded; with fewer they are exact. */
  private static final int DECIMALS = 6;

  private static final String NOTHING = "–";
  private static final String NOT_APPLICABLE = "n/a";
  private static final String COUNTY = "county";
  private static final Pattern LEAF = Pattern.compile("(\\S+) \\((weight|of) ([0-9.]+)\\)");
  private static final Pattern PART = Pattern.compile("part (\\d)");

  /**
   * A column.
   *
   * @param period that its heading names, if any
   */
  private record Column(
      String name, Optional<String> period, boolean isComputed, String weight, String full) {

    static Column of(String heading) {
      boolean computed = heading.startsWith("**");
      String name = heading.replace("*", "");
      Matcher leaf = LEAF.matcher(name);
      if (leaf.matches()) {
        boolean isWeight = leaf.group(2).equals("weight");
        return new Column(
            leaf.group(1),
            Optional.empty(),
            computed,
            isWeight ? leaf.group(3) : "1",
            isWeight ? "100" : leaf.group(3));
      }
      int blank = name.lastIndexOf(' ');
      boolean dated = blank > 0 && Period.parse(name.substring(blank + 1)).isPresent();
      return new Column(
          dated ? name.substring(0, blank) : name,
          dated ? Optional.of(name.substring(blank + 1)) : Optional.empty(),
          computed,
          "1",
          "100");
    }
  }

  private final DocPage.Block table;
  private final List<DocPage.Block> snippets;
  private final List<Column> columns;

  WorkedExample(DocPage.Block table, List<DocPage.Block> snippets) {
    this.table = table;
    this.snippets = List.copyOf(snippets);
    this.columns = table.cells().get(0).stream().map(Column::of).toList();
  }

  /** The examples of a page, each with the snippets before it since the table before. */
  static List<WorkedExample> on(DocPage page) {
    List<WorkedExample> examples = new ArrayList<>();
    List<DocPage.Block> snippets = new ArrayList<>();
    List<String> section = List.of();
    boolean used = false;
    for (DocPage.Block block : page.blocks()) {
      if (used && !block.isTable() || !section.equals(block.headings())) {
        snippets.clear();
        used = false;
      }
      section = block.headings();
      if (!block.isTable()) {
        snippets.add(block);
      } else if (block.cells().get(0).get(0).equals("unit")) {
        examples.add(new WorkedExample(block, snippets));
        used = true;
      }
    }
    return examples;
  }

  String heading() {
    return table.heading();
  }

  /** All that its snippets say. */
  String configuration() {
    StringBuilder all = new StringBuilder();
    snippets.forEach(snippet -> all.append(snippet.text()));
    return all.toString();
  }

  int units() {
    return table.cells().size() - 1;
  }

  boolean computesAnything() {
    return columns.stream().anyMatch(Column::isComputed);
  }

  boolean uses(DocPage.Block snippet) {
    return snippets.contains(snippet);
  }

  @Override
  public String toString() {
    return table.heading() + ", line " + table.line();
  }

  /** Computes the table and compares. */
  void recompute(Path folder) throws IOException {
    Configuration configuration = configured().load(folder, toString());
    Panel panel = new Panel(configuration.roster(), configuration.returns().fields());
    List<List<String>> rows = table.cells().subList(1, units() + 1);
    for (List<String> row : rows) {
      for (int c = 1; c < columns.size(); c++) {
        boolean isGiven = !columns.get(c).isComputed() && !row.get(c).isEmpty();
        if (isGiven && !columns.get(c).name().equals("group")) {
          enter(panel, configuration, columns.get(c), unit(panel, row.get(0)), row.get(c));
        }
      }
    }
    supplyFromRoster(panel);
    panel.excuseNotDue();
    Assessment assessment = new Assessment(configuration.schemes(), panel);
    for (List<String> row : rows) {
      for (int c = 1; c < columns.size(); c++) {
        if (columns.get(c).isComputed() && !row.get(c).isEmpty()) {
          String printed = row.get(c);
          assertThat(computed(assessment, configuration, panel, row.get(0), columns.get(c)))
              .as("%s, row %s, column %s", this, row.get(0), columns.get(c).name())
              .satisfies(found -> assertPrinted(found, printed));
        }
      }
    }
  }

  private static void assertPrinted(Object found, String printed) {
    if (!(found instanceof Double number)) {
      assertThat(found).isEqualTo(printed);
    } else if (printed.equals(NOTHING) || number.isNaN()) {
      assertThat(number.isNaN() ? NOTHING : number.toString()).isEqualTo(printed);
    } else {
      BigDecimal expected = new BigDecimal(printed);
      BigDecimal exact = BigDecimal.valueOf(number).setScale(9, RoundingMode.HALF_UP);
      assertThat(exact.setScale(expected.scale() < DECIMALS ? 9 : DECIMALS, RoundingMode.HALF_UP))
          .isEqualByComparingTo(expected);
    }
  }

  // --- what is given

  private DocConfig configured() {
    List<Column> figures = new ArrayList<>();
    for (Column column : columns.subList(1, columns.size())) {
      boolean isKnown = figures.stream().anyMatch(f -> f.name().equals(column.name()));
      if (!column.isComputed() && !column.name().equals("group") && !isKnown) {
        figures.add(column);
      }
    }
    StringBuilder fields = new StringBuilder("fields:\n");
    StringBuilder children = new StringBuilder();
    for (Column column : figures) {
      String name = column.name();
      fields.append("  - {id: %s, name: %s, kind: number}\n".formatted(name, name));
      children.append(
          ("  - {id: score_%s, name: Score of %s, weight: %s, value: %s, polarity: positive,"
                  + " normalise: {method: asIs, full: %s}}\n")
              .formatted(name, name, column.weight(), name, column.full()));
    }
    String value = figures.isEmpty() ? "1" : figures.get(0).name();
    boolean areScores = figures.size() > 1 && !configuration().contains("adjustments:");
    return new DocConfig(
        snippets, fields.toString(), roster(), value, areScores ? children.toString() : "");
  }

  private String roster() {
    int group = columns.indexOf(new Column("group", Optional.empty(), false, "1", "100"));
    StringBuilder groups = new StringBuilder();
    StringBuilder units = new StringBuilder("units:\n");
    for (List<String> row : table.cells().subList(1, units() + 1)) {
      String name = row.get(0);
      String of = group < 0 || name.equals(COUNTY) ? "" : row.get(group);
      if (!of.isEmpty() && groups.indexOf(of) < 0) {
        groups.append(groups.isEmpty() ? "groups:\n" : "");
        groups.append("  - {id: %s, name: %s}\n".formatted(of, of));
      }
      if (!name.equals(COUNTY)) {
        String member = of.isEmpty() ? "" : ", group: " + of;
        units.append("  - {id: %s, name: %s%s}\n".formatted(name, name, member));
      }
    }
    return groups + units.toString();
  }

  private static int unit(Panel panel, String name) {
    int unit = panel.roster().find(name);
    assertThat(unit).as(name).isNotNegative();
    return unit;
  }

  private static Period period(Configuration configuration, Column column) {
    return Period.parse(column.period().orElse(now(configuration))).orElseThrow();
  }

  /** The period that is meant where a heading names none. */
  private static String now(Configuration configuration) {
    Frequency frequency = configuration.index().frequency();
    return frequency == Frequency.NONE ? "all" : frequency == Frequency.YEAR ? "2025" : "2025-12";
  }

  private static void enter(
      Panel panel, Configuration configuration, Column column, int unit, String cell) {
    Period period = period(configuration, column);
    Optional<Rule> rule =
        configuration.adjustments().at(period).flatMap(all -> all.rule(column.name()));
    if (rule.isPresent()) {
      for (int n = 0; n < Integer.parseInt(cell); n++) {
        if (rule.get() instanceof LateRule || rule.get() instanceof MissingRule) {
          boolean missing = rule.get() instanceof MissingRule;
          panel.add(new Lateness(unit, period, missing, Origins.NONE));
        } else {
          panel.add(
              new Event(
                  unit, period.firstDay().plusDays(n), period, column.name(), 1, Origins.NONE));
        }
      }
      return;
    }
    int field = panel.fields().indexOf(column.name());
    assertThat(field).as("field %s", column.name()).isNotNegative();
    panel.arrived(period, unit, Origins.NONE);
    if (cell.equals(NOTHING) || cell.equals(NOT_APPLICABLE)) {
      CellStatus status =
          cell.equals(NOTHING) ? CellStatus.NOT_REPORTED : CellStatus.NOT_APPLICABLE;
      panel.mark(period, unit, field, status, Origins.NONE);
    } else {
      panel.put(period, unit, field, Double.parseDouble(cell), Origins.NONE);
    }
  }

  private static void supplyFromRoster(Panel panel) {
    for (Field field : panel.fields().all()) {
      for (Period period : panel.periods()) {
        for (int unit : panel.roster().active(period)) {
          int known = unit;
          if (field.isFromRoster()) {
            panel
                .roster()
                .figure(unit, field.id(), period)
                .ifPresent(
                    figure ->
                        panel.supply(
                            period,
                            known,
                            panel.fields().indexOf(field.id()),
                            figure.value(),
                            Origins.NONE));
          }
        }
      }
    }
  }

  // --- what comes out

  private static Object computed(
      Assessment assessment, Configuration configuration, Panel panel, String row, Column column) {
    Period period = period(configuration, column);
    Scheme main = configuration.schemes().get(0);
    String name = column.name();
    for (Scheme scheme : configuration.schemes()) {
      // Another index, or a node of the main one: what is published of it.
      int node =
          assessment
              .trend(scheme.id(), scheme == main ? period.frequency() : scheme.index().frequency())
              .at(period)
              .map(standing -> standing.tree().find(name))
              .orElse(-1);
      if (node >= 0) {
        Standing standing = standing(assessment, scheme, period);
        return row.equals(COUNTY)
            ? standing.publishedPooled(node)
            : standing.published(node, unit(panel, row));
      }
    }
    Standing standing = standing(assessment, main, period);
    return row.equals(COUNTY)
        ? ofCounty(standing, name)
        : ofUnit(assessment.trend(main.id(), period.frequency()), standing, name, unit(panel, row));
  }

  private static Standing standing(Assessment assessment, Scheme scheme, Period period) {
    return assessment.trend(scheme.id(), period.frequency()).at(period).orElseThrow();
  }

  private static Object ofCounty(Standing standing, String name) {
    int first = standing.tree().indicators().get(0);
    return switch (name) {
      case "value" -> standing.scores().pooledValue(first);
      case "score" -> standing.scores().pooledScore(0);
      case "index" -> standing.publishedPooled(0);
      default -> throw new IllegalArgumentException("column " + name);
    };
  }

  private static Object ofUnit(Trend trend, Standing standing, String name, int unit) {
    int first = standing.tree().indicators().get(0);
    Matcher part = PART.matcher(name);
    if (part.matches()) {
      return standing.scores().partScore(first, Integer.parseInt(part.group(1)) - 1, unit);
    }
    Optional<Ledger.Entry> entry =
        Ledger.of(trend, standing.period()).entries().stream()
            .filter(e -> e.unit() == unit)
            .findFirst();
    return switch (name) {
      case "value" -> standing.scores().value(first, unit);
      case "shrunk" -> standing.scores().shrunkValue(first, unit);
      case "score" -> standing.scores().indexBeforePoints(unit);
      case "points" -> standing.points(unit);
      case "provisional" -> standing.provisional(unit);
      case "provisional rank" -> standing.provisionalRank(unit);
      case "index" -> standing.published(unit);
      case "rank" -> standing.rank(unit);
      case "rank in group" -> standing.groupRank(unit);
      case "band" -> standing.band(unit).map(Band::id).orElse(NOTHING);
      case "change" -> trend.movement(standing.period(), unit).index();
      case "places gained" -> trend.movement(standing.period(), unit).rank();
      case "on end" -> (double) entry.map(Ledger.Entry::inARow).orElse(0);
      case "step" ->
          entry.flatMap(Ledger.Entry::current).map(taken -> words(taken, false)).orElse(NOTHING);
      case "earlier steps" ->
          entry
              .map(e -> e.earlier().stream().map(taken -> words(taken, true)).toList())
              .filter(steps -> !steps.isEmpty())
              .map(steps -> String.join(", ", steps))
              .orElse(NOTHING);
      default -> {
        assertThat(standing.scores().rules().rule(name)).as("column %s", name).isPresent();
        yield standing.adjustments().stream()
            .filter(line -> line.unit() == unit && line.rule().equals(name))
            .mapToDouble(line -> line.points())
            .sum();
      }
    };
  }

  /** {@code notice since 2025-03}, {@code notice 2025-02 to 2025-03}. */
  private static String words(Ledger.Taken taken, boolean isOver) {
    return isOver
        ? taken.step().id() + " " + taken.since() + " to " + taken.until().orElseThrow()
        : taken.step().id() + " since " + taken.since();
  }
}
