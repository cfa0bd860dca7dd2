package peaceindex.panel;

import java.util.List;
import peaceindex.problem.Text;

/**
 * One figure that a return is asked for.
 *
 * @param name as the clerk writes it in expressions and as it stands in returns
 * @param aliases other labels under which returns carry it
 * @param unit unit of measurement for display; may be empty
 * @param source id of the department whose file supplies it, or {@link #ROSTER}; empty when the
 *     unit itself does
 * @param partOf id of the field of which this is a part and which it cannot exceed; or empty
 * @param poolBy id of the field that weights it when units are pooled; or empty
 * @param arrival how often it is asked for
 */
public record Field(
    String id,
    Text name,
    List<String> aliases,
    FieldKind kind,
    Text unit,
    String source,
    String partOf,
    String poolBy,
    Arrival arrival) {

  /** The source of figures that the roster gives, so that nobody is asked for them. */
  public static final String ROSTER = "roster";

  public boolean isFromRoster() {
    return source.equals(ROSTER);
  }

  /** A figure that is asked for in every period. */
  public Field(
      String id,
      Text name,
      List<String> aliases,
      FieldKind kind,
      Text unit,
      String source,
      String partOf,
      String poolBy) {
    this(id, name, aliases, kind, unit, source, partOf, poolBy, Arrival.EVERY_PERIOD);
  }
}
