package peaceindex.index.impute;

/**
 * A method that finds a stand-in for a missing value. An implementation is a record whose
 * components are its parameters, under the names they have in configuration.
 */
public interface Imputation {

  /**
   * A stand-in for each unit whose value is missing; {@code NaN} for a unit that has its own, and
   * where there is nothing to make one of. Whether the unit was to have a value at all, the caller
   * knows: where a question does not apply, no stand-in is to be used.
   */
  double[] standIns(Gaps gaps);

  /** How many periods back it looks. */
  default int periods() {
    return 0;
  }
}
