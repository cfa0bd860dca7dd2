package peaceindex.report;

import java.util.List;
import peaceindex.problem.Text;

/**
 * What stands on printed pages beside the figures, and for whom there are pages.
 *
 * @param organisation the office that publishes; may be empty
 * @param signatures captions of the lines for signatures; may be empty
 */
public record PageSettings(Text organisation, List<Text> signatures, Slips slips) {

  /** Pages for the office only. */
  public PageSettings(Text organisation, List<Text> signatures) {
    this(organisation, signatures, Slips.NONE);
  }
}
