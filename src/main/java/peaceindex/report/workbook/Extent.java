package peaceindex.report.workbook;

import org.jspecify.annotations.Nullable;

/**
 * How wide the cells of a column are, found out cell by cell. Of figures in the same form only the
 * least and the greatest are measured, and what repeats is measured once: a large table has
 * millions of cells.
 */
final class Extent {
  private final double widest;
  private double width;
  private boolean wraps;
  private @Nullable NumberForm form;
  private double least;
  private double most;
  private String words = "";

  /**
   * @param widest the width at which longer text is wrapped
   */
  Extent(double widest) {
    this.widest = widest;
  }

  void include(Cell cell) {
    Cell seen = cell.seen();
    if (seen instanceof Cell.Figure figure) {
      include(figure.value(), figure.form());
    } else if (seen instanceof Cell.Written written) {
      if (!written.text().equals(words)) {
        words = written.text();
        widen(written.width());
      }
    } else {
      widen(cell.width());
    }
  }

  void include(double figure, NumberForm shown) {
    if (!shown.isEven(figure)) {
      widen(shown.width(figure));
      return;
    }
    if (shown != form && !shown.equals(form)) {
      measure();
      form = shown;
      least = 0;
      most = 0;
    }
    if (figure < least) {
      least = figure;
    } else if (figure > most) {
      most = figure;
    }
  }

  private void measure() {
    if (form != null) {
      widen(Math.max(form.width(least), form.width(most)));
    }
  }

  private void widen(double needed) {
    if (needed > widest) {
      wraps = true;
      width = widest;
    } else if (needed > width) {
      width = needed;
    }
  }

  /** Whether any cell so far is wider than what is given to it. */
  boolean wraps() {
    return wraps;
  }

  /** The width of all cells so far, up to where they wrap; 0 if there are none. */
  double width() {
    measure();
    return width;
  }
}
