package peaceindex.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that is wrong, as data: what ({@code code}), how bad, where, about which unit and
 * field, and the arguments its message names.
 *
 * @param unit id of the unit concerned, or empty
 * @param field id of the field concerned, or empty
 * @param arguments values for the {@code {names}} in the message: strings, numbers or {@link Text}
 */
public record Problem(
    Code code,
    Severity severity,
    Place where,
    String unit,
    String field,
    Map<String, Object> arguments) {

  public Problem {
    Map<String, Object> masked = new LinkedHashMap<>();
    arguments.forEach((name, value) -> masked.put(name, Privacy.maskValue(value)));
    arguments = Map.copyOf(masked);
  }

  /**
   * A problem of the code's own severity.
   *
   * @param namesAndValues name, value, name, value …
   */
  public static Problem of(Code code, Place where, Object... namesAndValues) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Problem(code, code.severity(), where, "", "", arguments);
  }

  /** The same problem, said of one unit. */
  public Problem about(String unitId) {
    return new Problem(code, severity, where, unitId, field, arguments);
  }

  /** The same problem, said of one unit's field. */
  public Problem about(String unitId, String fieldId) {
    return new Problem(code, severity, where, unitId, fieldId, arguments);
  }

  /** The same problem with another severity. */
  public Problem as(Severity other) {
    return other == severity ? this : new Problem(code, other, where, unit, field, arguments);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
