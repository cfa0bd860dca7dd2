package peaceindex.report;

import java.util.List;
import peaceindex.problem.Text;

/**
 * What stands on printed pages beside the figures, and for whom there are pages.
 *
 * @param organisation the office that publishes; may be empty
 * @param signatures captions of the lines for signatures; may be empty
 * @param slips a slip for each unit
 * @param formulasUpTo the scored workbook holds formulas for so many units at most
 */
public record PageSettings(
    Text organisation, List<Text> signatures, Slips slips, int formulasUpTo) {
  /** A larger workbook takes long to open, and every change in it long to work out. */
  public static final int FORMULAS_UP_TO = 300;

  /** Pages for the office only. */
  public PageSettings(Text organisation, List<Text> signatures) {
    this(organisation, signatures, Slips.NONE, FORMULAS_UP_TO);
  }
}
