package peaceindex.index;

import static peaceindex.index.Polarity.NEGATIVE;
import static peaceindex.index.Polarity.POSITIVE;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import peaceindex.formula.Evaluator;
import peaceindex.formula.Formula;
import peaceindex.formula.Frame;
import peaceindex.formula.Statistics;
import peaceindex.index.normalise.Borda;
import peaceindex.index.normalise.Deduction;
import peaceindex.index.normalise.Difference;
import peaceindex.index.normalise.DistanceToBest;
import peaceindex.index.normalise.DistanceToTarget;
import peaceindex.index.normalise.Efficacy;
import peaceindex.index.normalise.Goalposts;
import peaceindex.index.normalise.MinMax;
import peaceindex.index.normalise.Normalisation;
import peaceindex.index.normalise.PercentileRank;
import peaceindex.index.normalise.PiecewiseLinear;
import peaceindex.index.normalise.Rank;
import peaceindex.index.normalise.RankPoints;
import peaceindex.index.normalise.RankShare;
import peaceindex.index.normalise.RelativeChange;
import peaceindex.index.normalise.StepTable;
import peaceindex.index.normalise.ZScore;

/** Scores of values by a method, and methods to score by, as they would be written down. */
final class Scoring {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  private Scoring() {}

  /** The scores of values that are their own reference. */
  static double[] scores(Normalisation method, Polarity polarity, double... values) {
    return against(Statistics.of(values), method, polarity, values);
  }

  /** The scores of values against a reference of which they need not be a part. */
  static double[] against(
      Statistics reference, Normalisation method, Polarity polarity, double... values) {
    Frame frame =
        new Frame() {
          @Override
          public int rows() {
            return values.length;
          }

          @Override
          public double[] column(String name) {
            return values;
          }

          @Override
          public Statistics reference(int row) {
            return reference;
          }
        };
    Formula x = new Formula.Variable("x");
    return Evaluator.evaluate(method.score(new Oriented(x, polarity)), frame);
  }

  static StepTable.Step from(double bound, double score) {
    return new StepTable.Step(OptionalDouble.of(bound), NONE, score);
  }

  static StepTable.Step to(double bound, double score) {
    return new StepTable.Step(NONE, OptionalDouble.of(bound), score);
  }

  static StepTable.Step rest(double score) {
    return new StepTable.Step(NONE, NONE, score);
  }

  static StepTable steps(StepTable.Step... steps) {
    return new StepTable(List.of(steps));
  }

  /** Points of a line: value, score, value, score … */
  static PiecewiseLinear line(double... points) {
    return new PiecewiseLinear(
        Stream.iterate(0, i -> i < points.length, i -> i + 2)
            .map(i -> new PiecewiseLinear.Point(points[i], points[i + 1]))
            .toList());
  }

  static Deduction.Step below(double bound, double per) {
    return new Deduction.Step(OptionalDouble.of(bound), NONE, per);
  }

  static Deduction.Step above(double bound, double per) {
    return new Deduction.Step(NONE, OptionalDouble.of(bound), per);
  }

  /** Full marks 100, no floor above 0, no greatest loss; exact units, each at its own price. */
  static Deduction deduction(Deduction.Step... steps) {
    return new Deduction(100, List.of(steps), NONE, 0, false, false);
  }

  static DistanceToTarget target(double target, boolean clamp) {
    return new DistanceToTarget(OptionalDouble.of(target), clamp);
  }

  /**
   * A method for a positive indicator and its mirror image for a negative one: what the one makes
   * of x the other makes of −x.
   */
  record Pair(Normalisation positive, Normalisation negative) {

    Normalisation of(Polarity polarity) {
      return polarity == POSITIVE ? positive : negative;
    }

    static Pair same(Normalisation method) {
      return new Pair(method, method);
    }
  }

  /** Every method, for values of about 60 to 110. */
  static List<Pair> everyMethod() {
    return List.of(
        new Pair(new Goalposts(70, 100, true), new Goalposts(-100, -70, true)),
        new Pair(new Goalposts(70, 100, false), new Goalposts(-100, -70, false)),
        new Pair(new Efficacy(70, 100, 50, 30, true), new Efficacy(-100, -70, 50, 30, true)),
        Pair.same(new MinMax(10, 90, false)),
        Pair.same(new MinMax(0, 100, true)),
        Pair.same(new ZScore(50, 10)),
        Pair.same(new Rank()),
        Pair.same(new PercentileRank()),
        Pair.same(new RankShare()),
        Pair.same(new Borda()),
        new Pair(target(96, false), target(-96, false)),
        new Pair(target(80, true), target(-80, true)),
        Pair.same(new DistanceToTarget(NONE, false)),
        Pair.same(new DistanceToBest(true)),
        new Pair(
            steps(from(95, 100), from(90, 80.5), rest(60)),
            steps(to(-95, 100), to(-90, 80.5), rest(60))),
        new Pair(line(70, 20, 90, 60, 97, 100), line(-97, 100, -90, 60, -70, 20)),
        new Pair(
            deduction(below(96, 0.25), below(90, 0.5)),
            deduction(above(-96, 0.25), above(-90, 0.5))),
        new Pair(
            new Deduction(
                20, List.of(below(96, 1), below(90, 2)), OptionalDouble.of(15), 1, true, true),
            new Deduction(
                20, List.of(above(-96, 1), above(-90, 2)), OptionalDouble.of(15), 1, true, true)),
        Pair.same(new RankPoints(100, 0.5, 97)),
        Pair.same(new RelativeChange(80, 2, 0, 100)),
        Pair.same(new Difference(80, 1.5, 0, 100)));
  }

  /** The values of the mirror image. */
  static double[] mirrored(double[] values) {
    return Arrays.stream(values).map(x -> -x).toArray();
  }

  static List<Polarity> polarities() {
    return List.of(POSITIVE, NEGATIVE);
  }
}
