package peaceindex.report.workbook;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import peaceindex.index.Part;
import peaceindex.index.Pretreatment;
import peaceindex.index.Reference;
import peaceindex.index.When;
import peaceindex.index.aggregate.Aggregation;
import peaceindex.index.normalise.Normalisation;
import peaceindex.problem.Messages;
import peaceindex.problem.Text;

/**
 * Methods and their parameters in words. A method is a record whose components are its parameters,
 * so a new one needs nothing here but its names among the messages: {@code book.method.NAME},
 * {@code book.parameter.NAME} and, for what a line of a list holds, {@code
 * book.parameter.LIST.NAME} with a {@code {value}}.
 */
public final class MethodWords {
  private final Words words;

  public MethodWords(Words words) {
    this.words = words;
  }

  /** What is done to values before they are scored, in its order. */
  public String of(Pretreatment pretreatment) {
    List<String> shown = new ArrayList<>();
    pretreatment
        .smallNumbers()
        .ifPresent(
            protection ->
                shown.add(
                    words.say(
                        "smallNumbers." + protection.use().name(),
                        "method",
                        withParameters(name(protection.method()), parameters(protection.method())),
                        "towards",
                        words.say("smallNumbers." + protection.towards().name()))));
    pretreatment
        .imputation()
        .ifPresent(method -> shown.add(withParameters(name(method), parameters(method))));
    pretreatment
        .treatment()
        .ifPresent(method -> shown.add(withParameters(name(method), parameters(method))));
    return String.join(words.say("semicolon"), shown);
  }

  /** The ways in which a value becomes a score, with their weights if there are several. */
  public String of(List<Part> parts) {
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

  /**
   * The normalisation with its parameters: {@code 固定上下限法（下限 70，上限 100，截断：是）}, {@code 分档计分法（各档 95
   * 及以上得 100 分；其余得 60 分）}.
   */
  public String of(Normalisation normalisation) {
    return withParameters(name(normalisation), parameters(normalisation));
  }

  /** The aggregation with its parameters and the share of weight that must be there. */
  public String of(Aggregation aggregation, double minimumShare) {
    List<String> parameters = parameters(aggregation);
    parameters.add(parameter("minimumShare", Weights.percent(minimumShare)));
    return withParameters(name(aggregation), parameters);
  }

  /** Against what a part judges a value. */
  public String reference(Part part) {
    if (!part.normalisation().isRelative()) {
      return words.say("reference.NONE");
    }
    return part.reference() instanceof Reference.Target target
        ? words.say("reference.TARGET", "value", Weights.plain(target.value()))
        : figures((Reference.Figures) part.reference());
  }

  private String figures(Reference.Figures figures) {
    String of = figures.of().name();
    When when = figures.when();
    if (when instanceof When.Now) {
      return words.say("reference." + of);
    }
    String then =
        words.say(
            "when." + when.getClass().getSimpleName(),
            "years",
            when instanceof When.LastYears last ? last.years() : 0,
            "period",
            when instanceof When.At at ? at.period().words() : Text.of(""));
    return words.say("reference.past", "of", words.say("reference.of." + of), "when", then);
  }

  private List<String> parameters(Object method) {
    List<String> parameters = new ArrayList<>();
    for (RecordComponent component : components(method)) {
      String value = value(component, method);
      if (!value.isEmpty()) {
        parameters.add(parameter(component.getName(), value));
      }
    }
    return parameters;
  }

  private String parameter(String name, String value) {
    return words.say("parameter", "name", known("parameter.", name), "value", value);
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

  /** The parameter as it is shown; nothing if it was left out and that means nothing. */
  private String value(RecordComponent component, Object of) {
    Object value = get(component, of);
    if (value instanceof List<?> lines) {
      List<String> shown = lines.stream().map(line -> line(component.getName(), line)).toList();
      return String.join(words.say("semicolon"), shown);
    }
    if (value instanceof Enum<?> choice
        && has("parameter." + component.getName() + "." + choice.name())) {
      return words.say("parameter." + component.getName() + "." + choice.name());
    }
    String shown = scalar(value);
    return shown.isEmpty() ? orNothing("parameter." + component.getName() + ".absent") : shown;
  }

  /** A line of a list; one that could have a bound and has none is for the rest. */
  private String line(String list, Object line) {
    StringBuilder shown = new StringBuilder();
    int bounds = 0;
    int absent = 0;
    for (RecordComponent component : components(line)) {
      Object value = get(component, line);
      String text = scalar(value);
      bounds += value instanceof OptionalDouble ? 1 : 0;
      absent += text.isEmpty() ? 1 : 0;
      if (!text.isEmpty()) {
        shown.append(words.say("parameter." + list + "." + component.getName(), "value", text));
      }
    }
    boolean isRest = bounds > 0 && absent == bounds;
    return (isRest ? orNothing("parameter." + list + ".rest") : "") + shown;
  }

  private String scalar(Object value) {
    if (value instanceof Boolean yes) {
      return words.say(yes ? "yes" : "no");
    }
    if (value instanceof OptionalDouble number) {
      return number.isPresent() ? Weights.plain(number.getAsDouble()) : "";
    }
    if (value instanceof Enum<?> choice) {
      String kind = choice.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT);
      return known(kind + ".", choice.name());
    }
    return Weights.plain(((Number) value).doubleValue());
  }

  private boolean has(String key) {
    return Messages.has("book." + key, words.lang());
  }

  private String orNothing(String key) {
    return has(key) ? words.say(key) : "";
  }

  private String known(String prefix, String name) {
    return has(prefix + name) ? words.say(prefix + name) : name;
  }

  private static RecordComponent[] components(Object method) {
    RecordComponent[] components = method.getClass().getRecordComponents();
    return components == null ? new RecordComponent[0] : components;
  }

  private static Object get(RecordComponent component, Object of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
