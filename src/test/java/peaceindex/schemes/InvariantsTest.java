package peaceindex.schemes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.config.ConfigLoader;
import peaceindex.config.Configuration;
import peaceindex.index.PeriodScores;
import peaceindex.panel.Event;
import peaceindex.panel.Frequency;
import peaceindex.panel.Origins;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.Problem;
import peaceindex.ranking.Assessment;
import peaceindex.ranking.Band;
import peaceindex.ranking.Standing;
import peaceindex.ranking.Trend;
import peaceindex.schemes.RandomScheme.Choice;

/**
 * What holds of the whole calculation, whatever is configured and reported: from configuration as
 * text to published ranks, over many seeds.
 */
class InvariantsTest {
  private static final double SAME = 1e-7;
  private static final List<Period> MONTHS =
      List.of(
          Period.month(2024, 1),
          Period.month(2024, 2),
          Period.month(2024, 3),
          Period.month(2025, 1),
          Period.month(2025, 2),
          Period.month(2025, 3));
  private static final Period LAST = MONTHS.get(MONTHS.size() - 1);

  @TempDir Path folder;

  static IntStream seeds() {
    return IntStream.range(0, 220);
  }

  /** Figures by month, unit and field; {@code NaN} where none is reported. */
  private record Figures(double[][][] of, int units) {

    static Figures random(Random random, int units) {
      double[][][] of = new double[MONTHS.size()][units][RandomScheme.FIELDS];
      for (double[][] month : of) {
        for (double[] unit : month) {
          boolean silent = random.nextInt(12) == 0;
          for (int field = 0; field < unit.length; field++) {
            boolean gap = silent || random.nextInt(10) == 0;
            unit[field] = gap ? Double.NaN : 1 + random.nextInt(20) * 2;
          }
        }
      }
      return new Figures(of, units);
    }

    /** The same with one field a·x + b instead of x. */
    Figures mapped(int field, double a, double b) {
      Figures copy = copy();
      for (double[][] month : copy.of) {
        for (double[] unit : month) {
          unit[field] = a * unit[field] + b;
        }
      }
      return copy;
    }

    Figures copy() {
      double[][][] copy = new double[of.length][units][];
      for (int month = 0; month < of.length; month++) {
        for (int unit = 0; unit < units; unit++) {
          copy[month][unit] = of[month][unit].clone();
        }
      }
      return new Figures(copy, units);
    }

    Panel panel(Configuration configuration) {
      Panel panel = new Panel(configuration.roster(), configuration.returns().fields());
      for (int month = 0; month < of.length; month++) {
        for (int unit = 0; unit < units; unit++) {
          for (int field = 0; field < RandomScheme.FIELDS; field++) {
            if (!Double.isNaN(of[month][unit][field])) {
              panel.put(MONTHS.get(month), unit, field, of[month][unit][field], 0);
            }
          }
        }
      }
      return panel;
    }
  }

  private Configuration configuration(String index, int units, boolean groups) throws IOException {
    write("config/index.yaml", index);
    write("config/returns.yaml", RandomScheme.returns());
    write(
        "config/townships.yaml",
        RandomScheme.townships(IntStream.range(0, units).boxed().toList(), groups));
    ConfigLoader.Loaded loaded = ConfigLoader.load(folder.resolve("config"), "config");
    assertThat(loaded.configuration())
        .as(loaded.problems().all().stream().map(Problem::toString).toList() + "\n" + index)
        .isPresent();
    return loaded.configuration().orElseThrow();
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static Trend trend(Configuration configuration, Panel panel) {
    return new Assessment(configuration.schemes(), panel).trend("i", Frequency.MONTH);
  }

  /** The exact indices of all months, unit by unit. */
  private static double[] indices(Trend trend, int units) {
    return trend.periods().stream()
        .flatMapToDouble(
            p -> IntStream.range(0, units).mapToDouble(trend.at(p).orElseThrow()::index))
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void minMaxIsUnchangedByPositiveAffineMaps(int seed) throws IOException {
    Random random = new Random(seed);
    int units = 1 + random.nextInt(8);
    boolean groups = random.nextBoolean();
    List<String> ownUnit = Choice.ALL.references().stream().filter(r -> !isSetFigure(r)).toList();
    Choice minMax =
        new Choice(
            RandomScheme.NORMALISATIONS.stream().filter(m -> m.contains("minMax")).toList(),
            ownUnit,
            RandomScheme.AGGREGATIONS,
            true,
            true,
            false);
    Configuration configuration =
        configuration(new RandomScheme(random, minMax, groups).index(), units, groups);
    Figures figures = Figures.random(random, units);
    Figures mapped = figures;
    for (int field = 0; field < RandomScheme.FIELDS; field++) {
      mapped = mapped.mapped(field, 0.5 + random.nextInt(8), random.nextInt(100) - 50);
    }
    assertThat(indices(trend(configuration, mapped.panel(configuration)), units))
        .containsExactly(
            indices(trend(configuration, figures.panel(configuration)), units), within(SAME));
  }

  /** A target, and sums over units, are in the unit of the value and would have to be mapped. */
  private static boolean isSetFigure(String reference) {
    return reference.contains("target") || reference.contains("county");
  }

  /**
   * Not so where a mean is punished for being unbalanced (Mazziotta and Pareto), or the best and
   * the worst of the units move with the unit (TOPSIS).
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void aBetterFigureNeverLowersTheUnitUnderAFixedReference(int seed) throws IOException {
    Random random = new Random(seed);
    int units = 1 + random.nextInt(8);
    boolean groups = random.nextBoolean();
    Choice fixed =
        new Choice(
            RandomScheme.NORMALISATIONS,
            RandomScheme.FIXED,
            RandomScheme.AGGREGATIONS.stream()
                .filter(a -> !a.contains("mazziottaPareto") && !a.contains("topsis"))
                .toList(),
            false,
            true,
            false);
    String index = new RandomScheme(random, fixed, groups).index();
    Configuration configuration = configuration(index, units, groups);
    Figures figures = Figures.random(random, units);
    Standing before = trend(configuration, figures.panel(configuration)).at(LAST).orElseThrow();
    for (int field = 0; field < RandomScheme.FIELDS; field++) {
      if (!index.contains("\"f" + field + "\"")) {
        continue;
      }
      int unit = random.nextInt(units);
      Figures better = figures.copy();
      better.of[MONTHS.size() - 1][unit][field] +=
          (RandomScheme.isPositive(field) ? 1 : -1) * random.nextInt(15);
      Standing after = trend(configuration, better.panel(configuration)).at(LAST).orElseThrow();
      if (before.isRanked(unit) && after.isRanked(unit)) {
        assertThat(after.index(unit))
            .as("f%d of u%d", field, unit)
            .isGreaterThanOrEqualTo(before.index(unit) - SAME);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfUnitsAndFilesDoesNotMatter(int seed) throws IOException {
    Random random = new Random(seed);
    int units = 1 + random.nextInt(8);
    boolean groups = random.nextBoolean();
    RandomScheme scheme = new RandomScheme(random, Choice.ALL, groups);
    write("config/index.yaml", scheme.indexWithPoints());
    write("config/returns.yaml", RandomScheme.returns());
    Figures figures = Figures.random(random, units);
    String events = events(random, units);
    List<Map<String, String>> published = new ArrayList<>();
    for (List<Integer> order :
        List.of(IntStream.range(0, units).boxed().toList(), RandomScheme.shuffled(units, random))) {
      write("config/townships.yaml", RandomScheme.townships(order, groups));
      String input = "input" + published.size();
      for (int month = 0; month < MONTHS.size(); month++) {
        returns(input + "/" + MONTHS.get(month), figures.of[month], order);
      }
      write(input + "/加减分登记表.csv", events);
      published.add(published(County.read(folder, input)));
    }
    assertThat(published.get(1)).isEqualTo(published.get(0));
  }

  /** Two files, so that another order of units is another order of files and of rows in them. */
  private void returns(String month, double[][] figures, List<Integer> order) throws IOException {
    int half = (order.size() + 1) / 2;
    table(month + "/1.csv", figures, order.subList(0, half));
    if (half < order.size()) {
      table(month + "/2.csv", figures, order.subList(half, order.size()));
    }
  }

  private void table(String file, double[][] figures, List<Integer> order) throws IOException {
    StringBuilder text = new StringBuilder("单位名称");
    for (int field = 0; field < RandomScheme.FIELDS; field++) {
      text.append(",数").append(field);
    }
    for (int unit : order) {
      text.append("\n第").append((char) ('甲' + unit)).append("镇");
      for (double figure : figures[unit]) {
        text.append(',').append(Double.isNaN(figure) ? "" : Integer.toString((int) figure));
      }
    }
    write(file, text + "\n");
  }

  private static String events(Random random, int units) {
    StringBuilder text = new StringBuilder("单位名称,发生日期,加减分事项,次数\n");
    List<String> rules = List.of("案件", "案件", "表彰", "重大事故");
    for (int i = 0; i < 6; i++) {
      text.append("第")
          .append((char) ('甲' + random.nextInt(units)))
          .append("镇,")
          .append(LocalDate.of(2025, 1 + random.nextInt(3), 1 + random.nextInt(28)))
          .append(',')
          .append(rules.get(random.nextInt(rules.size())))
          .append(',')
          .append(1 + random.nextInt(2))
          .append('\n');
    }
    return text.toString();
  }

  /** Everything that is published, by month and id of unit. */
  private static Map<String, String> published(County county) {
    Map<String, String> out = new TreeMap<>();
    Trend trend = county.assessment().trend("i", Frequency.MONTH);
    for (Period period : trend.periods()) {
      Standing standing = trend.at(period).orElseThrow();
      for (int unit = 0; unit < standing.units(); unit++) {
        List<String> figures = new ArrayList<>();
        for (int node = 0; node < standing.tree().size(); node++) {
          figures.add(standing.published(node, unit) + " #" + standing.rank(node, unit));
        }
        out.put(
            period + " " + county.panel().roster().get(unit).id(),
            figures
                + " points "
                + standing.points(unit)
                + " group "
                + standing.groupRank(unit)
                + " "
                + standing.band(unit).map(Band::id).orElse("")
                + " "
                + trend.movement(period, unit));
      }
    }
    return out;
  }

  /** Weights count within their parent, but for the points of a sum. */
  @ParameterizedTest
  @MethodSource("seeds")
  void doublingAllWeightsChangesNothing(int seed) throws IOException {
    Random random = new Random(seed);
    int units = 1 + random.nextInt(8);
    boolean groups = random.nextBoolean();
    Choice noSum =
        new Choice(
            Choice.ALL.normalisations(),
            Choice.ALL.references(),
            RandomScheme.AGGREGATIONS.stream().filter(a -> !a.contains("sum")).toList(),
            true,
            true,
            true);
    String index = new RandomScheme(random, noSum, groups).index();
    String doubled =
        Pattern.compile("weight: ([0-9.]+)")
            .matcher(index)
            .replaceAll(m -> "weight: " + 2 * Double.parseDouble(m.group(1)));
    assertThat(doubled).isNotEqualTo(index);
    Figures figures = Figures.random(random, units);
    Configuration one = configuration(index, units, groups);
    Configuration two = configuration(doubled, units, groups);
    assertThat(indices(trend(two, figures.panel(two)), units))
        .containsExactly(indices(trend(one, figures.panel(one)), units), within(SAME));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void contributionsAndPointsAddUpToTheIndex(int seed) throws IOException {
    Random random = new Random(seed);
    int units = 1 + random.nextInt(8);
    boolean groups = random.nextBoolean();
    Choice additive =
        new Choice(
            Choice.ALL.normalisations(),
            Choice.ALL.references(),
            List.of("{method: arithmetic}", "{method: sum}"),
            true,
            true,
            true);
    Configuration configuration =
        configuration(new RandomScheme(random, additive, groups).indexWithPoints(), units, groups);
    Panel panel = Figures.random(random, units).panel(configuration);
    for (int i = 0; i < 5; i++) {
      LocalDate day = LocalDate.of(2025, 1 + random.nextInt(3), 7);
      panel.add(
          new Event(
              random.nextInt(units),
              day,
              Period.of(day, Frequency.MONTH),
              random.nextBoolean() ? "case" : "praise",
              1 + i % 2,
              Origins.NONE));
    }
    Trend trend = trend(configuration, panel);
    for (Period period : trend.periods()) {
      Standing standing = trend.at(period).orElseThrow();
      PeriodScores scores = standing.scores();
      for (int unit = 0; unit < units; unit++) {
        if (standing.isRanked(unit)) {
          double sum = standing.points(unit);
          for (int node : standing.tree().indicators()) {
            sum += scores.contribution(node, unit);
          }
          assertThat(sum).as("%s u%s", period, unit).isCloseTo(standing.index(unit), within(SAME));
        }
      }
    }
  }

  /** What a new method would have to be added to. */
  @Test
  void everyMethodTakesPart() throws IOException {
    String schema = Files.readString(Path.of("config/schema/index.schema.json"));
    Map<String, List<String>> known = new LinkedHashMap<>();
    known.put("asIs", RandomScheme.NORMALISATIONS);
    known.put("arithmetic", RandomScheme.AGGREGATIONS);
    known.forEach(
        (first, texts) -> {
          Matcher list =
              Pattern.compile("\"enum\": \\[ (\"" + first + "\"[^\\]]*)\\]").matcher(schema);
          TreeSet<String> methods = new TreeSet<>();
          while (list.find()) {
            methods.addAll(List.of(list.group(1).replaceAll("[\" ]", "").split(",")));
          }
          TreeSet<String> used = new TreeSet<>();
          texts.forEach(text -> used.add(text.replaceFirst(".*method: (\\w+).*", "$1")));
          assertThat(used).isEqualTo(methods);
        });
  }
}
