package peaceindex.report.workbook;

/**
 * A4, which way it lies.
 *
 * @see Layout
 */
public enum Paper {
  ACROSS(138, 505),
  UPRIGHT(93, 752);

  /** What has room beside one another between the margins, in digits of the body font. */
  private final double digits;

  /** What has room above one another between the margins. */
  private final double points;

  Paper(double digits, double points) {
    this.digits = digits;
    this.points = points;
  }

  double digits() {
    return digits;
  }

  double points() {
    return points;
  }
}
