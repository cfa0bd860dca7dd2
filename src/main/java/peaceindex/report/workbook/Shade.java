package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import peaceindex.report.workbook.ooxml.Area;
import peaceindex.report.workbook.ooxml.Condition;
import peaceindex.report.workbook.ooxml.Highlight;
import peaceindex.report.workbook.ooxml.SheetWriter;

/**
 * What the figures or words of a column do to their ground: a conditional format, so that it
 * follows when the workbook is computed anew. Figure or word always stand in the cell too; what
 * holds only words, an empty cell, a mark for what is missing, has no bar and no tint.
 */
public sealed interface Shade {

  /** The ground stays as it is. */
  Shade NONE = new None();

  /** Adds it to the cells. */
  void apply(SheetWriter sheet, Area cells);

  /** See {@link #NONE}. */
  record None() implements Shade {
    @Override
    public void apply(SheetWriter sheet, Area cells) {}
  }

  /** The ends of bars and tints: figures beyond look like those at the end. */
  record Ends(double least, double most) {
    private static final double FULL = 100;

    /**
     * Round ends, the same from month to month, so that months can be laid side by side: 0 to 100
     * if all figures lie there and reach beyond 10, otherwise as far as they reach, and from 0 on
     * where none is negative. Without figures 0 to 100.
     *
     * @param figures {@code NaN} where there is none
     */
    static Ends of(double[] figures) {
      double least = 0;
      double most = 0;
      for (double figure : figures) {
        if (Double.isFinite(figure)) {
          least = Math.min(least, figure);
          most = Math.max(most, figure);
        }
      }
      // A z-score is a few units wide: a hundred would make bars of nothing.
      boolean narrow = least < 0 || (most > 0 && most <= FULL / 10);
      return new Ends(least, narrow ? most : Math.max(FULL, most));
    }
  }

  /** A bar as long as the figure; it begins at the lower end. */
  record Bars(Ends ends) implements Shade {
    @Override
    public void apply(SheetWriter sheet, Area cells) {
      Condition bar = new Condition.Bar(ends.least(), ends.most(), Styles.BAR);
      sheet.highlight(cells, List.of(bar));
    }
  }

  /** A word and the colour of its ground as {@code #RRGGBB}. */
  record Coloured(String word, String colour) {
    /** What a formula can hold between quotation marks. */
    private static final int LONGEST = 255;

    boolean isSayable() {
      return word.length() <= LONGEST;
    }
  }

  /** Each of some words on its ground; anything else on white. */
  record Words(List<Coloured> words) implements Shade {
    private static final String PAPER = "#FFFFFF";

    public Words {
      words = List.copyOf(words);
    }

    @Override
    public void apply(SheetWriter sheet, Area cells) {
      List<Condition> rules = new ArrayList<>();
      for (Coloured each : words) {
        if (each.isSayable()) {
          String quoted = "\"" + each.word().replace("\"", "\"\"") + "\"";
          rules.add(new Condition.Equals(quoted, on(each.colour(), true)));
        }
      }
      // A cell bears the colour of the day on which it was written, for readers without
      // conditional formats: here it is taken back, should the word have gone.
      rules.add(new Condition.When("TRUE", on(PAPER, false)));
      sheet.highlight(cells, rules);
    }

    private static Highlight on(String ground, boolean bold) {
      return new Highlight(ground, Styles.ink(ground), bold);
    }
  }

  /** One hue, the paler the better: dark is what has to be looked at, in grey too. */
  record Tints(Ends ends) implements Shade {
    @Override
    public void apply(SheetWriter sheet, Area cells) {
      Condition scale = new Condition.Scale(ends.least(), ends.most(), Styles.TINT, Styles.NO_TINT);
      sheet.highlight(cells, List.of(scale));
    }
  }
}
