package peaceindex.index.normalise;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;

/**
 * Takes what contradicts itself among the parameters of a method, such as a lower bound above the
 * upper. Whoever read the parameters knows where they are written.
 */
@FunctionalInterface
public interface Faults {

  /** How numbers follow each other from line to line of a list. */
  enum Order {
    RISE((before, now) -> now - before, false),
    FALL((before, now) -> before - now, false),
    NOT_FALL((before, now) -> now - before, true),
    NOT_RISE((before, now) -> before - now, true);

    private final DoubleBinaryOperator advance;
    private final boolean mayStand;

    Order(DoubleBinaryOperator advance, boolean mayStand) {
      this.advance = advance;
      this.mayStand = mayStand;
    }

    boolean holds(double before, double now) {
      double by = advance.applyAsDouble(before, now);
      return by > 0 || (mayStand && by == 0);
    }
  }

  /**
   * Adds one.
   *
   * @param parameter the way to the parameter at fault: its name, or {@code steps, 1, from} inside
   *     a list
   * @param namesAndValues what the message of {@code code} names
   */
  void add(Code code, List<Object> parameter, Object... namesAndValues);

  /** That {@code low} is not less than {@code high}, if so. */
  default void unlessLess(String lowName, double low, String highName, double high) {
    if (low >= high) {
      add(
          Code.GOALPOSTS_EMPTY,
          List.of(lowName),
          "lower",
          lowName,
          "found",
          plain(low),
          "upper",
          highName,
          "expected",
          plain(high));
    }
  }

  /**
   * Where the numbers under {@code key} in the lines of a list do not follow {@code order}.
   *
   * @return whether they do
   */
  default boolean unlessOrdered(String list, String key, Order order, List<Double> numbers) {
    boolean ordered = true;
    for (int line = 1; line < numbers.size(); line++) {
      double before = numbers.get(line - 1);
      double now = numbers.get(line);
      if (!order.holds(before, now)) {
        ordered = false;
        add(
            Code.LINES_UNORDERED,
            List.of(list, line, key),
            "key",
            key,
            "order",
            Messages.phrase("config.order." + order),
            "found",
            plain(now),
            "other",
            plain(before));
      }
    }
    return ordered;
  }

  /** A number as it would be written in configuration. */
  static String plain(double number) {
    BigDecimal shown = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    return shown.signum() == 0 ? "0" : shown.toPlainString();
  }
}
