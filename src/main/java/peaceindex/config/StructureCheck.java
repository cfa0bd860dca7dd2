package peaceindex.config;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;
import tools.jackson.databind.JsonNode;

/**
 * Holds a configuration file against its schema and says in the clerk's words, and at the right
 * line, what does not fit. One mistake makes one line: a misspelt key is not reported a second time
 * as missing.
 */
final class StructureCheck {
  /** Schema keywords that say which values are in range. */
  private static final Set<String> LIMITS =
      Set.of("minimum", "maximum", "exclusiveMinimum", "minItems");

  private final YamlNode root;
  private final JsonNode schema;
  private final Problems problems;
  private final Set<String> faultySections = new HashSet<>();

  private StructureCheck(YamlNode root, JsonNode schema, Problems problems) {
    this.root = root;
    this.schema = schema;
    this.problems = problems;
  }

  /**
   * Checks {@code root} against the schema called {@code name}.
   *
   * @return where something is wrong: a top-level key such as {@code fields}, or that and the key
   *     within it, such as {@code fields/name}
   */
  static Set<String> run(String name, YamlNode root, Problems problems) {
    return Schemas.shape(name).isKeptBy(root) ? Set.of() : validate(name, root, problems);
  }

  /** The same by the validator, for a document that may be at fault. */
  static Set<String> validate(String name, YamlNode root, Problems problems) {
    Schema validator = Schemas.validator(name);
    StructureCheck check = new StructureCheck(root, validator.getSchemaNode(), problems);
    Map<List<Object>, List<Error>> byPlace = new LinkedHashMap<>();
    for (Error error : validator.validate(root.toJson())) {
      byPlace
          .computeIfAbsent(elements(error.getInstanceLocation()), path -> new ArrayList<>())
          .add(error);
    }
    byPlace.forEach(check::report);
    return check.faultySections;
  }

  private void report(List<Object> path, List<Error> errors) {
    YamlNode node = root.at(path);
    Set<String> intended = new HashSet<>();
    List<String> missing = new ArrayList<>();
    Optional<Error> wrongType =
        errors.stream().filter(e -> e.getKeyword().equals("type")).findFirst();
    if (wrongType.isPresent()) {
      fault(path, "");
      wrongType(node, wrongType.get());
      return;
    }
    for (Error error : errors) {
      switch (error.getKeyword()) {
        case "additionalProperties" -> unknownKey(node, error, path).ifPresent(intended::add);
        case "required" -> missing.add(error.getProperty());
        case "enum" -> {
          fault(path, "");
          notAChoice(node, error);
        }
        default -> {
          fault(path, "");
          if (LIMITS.contains(error.getKeyword())) {
            outOfRange(node, error, path);
          } else {
            badValue(node, error);
          }
        }
      }
    }
    missing.removeAll(intended);
    // With its children misspelt a dimension looks like an indicator that lacks everything.
    if (!missing.isEmpty() && !intended.contains("children")) {
      missing.forEach(key -> fault(path, key));
      problems.add(Code.MISSING_KEY, node.where(), "expected", Phrases.quoted(missing));
    }
  }

  /** Notes the section at fault and the last key on the way to the fault. */
  private void fault(List<Object> path, String key) {
    List<String> keys = new ArrayList<>();
    for (Object step : path) {
      if (step instanceof String name) {
        keys.add(name);
      }
    }
    if (!key.isEmpty()) {
      keys.add(key);
    }
    if (!keys.isEmpty()) {
      String last = keys.size() == 1 ? "" : "/" + keys.get(keys.size() - 1);
      faultySections.add(keys.get(0) + last);
    }
  }

  private Optional<String> unknownKey(YamlNode node, Error error, List<Object> path) {
    String key = error.getProperty();
    List<String> allowed = new ArrayList<>(parentSchema(error).path("properties").propertyNames());
    List<String> free = allowed.stream().filter(k -> !node.keys().contains(k)).toList();
    Optional<String> nearest = Phrases.nearest(key, free);
    if (path.equals(List.of("severity"))) {
      severityFixed(node, key, allowed);
      return Optional.empty();
    }
    problems.add(
        Code.UNKNOWN_KEY,
        node.keyPlace(key),
        "found",
        Phrases.shorten(key),
        "expected",
        Phrases.listed(allowed),
        "hint",
        key.indexOf('：') >= 0 ? Messages.phrase("config.hint.colon") : Phrases.didYouMean(nearest));
    fault(path, nearest.orElse(""));
    return nearest;
  }

  /** A problem whose severity cannot be set: there is no such code, or only one makes sense. */
  private void severityFixed(YamlNode node, String key, List<String> allowed) {
    Optional<Code> fixed =
        Arrays.stream(Code.values()).filter(code -> code.id().equals(key)).findFirst();
    Text reason =
        fixed
            .map(code -> Messages.phrase("config.severity.fixed", "label", code.severity().label()))
            .orElse(Messages.phrase("config.severity.unknown"));
    problems.add(
        Code.SEVERITY_FIXED,
        node.keyPlace(key),
        "found",
        Phrases.shorten(key),
        "reason",
        reason,
        "hint",
        fixed.isPresent() ? Text.of("") : Phrases.didYouMean(Phrases.nearest(key, allowed)));
  }

  private void wrongType(YamlNode node, Error error) {
    Set<String> types = new HashSet<>();
    JsonNode type = schemaAt(elements(error.getSchemaLocation().getFragment()));
    if (type.isArray()) {
      type.forEach(t -> types.add(t.asString()));
    } else {
      types.add(type.asString());
    }
    String expected;
    if (parentSchema(error).path("$comment").asString("").equals("config.type.method")) {
      expected = "method";
    } else if (types.contains("string")) {
      expected = types.contains("object") ? "name" : "string";
    } else {
      expected = types.iterator().next();
    }
    problems.add(
        Code.WRONG_TYPE,
        node.where(),
        "found",
        describe(node),
        "expected",
        Messages.phrase("config.type." + expected),
        "hint",
        typeHint(node, expected));
  }

  private static Text describe(YamlNode node) {
    return Messages.phrase(
        "config.found." + node.kind().name(), "found", Phrases.shorten(node.textOrEmpty()));
  }

  private static Text typeHint(YamlNode node, String expected) {
    String text = node.textOrEmpty();
    switch (expected) {
      case "name", "string" -> {
        return node.isScalar() ? hint("config.hint.quote", text) : Text.of("");
      }
      case "number", "integer" -> {
        String half = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        YamlNode.Kind kind = YamlNode.kindOf(half);
        boolean fits =
            kind == YamlNode.Kind.INTEGER
                || (kind == YamlNode.Kind.NUMBER && expected.equals("number"));
        return node.kind() == YamlNode.Kind.TEXT && fits
            ? hint("config.hint.write", half)
            : Text.of("");
      }
      case "array" -> {
        return node.isScalar() ? hint("config.hint.write", "[" + text + "]") : Text.of("");
      }
      default -> {
        boolean colon = expected.equals("object") && text.matches(".*[:：].*");
        return colon ? Messages.phrase("config.hint.colon") : Text.of("");
      }
    }
  }

  private static Text hint(String key, String text) {
    return Messages.phrase(key, "name", Phrases.shorten(text));
  }

  private void notAChoice(YamlNode node, Error error) {
    List<String> choices = new ArrayList<>();
    schemaAt(elements(error.getSchemaLocation().getFragment()))
        .forEach(choice -> choices.add(choice.asString()));
    Text expected = Phrases.listed(choices);
    if (otherBranchTakes(error, "number")) {
      expected = expected.plus(Messages.phrase("config.orNumber"));
    } else if (otherBranchTakes(error, "object")) {
      expected = expected.plus(Messages.phrase("config.orKeys"));
    } else if (parentSchema(error).path("$comment").asString("").equals("config.orMethod")) {
      expected = expected.plus(Messages.phrase("config.orMethod"));
    }
    problems.add(
        Code.NOT_A_CHOICE,
        node.where(),
        "found",
        describe(node),
        "expected",
        expected,
        "hint",
        Phrases.didYouMean(Phrases.nearest(node.textOrEmpty(), choices)));
  }

  /** Whether the branch of the schema that was not chosen takes values of {@code type}. */
  private boolean otherBranchTakes(Error error, String type) {
    List<Object> path = elements(error.getSchemaLocation().getFragment());
    int otherwise = path.lastIndexOf("else");
    return otherwise >= 0
        && schemaAt(path.subList(0, otherwise)).at("/if/type").asString("").equals(type);
  }

  private void outOfRange(YamlNode node, Error error, List<Object> path) {
    if (!path.isEmpty() && path.get(path.size() - 1).equals("weight")) {
      problems.add(Code.WEIGHT_NEGATIVE, node.where(), "found", node.textOrEmpty());
      return;
    }
    JsonNode limits = parentSchema(error);
    Text expected;
    if (limits.has("minItems")) {
      expected = Messages.phrase("config.range.items");
    } else if (limits.has("exclusiveMinimum")) {
      expected =
          Messages.phrase("config.range.above", "least", limits.get("exclusiveMinimum").asString());
    } else if (limits.has("maximum")) {
      expected =
          Messages.phrase(
              "config.range.between",
              "least",
              limits.path("minimum").asString(),
              "most",
              limits.get("maximum").asString());
    } else {
      expected = Messages.phrase("config.range.from", "least", limits.path("minimum").asString());
    }
    problems.add(
        Code.OUT_OF_RANGE,
        node.where(),
        "found",
        node.kind() == YamlNode.Kind.LIST
            ? Messages.phrase("config.found.emptyList")
            : Text.of(node.textOrEmpty()),
        "expected",
        expected);
  }

  private void badValue(YamlNode node, Error error) {
    // A pattern says in "$comment" which phrase explains it.
    String phrase = parentSchema(error).path("$comment").asString("");
    Text expected = phrase.isEmpty() ? Text.of(error.getMessage()) : Messages.phrase(phrase);
    problems.add(
        Code.BAD_VALUE,
        node.where(),
        "found",
        Phrases.shorten(node.textOrEmpty()),
        "expected",
        expected);
  }

  // --- the schema

  private JsonNode parentSchema(Error error) {
    List<Object> path = elements(error.getSchemaLocation().getFragment());
    return schemaAt(path.subList(0, path.size() - 1));
  }

  private JsonNode schemaAt(List<Object> path) {
    JsonNode node = schema;
    for (Object step : path) {
      node =
          node.isArray()
              ? node.path(Integer.parseInt(step.toString()))
              : node.path(step.toString());
    }
    return node;
  }

  private static List<Object> elements(NodePath path) {
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < path.getNameCount(); i++) {
      elements.add(path.getElement(i));
    }
    return elements;
  }
}
