package peaceindex.report.workbook;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import peaceindex.index.Part;
import peaceindex.index.aggregate.Aggregation;
import peaceindex.index.normalise.Normalisation;
import peaceindex.problem.Messages;

/**
 * Methods and their parameters in words. A method is a record whose components are its parameters,
 * so a new one needs nothing here but its names among the messages ({@code book.method.NAME},
 * {@code book.parameter.NAME}), and is shown under its own name until they are there.
 */
final class MethodWords {
  private final Words words;
  private final Set<String> keys;

  MethodWords(Words words) {
    this.words = words;
    this.keys = Messages.keys(words.lang());
  }

  /** The ways in which a value becomes a score, with their weights if there are several. */
  String of(List<Part> parts) {
    if (parts.size() == 1) {
      return of(parts.get(0).normalisation());
    }
    double whole = parts.stream().mapToDouble(Part::weight).sum();
    List<String> shown = new ArrayList<>();
    for (Part part : parts) {
      String share = Weights.percent(part.weight() / whole);
      shown.add(words.say("part", "share", share, "method", of(part.normalisation())));
    }
    return String.join(words.say("semicolon"), shown);
  }

  /** The normalisation with its parameters: {@code 固定上下限法（下限 70，上限 100，截断：是）}. */
  String of(Normalisation normalisation) {
    List<String> parameters = new ArrayList<>();
    RecordComponent[] components = normalisation.getClass().getRecordComponents();
    for (RecordComponent component : components == null ? new RecordComponent[0] : components) {
      String value = value(component, normalisation);
      String name = known("parameter.", component.getName());
      parameters.add(words.say("parameter", "name", name, "value", value));
    }
    return withParameters(name(normalisation), parameters);
  }

  /** The aggregation with the share of weight that must be there. */
  String of(Aggregation aggregation, double minimumShare) {
    String share = words.say("parameter.minimumShare");
    return withParameters(
        name(aggregation),
        List.of(words.say("parameter", "name", share, "value", Weights.percent(minimumShare))));
  }

  private String withParameters(String name, List<String> parameters) {
    return parameters.isEmpty()
        ? name
        : words.say(
            "parameters", "name", name, "list", String.join(words.say("comma"), parameters));
  }

  private String name(Object method) {
    return known("method.", method.getClass().getSimpleName());
  }

  private String value(RecordComponent component, Object of) {
    Object value;
    try {
      value = component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    if (value instanceof Boolean yes) {
      return words.say(yes ? "yes" : "no");
    }
    return value instanceof Number number
        ? Weights.plain(number.doubleValue())
        : String.valueOf(value);
  }

  private String known(String prefix, String name) {
    return keys.contains("book." + prefix + name) ? words.say(prefix + name) : name;
  }
}
