package peaceindex.sample;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Everything that is out of order in the sample on purpose; nothing else is.
 *
 * <table>
 *   <caption>The anomalies</caption>
 *   <tr><th>what</th><th>where</th></tr>
 *   <tr><td>missing</td><td>no return of 双溪镇 for 2025-08</td></tr>
 *   <tr><td>late</td><td>云溪镇 2025-12 came in on 2026-01-09, due on 2026-01-05</td></tr>
 *   <tr><td>corrected</td><td>白马镇 2025-10: 热线诉求办结数 too low at first</td></tr>
 *   <tr><td>part above whole</td><td>大河镇 2025-12: 矛盾纠纷化解数 over 矛盾纠纷受理数</td></tr>
 *   <tr><td>not units</td><td>the total row and the remark row of every workbook of 2024</td></tr>
 * </table>
 */
final class Anomalies {

  static final SampleUnit MISSING_UNIT = SampleUnit.SHUANGXI;
  static final YearMonth MISSING_MONTH = YearMonth.of(2025, 8);

  static final SampleUnit LATE_UNIT = SampleUnit.YUNXI;
  static final YearMonth LATE_MONTH = YearMonth.of(2025, 12);
  static final LocalDate LATE_RECEIVED = LocalDate.of(2026, 1, 9);

  static final SampleUnit CORRECTED_UNIT = SampleUnit.BAIMA;
  static final YearMonth CORRECTED_MONTH = YearMonth.of(2025, 10);
  static final SampleField CORRECTED_FIELD = SampleField.HOTLINE_CLOSED;

  /** By how much the original falls short; small enough that the original looks plausible. */
  static final int CORRECTED_SHORTFALL = 12;

  /** In time, so that the correction is not a second late return. */
  static final LocalDate CORRECTION_RECEIVED = LocalDate.of(2025, 11, 5);

  static final SampleUnit EXCESS_UNIT = SampleUnit.DAHE;
  static final YearMonth EXCESS_MONTH = YearMonth.of(2025, 12);
  static final SampleField EXCESS_PART = SampleField.DISPUTES_RESOLVED;
  static final SampleField EXCESS_WHOLE = SampleField.DISPUTES_RECEIVED;

  /** By how much the part exceeds the whole. */
  static final int EXCESS = 3;

  /** The labels of the rows of 2024 that are not units. */
  static final String TOTAL = "合计";

  static final String REMARK = "备注";

  private Anomalies() {}

  static boolean isMissing(SampleReturn filed) {
    return filed.isFor(MISSING_UNIT, MISSING_MONTH);
  }

  static boolean isLate(SampleReturn filed) {
    return filed.isFor(LATE_UNIT, LATE_MONTH);
  }

  static boolean isCorrected(SampleReturn filed) {
    return filed.isFor(CORRECTED_UNIT, CORRECTED_MONTH);
  }

  /** The return as it was first filed, before its correction. */
  static SampleReturn original(SampleReturn corrected) {
    int wrong = corrected.figure(CORRECTED_FIELD) - CORRECTED_SHORTFALL;
    return corrected.with(CORRECTED_FIELD, wrong);
  }

  /** Makes the part exceed the whole in the one return where it does. */
  static SampleReturn withExcess(SampleReturn right) {
    if (!right.isFor(EXCESS_UNIT, EXCESS_MONTH)) {
      return right;
    }
    return right.with(EXCESS_PART, right.figure(EXCESS_WHOLE) + EXCESS);
  }
}
