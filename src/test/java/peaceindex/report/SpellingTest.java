package peaceindex.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import peaceindex.formula.Formula;
import peaceindex.formula.Formula.Variable;
import peaceindex.formula.FormulaParser;
import peaceindex.formula.Statistics;
import peaceindex.formula.Worked;
import peaceindex.index.Oriented;
import peaceindex.index.Polarity;
import peaceindex.index.aggregate.Arithmetic;
import peaceindex.index.aggregate.Child;
import peaceindex.index.aggregate.Geometric;
import peaceindex.index.aggregate.RowWise;
import peaceindex.index.aggregate.Sum;
import peaceindex.index.normalise.Deduction;
import peaceindex.index.normalise.Goalposts;
import peaceindex.index.normalise.MinMax;
import peaceindex.index.normalise.Normalisation;
import peaceindex.index.normalise.PercentileRank;
import peaceindex.index.normalise.PiecewiseLinear;
import peaceindex.index.normalise.StepTable;
import peaceindex.index.normalise.ZScore;
import peaceindex.problem.Lang;

/** Formulas as people read them: method, value, reference, and what is written. */
class SpellingTest {
  private static final double NAN = Double.NaN;

  private static Spelling value(String formula, Map<String, Double> figures) {
    Formula parsed = FormulaParser.parse(formula, java.util.Optional::of).formula().orElseThrow();
    return new Spelling(new Worked(parsed, figures), name -> name, Lang.ZH);
  }

  private static Spelling score(
      Normalisation method, Polarity polarity, double x, double... reference) {
    Formula formula = method.score(new Oriented(new Variable("x"), polarity));
    return new Spelling(
        new Worked(formula, Map.of("x", x), Set.of(), Statistics.of(reference)),
        name -> name,
        Lang.ZH);
  }

  private static Spelling dimension(RowWise method, double... scores) {
    List<Child> children =
        List.of(
            new Child(new Variable("a"), method.coefficient(35, 60), 100),
            new Child(new Variable("b"), method.coefficient(25, 60), 100));
    return new Spelling(
        new Worked(method.combine(children, 0), Map.of("a", scores[0], "b", scores[1])),
        name -> name,
        Lang.ZH);
  }

  @Test
  void aValueWithNamesAndWithNumbers() {
    Spelling rate =
        value("resolved / received * 100", Map.of("resolved", 117.0, "received", 120.0));
    assertThat(rate.symbols()).isEqualTo("resolved / received × 100");
    assertThat(rate.equation()).isEqualTo("= 117 / 120 × 100 = 97.5");
    assertThat(value("(a + b) / (c - 1)", Map.of("a", 1.0, "b", 2.0, "c", 8.0)).equation())
        .isEqualTo("= (1 + 2) / (8 − 1) ≈ 0.4286");
    assertThat(value("a - (b - c)", Map.of("a", 5.0, "b", 2.0, "c", -1.0)).equation())
        .isEqualTo("= 5 − (2 − (-1)) = 2");
    assertThat(value("max(a, b) / 2", Map.of("a", 5.0, "b", 2.0)).symbols())
        .isEqualTo("max(a, b) / 2");
  }

  @Test
  void goalpostsWithinAndBeyond() {
    Goalposts posts = new Goalposts(70, 100, true);
    assertThat(score(posts, Polarity.POSITIVE, 97.5).equation())
        .isEqualTo("= 100 × (97.5 − 70) / (100 − 70) ≈ 91.6667");
    assertThat(score(posts, Polarity.NEGATIVE, 97.5).equation())
        .isEqualTo("= 100 × (100 − 97.5) / (100 − 70) ≈ 8.3333");
    Spelling below = score(posts, Polarity.POSITIVE, 64);
    assertThat(below.equation()).isEqualTo("= 0");
    assertThat(below.notes()).containsExactly("100 × (64 − 70) / (100 − 70) = -20，低于 0，按 0 计");
  }

  @Test
  void referencesAreNamedWithTheirValue() {
    Spelling minMax = score(new MinMax(), Polarity.POSITIVE, 90, 60, 90, 100);
    assertThat(minMax.equation()).isEqualTo("= (100 − 0) × (90 − 60) / (100 − 60) = 75");
    assertThat(minMax.notes()).containsExactly("基数最低值 60、基数最高值 100");
    Spelling z = score(new ZScore(50, 10), Polarity.POSITIVE, 4, 2, 4, 6);
    assertThat(z.equation()).isEqualTo("= 50");
    Spelling rank = score(new PercentileRank(), Polarity.POSITIVE, 90, 60, 90, 100);
    assertThat(rank.equation()).endsWith("= 50");
    assertThat(rank.notes()).anyMatch(note -> note.equals("比 90 低的有 1 个"));
  }

  @Test
  void onlyTheStepThatDecidesIsWritten() {
    StepTable table =
        new StepTable(
            List.of(
                new StepTable.Step(OptionalDouble.of(95), OptionalDouble.empty(), 100),
                new StepTable.Step(OptionalDouble.of(90), OptionalDouble.empty(), 80),
                new StepTable.Step(OptionalDouble.empty(), OptionalDouble.empty(), 60)));
    Spelling middle = score(table, Polarity.POSITIVE, 93);
    assertThat(middle.equation()).isEqualTo("= 80");
    assertThat(middle.notes()).containsExactly("93 < 95", "93 ≥ 90");
  }

  @Test
  void deductionsAndLinesLeaveOutWhatIsNothing() {
    Deduction deduction =
        new Deduction(
            100,
            List.of(
                new Deduction.Step(OptionalDouble.of(96), OptionalDouble.empty(), 1),
                new Deduction.Step(OptionalDouble.of(90), OptionalDouble.empty(), 2)),
            OptionalDouble.of(15),
            0,
            false,
            false);
    assertThat(score(deduction, Polarity.POSITIVE, 93).equation())
        .isEqualTo("= 100 − 1 × (96 − 93) = 97");
    Spelling most = score(deduction, Polarity.POSITIVE, 80);
    assertThat(most.equation()).isEqualTo("= 100 − 15 = 85");
    assertThat(most.notes()).containsExactly("1 × (96 − 90) + 2 × (90 − 80) = 26，超过 15，按 15 计");
    PiecewiseLinear line =
        new PiecewiseLinear(
            List.of(
                new PiecewiseLinear.Point(60, 20),
                new PiecewiseLinear.Point(80, 60),
                new PiecewiseLinear.Point(100, 100)));
    assertThat(score(line, Polarity.POSITIVE, 70).equation())
        .isEqualTo("= 20 + (60 − 20) × (70 − 60) / (80 − 60) = 40");
  }

  @Test
  void meansTellTheirWeights() {
    assertThat(dimension(new Arithmetic(), 90, 60).equation())
        .isEqualTo("= 58.3333% × 90 + 41.6667% × 60 = 77.5");
    assertThat(dimension(new Arithmetic(), 90, NAN).equation()).isEqualTo("= 90");
    assertThat(dimension(new Geometric(), 90, 40).numbers()).isEqualTo("90^58.3333% × 40^41.6667%");
    assertThat(dimension(new Sum(), 90, 60).equation()).isEqualTo("= 35 × 90 + 25 × 60 = 4650");
    assertThat(dimension(new Sum(), 90, NAN).equation())
        .isEqualTo("= 6000 / 3500 × (35 × 90) = 5400");
  }
}
