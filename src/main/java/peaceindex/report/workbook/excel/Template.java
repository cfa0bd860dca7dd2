package peaceindex.report.workbook.excel;

import java.util.ArrayList;
import java.util.List;
import peaceindex.formula.Formula;

/**
 * A formula that the rows of a column have alike, but for the cells it reads: printed once with
 * gaps, and filled in row by row.
 */
public final class Template {
  /** Gaps are characters of private use, which nothing that stands in a formula has. */
  private static final char FIRST_GAP = '\uE000';

  private static final char LAST_GAP = '\uF8FF';

  /** What stands before each gap, and behind the last. */
  private final List<String> texts = new ArrayList<>();

  /** The numbers of the gaps, from left to right. */
  private final List<Integer> gaps = new ArrayList<>();

  /**
   * Prints a formula.
   *
   * @param places that give {@linkplain #gap gaps} where rows differ
   * @throws UnprintableException if it is too long, or reads what stands in no cell
   */
  public Template(Formula formula, ExcelFormula.Places places) {
    String text = ExcelFormula.print(formula, places);
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= FIRST_GAP && c <= LAST_GAP) {
        texts.add(text.substring(from, i));
        gaps.add(c - FIRST_GAP);
        from = i + 1;
      }
    }
    texts.add(text.substring(from));
  }

  /** What stands in the formula for something in which rows differ; numbered from 0. */
  public static String gap(int number) {
    return Character.toString(FIRST_GAP + number);
  }

  /**
   * The formula of a row.
   *
   * @param fillings by the numbers of the gaps
   * @throws UnprintableException if it is too long
   */
  public String fill(String... fillings) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < gaps.size(); i++) {
      out.append(texts.get(i)).append(fillings[gaps.get(i)]);
    }
    return ExcelFormula.checked(out.append(texts.get(gaps.size())).toString());
  }
}
