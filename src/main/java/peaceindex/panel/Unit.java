package peaceindex.panel;

import java.util.List;
import peaceindex.problem.Text;

/**
 * One unit that reports and is ranked: a township or subdistrict, a borough, a country.
 *
 * @param code official code; empty if it has none
 * @param aliases other names under which returns carry it
 * @param group id of its group; empty if there are no groups
 */
public record Unit(String id, String code, Text name, List<String> aliases, String group) {}
