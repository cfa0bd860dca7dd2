package peaceindex.panel;

/** What is known about one value of the panel. Only {@link #REPORTED} values are numbers. */
public enum CellStatus {
  /** A figure that can be used. */
  REPORTED,
  /** Nothing was sent, or the cell was blank. */
  NOT_REPORTED,
  /** Something was sent that must not be used until somebody answers. */
  UNUSABLE,
  /** All figures are there, but the formula has no value for them: a denominator of 0. */
  UNDEFINED,
  /** Nothing was sent, and nothing is asked for in this period. */
  NOT_DUE,
  /** The question does not apply to this unit. */
  NOT_APPLICABLE;

  /** Whether a figure was to be expected, so that its lack is a gap. */
  public boolean isExpected() {
    return this != NOT_DUE && this != NOT_APPLICABLE;
  }

  /**
   * What becomes of a value derived from several: a question that does not apply to one part does
   * not apply to the whole, then not due, then undefined, then unusable, then not reported.
   */
  public CellStatus and(CellStatus other) {
    return rank(this) >= rank(other) ? this : other;
  }

  private static int rank(CellStatus status) {
    return switch (status) {
      case REPORTED -> 0;
      case NOT_REPORTED -> 1;
      case UNUSABLE -> 2;
      case UNDEFINED -> 3;
      case NOT_DUE -> 4;
      case NOT_APPLICABLE -> 5;
    };
  }
}
