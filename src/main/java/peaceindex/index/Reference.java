package peaceindex.index;

/**
 * Against what a value is judged. For every row it becomes a set of figures of the same indicator,
 * computed by the rules of the period that is scored; of a method's formula only their statistics
 * are asked. Where there are no such figures the value has no score.
 */
public sealed interface Reference {
  /** All units of the same period. */
  Reference UNITS = new Figures(Of.UNITS, new When.Now());

  /** The units of the same group in the same period. */
  Reference GROUP = new Figures(Of.GROUP, new When.Now());

  /**
   * Figures of the panel: whose, and of which periods. For the county's pooled row {@link Of#GROUP}
   * is all units and {@link Of#OWN} the county.
   */
  record Figures(Of of, When when) implements Reference {}

  /** A set figure, in the unit of the value. */
  record Target(double value) implements Reference {}

  /** Whose figures. */
  enum Of {
    /** Of all units. */
    UNITS,
    /** Of the units of the same group. */
    GROUP,
    /** Of the unit itself; before it was formed, of those it was formed from. */
    OWN,
    /** Of the county: all units pooled, one figure a period. */
    COUNTY
  }

  /**
   * Whether it is the field of the time: then scores say where a unit stands among others, and
   * cannot be compared between periods.
   */
  default boolean isFieldOfTheTime() {
    return this instanceof Figures figures
        && (figures.of() == Of.UNITS || figures.of() == Of.GROUP)
        && figures.when() instanceof When.Now;
  }
}
