package peaceindex.ranking;

/** Which rank units with the same published score share. */
public enum TiePolicy {
  /** The best of the places they take up: 1-2-2-4. */
  MINIMUM,
  /** The same, with no gap after it: 1-2-2-3. */
  DENSE,
  /** The mean of the places they take up: 1-2.5-2.5-4. */
  AVERAGE
}
