package peaceindex.panel;

/** What sort of figure a field holds; decides which figures make sense and how units pool. */
public enum FieldKind {
  /** A number of cases: whole, not negative; the county's is the sum. */
  COUNT,
  /** Per cent from 0 to 100; pooled only by a weight that the field names. */
  PERCENTAGE,
  /** A number of people: whole, positive; the county's is the sum. */
  POPULATION,
  /** An amount such as money or area: not negative; the county's is the sum. */
  AMOUNT,
  /**
   * Any number, such as an index or a temperature; pooled only by a weight that the field names.
   */
  NUMBER;

  /** Whether the figures of several units may be added up. */
  public boolean isAdditive() {
    return this == COUNT || this == POPULATION || this == AMOUNT;
  }

  /** Whether only whole numbers make sense. */
  public boolean isWhole() {
    return this == COUNT || this == POPULATION;
  }
}
