package peaceindex.index.adjust;

/** For how long an event counts. */
public enum Counts {
  /** In the period of its day only. */
  PERIOD,
  /** In the period of its day and in all later ones of the calendar year. */
  YEAR
}
