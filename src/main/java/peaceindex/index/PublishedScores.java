package peaceindex.index;

import peaceindex.panel.Period;

/** The published scores of other indices, from which an index may be composed. */
public interface PublishedScores {

  /** The published score of every unit, {@code NaN} where it has none. */
  double[] units(ScoreOf score, Period period);

  /** The published score of the county's pooled figures. */
  double county(ScoreOf score, Period period);

  /** No other index. */
  PublishedScores NONE =
      new PublishedScores() {
        @Override
        public double[] units(ScoreOf score, Period period) {
          throw new IllegalArgumentException("no index " + score.index());
        }

        @Override
        public double county(ScoreOf score, Period period) {
          throw new IllegalArgumentException("no index " + score.index());
        }
      };
}
