package peaceindex.index;

import java.util.Optional;
import peaceindex.index.impute.Imputation;
import peaceindex.index.shrink.Shrinkage;
import peaceindex.index.treat.Treatment;

/**
 * What is done to the values of an indicator before they are scored, in this order: rates of small
 * numbers are drawn towards the rate of all, missing values get stand-ins, outliers are pulled in.
 * By default nothing.
 */
public record Pretreatment(
    Optional<SmallNumbers> smallNumbers,
    Optional<Imputation> imputation,
    Optional<Treatment> treatment) {

  public static final Pretreatment NONE =
      new Pretreatment(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * How rates are protected against small numbers.
   *
   * @param towards towards whose rate: all units', or the group's
   * @param use whether the drawn rate is scored
   */
  public record SmallNumbers(Shrinkage method, Towards towards, Use use) {
    public enum Towards {
      UNITS,
      GROUP
    }

    /** What the drawn rates are for. */
    public enum Use {
      /** To be read beside the official ones, which are scored. */
      ADVISORY,
      /** To be scored. */
      OFFICIAL
    }
  }
}
