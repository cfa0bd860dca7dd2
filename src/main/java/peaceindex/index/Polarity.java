package peaceindex.index;

/** Which way is good: more ({@link #POSITIVE}) or less ({@link #NEGATIVE}). */
public enum Polarity {
  POSITIVE,
  NEGATIVE
}
