package peaceindex.index;

/** The figures against which a relative normalisation judges a value. */
public enum Reference {
  /** All units of the same period. */
  UNITS,
  /** The units of the same group in the same period. */
  GROUP
}
