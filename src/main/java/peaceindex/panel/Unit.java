package peaceindex.panel;

import java.util.List;
import peaceindex.problem.Text;

/**
 * One unit that reports and is ranked: a township or subdistrict, a borough, a country.
 *
 * @param code official code; empty if it has none
 * @param name its name, before it was ever renamed; see {@link Roster#name}
 * @param aliases other names under which returns carry it
 * @param group id of its group; empty if there are no groups
 * @param lifetime when it exists and what it was called later
 * @param figures what the roster says of it, by field and oldest first
 */
public record Unit(
    String id,
    String code,
    Text name,
    List<String> aliases,
    String group,
    Lifetime lifetime,
    List<RosterFigure> figures) {

  /** A unit that always was there under one name, and of which the roster gives no figures. */
  public Unit(String id, String code, Text name, List<String> aliases, String group) {
    this(id, code, name, aliases, group, Lifetime.ALWAYS, List.of());
  }

  /** The same unit under another name. */
  Unit called(Text other) {
    return new Unit(id, code, other, aliases, group, lifetime, figures);
  }
}
