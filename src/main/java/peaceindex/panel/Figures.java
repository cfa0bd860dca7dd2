package peaceindex.panel;

/** Figures as a person would write them. */
public final class Figures {
  private static final double EXACT = 1e15;

  private Figures() {}

  /** A whole figure without a fraction, another in the shortest form that names the double. */
  public static String plain(double figure) {
    return figure == Math.rint(figure) && Math.abs(figure) < EXACT
        ? Long.toString((long) figure)
        : Double.toString(figure);
  }
}
