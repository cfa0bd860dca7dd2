package peaceindex.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A schema as far as it takes to see that a document keeps it. To hold a roster of a nation against
 * its schema takes the validator longer than to read it, and to get the validator ready longer than
 * to score a county; but nearly every document that is scored is sound, and that is quickly seen.
 * Where this is not sure, for a value out of place or a keyword that is not known here, the
 * validator is asked and says what is wrong: nothing is ever reported from here.
 */
final class Shape {
  private static final Set<String> REMARKS =
      Set.of("$schema", "$defs", "title", "description", "default", "examples", "$comment");

  /** Below it every integer is a double. */
  private static final int EXACT_DIGITS = 15;

  private static final String SOME_TEXT = "\\S";
  private static final String ID = "^[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*$";

  /** What a keyword asks of a value. */
  private interface Rule {
    boolean holds(YamlNode node, Doubt doubt);
  }

  /** Raised while a document is looked at and something is met that is not known here. */
  private static final class Doubt {
    private boolean raised;

    boolean raise() {
      raised = true;
      return false;
    }
  }

  /** Makes schemas rules; a schema may refer to itself. */
  private static final class Reader {
    private final Map<?, ?> root;
    private final Map<Object, Shape> known = new IdentityHashMap<>();

    Reader(Map<?, ?> root) {
      this.root = root;
    }

    Shape read(@Nullable Object schema) {
      return schema == null
          ? new Shape(this, Boolean.FALSE)
          : known.computeIfAbsent(schema, s -> new Shape(this, s));
    }

    List<Rule> rules(Object schema) {
      if (!(schema instanceof Map<?, ?> map)) {
        boolean all = Boolean.TRUE.equals(schema);
        return List.of((node, doubt) -> all || doubt.raise());
      }
      List<Rule> rules = new ArrayList<>();
      for (Map.Entry<?, ?> keyword : map.entrySet()) {
        if (!REMARKS.contains(keyword.getKey())) {
          rules.add(rule(String.valueOf(keyword.getKey()), keyword.getValue(), map));
        }
      }
      return rules;
    }

    private Rule rule(String keyword, Object value, Map<?, ?> beside) {
      return switch (keyword) {
        case "$ref" -> referred(String.valueOf(value))::holds;
        case "type" -> type(value instanceof List<?> list ? list : List.of(value));
        case "properties" -> properties((Map<?, ?>) value);
        case "additionalProperties" -> others(value, beside);
        case "required" -> {
          List<?> keys = (List<?>) value;
          yield (node, doubt) -> node.kind() != YamlNode.Kind.MAP || haveAll(keys, node);
        }
        case "items" -> items(read(value));
        case "minItems" ->
            (node, doubt) ->
                node.kind() != YamlNode.Kind.LIST || node.items().size() >= (double) value;
        case "enum" -> oneOf((List<?>) value);
        case "const" -> oneOf(List.of(value));
        case "minimum" -> number((node, doubt) -> exact(node, doubt) >= (double) value);
        case "maximum" -> number((node, doubt) -> exact(node, doubt) <= (double) value);
        case "exclusiveMinimum" -> number((node, doubt) -> exact(node, doubt) > (double) value);
        case "pattern" -> pattern((String) value);
        case "allOf" -> {
          List<Rule> all = new ArrayList<>();
          ((List<?>) value).forEach(schema -> all.add(read(schema)::holds));
          yield (node, doubt) -> allHold(all, node, doubt);
        }
        case "if" -> {
          Shape when = read(value);
          Shape then = read(beside.containsKey("then") ? beside.get("then") : Boolean.TRUE);
          Shape otherwise = read(beside.containsKey("else") ? beside.get("else") : Boolean.TRUE);
          yield (node, doubt) -> (when.holds(node, doubt) ? then : otherwise).holds(node, doubt);
        }
        case "then", "else" -> (node, doubt) -> beside.containsKey("if") || doubt.raise();
        default -> (node, doubt) -> doubt.raise();
      };
    }

    private Shape referred(String name) {
      String prefix = "#/$defs/";
      return name.startsWith(prefix) && root.get("$defs") instanceof Map<?, ?> definitions
          ? read(definitions.get(name.substring(prefix.length())))
          : read(null);
    }

    private Rule properties(Map<?, ?> schemas) {
      Map<String, Shape> shapes = new HashMap<>();
      schemas.forEach((key, schema) -> shapes.put(String.valueOf(key), read(schema)));
      return (node, doubt) -> {
        for (String key : node.keys()) {
          Shape shape = shapes.get(key);
          if (shape != null && !shape.holds(node.get(key), doubt)) {
            return false;
          }
        }
        return true;
      };
    }

    private Rule others(Object schema, Map<?, ?> beside) {
      Set<?> own = beside.get("properties") instanceof Map<?, ?> map ? map.keySet() : Set.of();
      if (Boolean.FALSE.equals(schema)) {
        return (node, doubt) -> areAllIn(own, node.keys());
      }
      Shape shape = read(schema);
      return (node, doubt) -> {
        for (String key : node.keys()) {
          if (!own.contains(key) && !shape.holds(node.get(key), doubt)) {
            return false;
          }
        }
        return true;
      };
    }
  }

  private final Reader reader;
  private final Object schema;

  /** Made when it is first needed: a document has but few of all that its schema allows. */
  private @Nullable List<Rule> rules;

  private Shape(Reader reader, Object schema) {
    this.reader = reader;
    this.schema = schema;
  }

  /** The shape that a schema asks for, given as {@link PlainJson} reads it. */
  static Shape of(Map<?, ?> schema) {
    return new Reader(schema).read(schema);
  }

  /** Whether a document keeps the schema for certain. */
  boolean isKeptBy(YamlNode root) {
    Doubt doubt = new Doubt();
    return holds(root, doubt) && !doubt.raised;
  }

  private boolean holds(YamlNode node, Doubt doubt) {
    List<Rule> all = rules;
    if (all == null) {
      all = reader.rules(schema);
      rules = all;
    }
    return allHold(all, node, doubt);
  }

  private static Rule type(List<?> types) {
    boolean strings = types.contains("string");
    boolean integers = types.contains("integer");
    boolean numbers = types.contains("number");
    boolean lists = types.contains("array");
    boolean maps = types.contains("object");
    boolean truths = types.contains("boolean");
    return (node, doubt) ->
        switch (node.kind()) {
          case TEXT -> strings;
          case INTEGER -> integers || numbers;
          // Whether 2.0 is an integer is for the validator to say.
          case NUMBER -> numbers || (integers && doubt.raise());
          case LIST -> lists;
          case MAP -> maps;
          case BOOLEAN -> truths;
          case NULL, ABSENT -> doubt.raise();
        };
  }

  private static Rule items(Shape shape) {
    return (node, doubt) -> {
      for (YamlNode item : node.items()) {
        if (!shape.holds(item, doubt)) {
          return false;
        }
      }
      return true;
    };
  }

  private static Rule oneOf(List<?> choices) {
    for (Object choice : choices) {
      if (!(choice instanceof String)) {
        return (node, doubt) -> doubt.raise();
      }
    }
    return (node, doubt) ->
        node.kind() == YamlNode.Kind.TEXT && choices.contains(node.textOrEmpty());
  }

  private static Rule number(Rule rule) {
    return (node, doubt) ->
        (node.kind() != YamlNode.Kind.INTEGER && node.kind() != YamlNode.Kind.NUMBER)
            || rule.holds(node, doubt);
  }

  private static double exact(YamlNode node, Doubt doubt) {
    if (node.textOrEmpty().length() > EXACT_DIGITS) {
      doubt.raise();
    }
    return node.number().orElse(Double.NaN);
  }

  private static Rule pattern(String pattern) {
    return switch (pattern) {
      case SOME_TEXT -> text(text -> startsPlain(text) || matches(Pattern.compile(pattern), text));
      case ID -> text(text -> isPlainId(text) || matches(Pattern.compile(pattern), text));
      default -> {
        Pattern compiled = Pattern.compile(pattern);
        yield text(text -> matches(compiled, text));
      }
    };
  }

  private static Rule text(Predicate<String> rule) {
    return (node, doubt) ->
        node.kind() != YamlNode.Kind.TEXT || rule.test(node.textOrEmpty()) || doubt.raise();
  }

  private static boolean matches(Pattern pattern, String text) {
    return pattern.matcher(text).find();
  }

  private static boolean startsPlain(String text) {
    return !text.isEmpty() && Character.isLetterOrDigit(text.charAt(0));
  }

  private static boolean isPlainId(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_' && (i == 0 || (c != '.' && c != '-'))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean haveAll(List<?> keys, YamlNode node) {
    for (Object key : keys) {
      if (!node.has(String.valueOf(key))) {
        return false;
      }
    }
    return true;
  }

  private static boolean areAllIn(Set<?> known, List<String> keys) {
    for (String key : keys) {
      if (!known.contains(key)) {
        return false;
      }
    }
    return true;
  }

  private static boolean allHold(List<Rule> rules, YamlNode node, Doubt doubt) {
    for (int i = 0; i < rules.size(); i++) {
      if (!rules.get(i).holds(node, doubt)) {
        return false;
      }
    }
    return true;
  }
}
