package peaceindex.index.normalise;

import java.util.List;
import java.util.OptionalDouble;
import peaceindex.index.Polarity;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Text;

/**
 * The bounds of a table whose lines are written from the best to the worst. With a positive
 * indicator they stand under another key and fall; with a negative one they rise.
 *
 * @param list the name of the table's parameter
 * @param open whether the last line is for all that is worse, and has no bound
 */
record Ladder(String list, String positiveKey, String negativeKey, List<Rung> rungs, boolean open) {

  /** The bound of a line, under the one key or the other. */
  record Rung(OptionalDouble positive, OptionalDouble negative) {

    /** The bound, whatever its key; {@code NaN} where there is none. */
    double bound() {
      return positive.orElse(negative.orElse(Double.NaN));
    }
  }

  /** Whether the bounds are sound; if not, {@code faults} are told why. */
  boolean check(Polarity polarity, Faults faults) {
    boolean positive = polarity == Polarity.POSITIVE;
    String key = positive ? positiveKey : negativeKey;
    String other = positive ? negativeKey : positiveKey;
    boolean sound = true;
    for (int line = 0; line < rungs.size(); line++) {
      Rung rung = rungs.get(line);
      boolean bounded = (positive ? rung.positive : rung.negative).isPresent();
      boolean mayBeBounded = !open || line < rungs.size() - 1;
      if ((positive ? rung.negative : rung.positive).isPresent()) {
        sound = false;
        faults.add(
            Code.BOUND_OF_OTHER_POLARITY,
            List.of(list, line, other),
            "found",
            other,
            "polarity",
            positive ? "positive" : "negative",
            "expected",
            key);
      } else if (bounded && !mayBeBounded) {
        gap(polarity, key, line, faults);
      } else if (!bounded && mayBeBounded) {
        sound = false;
        Text quoted = new Text("“" + key + "”", "\"" + key + "\"");
        faults.add(Code.MISSING_KEY, List.of(list, line), "expected", quoted);
      }
    }
    if (!sound) {
      return false;
    }
    List<Double> bounds =
        rungs.stream().map(Rung::bound).filter(bound -> !Double.isNaN(bound)).toList();
    Faults.Order order = positive ? Faults.Order.FALL : Faults.Order.RISE;
    return faults.unlessOrdered(list, key, order, bounds);
  }

  private void gap(Polarity polarity, String key, int line, Faults faults) {
    String bound = Faults.plain(rungs.get(line).bound());
    Text range =
        polarity == Polarity.POSITIVE
            ? Messages.phrase("config.gap.below", "to", bound)
            : Messages.phrase("config.gap.over", "from", bound);
    faults.add(Code.STEPS_GAP, List.of(list, line, key), "found", range, "key", key);
  }
}
