package peaceindex.panel;

import java.util.Locale;

/**
 * What is known about one value: of the panel, where only {@link #REPORTED} ones are numbers, or of
 * an indicator, whose value may have been touched before it was scored.
 */
public enum CellStatus {
  /** A figure that can be used. */
  REPORTED,
  /** A figure that stands out too far and was pulled in before it was scored. */
  TREATED,
  /** A rate of small numbers that was drawn towards the rate of all before it was scored. */
  SHRUNK,
  /** A stand-in for a figure that is missing. */
  IMPUTED,
  /** Nothing was sent, or the cell was blank. */
  NOT_REPORTED,
  /** Something was sent that must not be used until somebody answers. */
  UNUSABLE,
  /** All figures are there, but the formula has no value for them: a denominator of 0. */
  UNDEFINED,
  /** Nothing was sent, and nothing is asked for in this period. */
  NOT_DUE,
  /** There is a value, but nothing to compare it with: no figures of the past, for example. */
  NO_REFERENCE,
  /** The question does not apply to this unit. */
  NOT_APPLICABLE;

  private final String tag = camelCase(name());

  /** The name for other programs: {@code notReported}. */
  public String tag() {
    return tag;
  }

  private static String camelCase(String name) {
    String[] words = name.toLowerCase(Locale.ROOT).split("_");
    StringBuilder tag = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      tag.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return tag.toString();
  }

  /** Whether there is a number to score, as it was reported or not. */
  public boolean hasFigure() {
    return this == REPORTED || this == TREATED || this == SHRUNK || this == IMPUTED;
  }

  /** Whether there is a number that is not the one reported. */
  public boolean isTouched() {
    return hasFigure() && this != REPORTED;
  }

  /** Whether a figure was to be expected, so that its lack is a gap. */
  public boolean isExpected() {
    return this != NOT_DUE && this != NOT_APPLICABLE;
  }

  /**
   * What becomes of a value derived from several: a question that does not apply to one part does
   * not apply to the whole, then not due, then undefined, then unusable, then not reported; of
   * touched figures the one that is least of the unit's own.
   */
  public CellStatus and(CellStatus other) {
    return rank(this) >= rank(other) ? this : other;
  }

  private static int rank(CellStatus status) {
    return switch (status) {
      case REPORTED -> 0;
      case TREATED -> 1;
      case SHRUNK -> 2;
      case IMPUTED -> 3;
      case NOT_REPORTED -> 4;
      case UNUSABLE -> 5;
      case NO_REFERENCE -> 6;
      case UNDEFINED -> 7;
      case NOT_DUE -> 8;
      case NOT_APPLICABLE -> 9;
    };
  }
}
