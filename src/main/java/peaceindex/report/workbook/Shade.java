package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Color;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.FontFormatting;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFColorScaleFormatting;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingThreshold;
import org.apache.poi.xssf.usermodel.XSSFDataBarFormatting;

/**
 * What the figures or words of a column do to their ground: a conditional format, so that it
 * follows when the workbook is computed anew. Figure or word always stand in the cell too; what
 * holds only words, an empty cell, a mark for what is missing, has no bar and no tint.
 */
public sealed interface Shade {

  /** The ground stays as it is. */
  Shade NONE = new None();

  /** Adds it to the cells. */
  void apply(SheetConditionalFormatting formatting, CellRangeAddress cells);

  /** See {@link #NONE}. */
  record None() implements Shade {
    @Override
    public void apply(SheetConditionalFormatting formatting, CellRangeAddress cells) {}
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
    public void apply(SheetConditionalFormatting formatting, CellRangeAddress cells) {
      var rule = formatting.createConditionalFormattingRule(Styles.colour(Styles.BAR));
      var bars = (XSSFDataBarFormatting) rule.getDataBarFormatting();
      // Otherwise the lower end has a bar already and the upper one does not fill the cell.
      bars.setWidthMin(0);
      bars.setWidthMax(100);
      fix(bars.getMinThreshold(), ends.least());
      fix(bars.getMaxThreshold(), ends.most());
      formatting.addConditionalFormatting(new CellRangeAddress[] {cells}, rule);
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
    public void apply(SheetConditionalFormatting formatting, CellRangeAddress cells) {
      List<ConditionalFormattingRule> rules = new ArrayList<>();
      for (Coloured each : words) {
        if (each.isSayable()) {
          String quoted = "\"" + each.word().replace("\"", "\"\"") + "\"";
          var rule = formatting.createConditionalFormattingRule(ComparisonOperator.EQUAL, quoted);
          rules.add(on(each.colour(), true, rule));
        }
      }
      // A cell bears the colour of the day on which it was written, for readers without
      // conditional formats: here it is taken back, should the word have gone.
      rules.add(on(PAPER, false, formatting.createConditionalFormattingRule("TRUE")));
      formatting.addConditionalFormatting(
          new CellRangeAddress[] {cells}, rules.toArray(ConditionalFormattingRule[]::new));
    }

    private static ConditionalFormattingRule on(
        String ground, boolean bold, ConditionalFormattingRule rule) {
      PatternFormatting fill = rule.createPatternFormatting();
      // In a format of this kind the colour of a plain ground is that of its background.
      fill.setFillBackgroundColor(Styles.colour(ground));
      FontFormatting font = rule.createFontFormatting();
      font.setFontStyle(false, bold);
      XSSFColor ink = Styles.colour(Styles.ink(ground));
      font.setFontColor(ink);
      // The library has taken the alpha away, which the standard wants.
      ((XSSFColor) font.getFontColor()).setRGB(ink.getARGB());
      return rule;
    }
  }

  private static void fix(ConditionalFormattingThreshold threshold, double figure) {
    threshold.setRangeType(RangeType.NUMBER);
    threshold.setValue(figure);
  }

  /** One hue, the paler the better: dark is what has to be looked at, in grey too. */
  record Tints(Ends ends) implements Shade {
    @Override
    public void apply(SheetConditionalFormatting formatting, CellRangeAddress cells) {
      var rule =
          (XSSFConditionalFormattingRule) formatting.createConditionalFormattingColorScaleRule();
      XSSFColorScaleFormatting scale = rule.getColorScaleFormatting();
      scale.setNumControlPoints(2);
      XSSFConditionalFormattingThreshold[] thresholds = scale.getThresholds();
      fix(thresholds[0], ends.least());
      fix(thresholds[1], ends.most());
      scale.setThresholds(thresholds);
      scale.setColors(new Color[] {Styles.colour(Styles.TINT), Styles.colour(Styles.NO_TINT)});
      formatting.addConditionalFormatting(new CellRangeAddress[] {cells}, rule);
    }
  }
}
