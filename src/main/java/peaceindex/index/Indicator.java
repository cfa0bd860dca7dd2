package peaceindex.index;

import java.util.List;
import java.util.OptionalDouble;
import peaceindex.formula.Denominators;
import peaceindex.formula.Formula;
import peaceindex.problem.Text;

/**
 * A leaf of the index.
 *
 * @param expression the value as the clerk wrote it, for display
 * @param value the value over field ids
 * @param unit unit of the value for display; may be empty
 * @param decimals decimals with which the value is shown
 * @param polarity which way is good
 * @param parts how the value becomes a score: one way, or several that are blended
 * @param zeroDenominator what becomes of the value where a denominator is 0
 * @param pretreatment what is done to the values before they are scored
 */
public record Indicator(
    String id,
    Text name,
    double weight,
    String expression,
    Formula value,
    Text unit,
    int decimals,
    Polarity polarity,
    List<Part> parts,
    ZeroDenominator zeroDenominator,
    Pretreatment pretreatment)
    implements Node {

  public Indicator {
    parts = List.copyOf(parts);
  }

  /** An indicator whose values are scored as they are. */
  public Indicator(
      String id,
      Text name,
      double weight,
      String expression,
      Formula value,
      Text unit,
      int decimals,
      Polarity polarity,
      List<Part> parts,
      ZeroDenominator zeroDenominator) {
    this(
        id,
        name,
        weight,
        expression,
        value,
        unit,
        decimals,
        polarity,
        parts,
        zeroDenominator,
        Pretreatment.NONE);
  }

  /** The value with the policy for a denominator of 0 written in. */
  public Formula guardedValue() {
    OptionalDouble instead = zeroDenominator.value();
    return instead.isPresent() ? Denominators.orElse(value, instead.getAsDouble()) : value;
  }

  /** Full marks: the weighted mean of those of its parts. */
  public double full() {
    double whole = parts.stream().mapToDouble(Part::weight).sum();
    double marks = parts.stream().mapToDouble(p -> p.weight() * p.normalisation().full()).sum();
    return whole == 0 ? 0 : marks / whole;
  }

  /** Whether any part of the score says where a unit stands in the field of its time. */
  public boolean isRelative() {
    return parts.stream().anyMatch(Part::isRelative);
  }
}
