package peaceindex.config;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import peaceindex.problem.Code;
import peaceindex.problem.Text;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schemas (draft 2020-12) of the configuration files, for the loader and for editors.
 *
 * <p>Their text is a resource but for the methods and codes: what a method is called and which
 * parameters it has comes from {@link Methods}, which codes may have another severity from {@link
 * Code}.
 */
public final class Schemas {
  /** The names of all schemas, which are those of the files they describe. */
  public static final List<String> NAMES = List.of("index", "returns", "townships");

  /** Made when it is needed, which for a sound configuration is never. */
  private static final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
  }

  private Schemas() {}

  /**
   * The complete schema of {@code NAME.yaml} as indented JSON, with a line break at its end.
   *
   * @param name one of {@link #NAMES}
   */
  public static String text(String name) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(indenter);
    return Json.MAPPER.writer().with(printer).writeValueAsString(json(name)) + "\n";
  }

  /**
   * What the schema asks for, for those who only want to know whether it is kept; read from the
   * copy for editors, which a test holds to be the schema.
   */
  static Shape shape(String name) {
    return Shape.of(PlainJson.object(resource("checked/" + name + ".schema.json")));
  }

  static Schema validator(String name) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(json(name));
  }

  static JsonNode json(String name) {
    ObjectNode schema =
        (ObjectNode) Json.MAPPER.readTree(resource("schema/" + name + ".schema.json"));
    if (name.equals("index")) {
      addMethods((ObjectNode) schema.get("$defs"));
    } else if (name.equals("returns")) {
      addCodes(schema.withObject("/properties/severity/properties"));
    }
    return schema;
  }

  private static String resource(String name) {
    try (InputStream in = Schemas.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource missing: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addCodes(ObjectNode properties) {
    for (Code code : Code.values()) {
      if (code.isAdjustable()) {
        properties
            .putObject(code.id())
            .put("$ref", "#/$defs/severity")
            .put("default", code.severity().tag());
      }
    }
  }

  private static void addMethods(ObjectNode definitions) {
    ObjectNode parameters = (ObjectNode) definitions.remove("parameters");
    addCases(
        definition(definitions, "part"),
        Methods.NORMALISATIONS,
        parameters,
        List.of("method", "weight", "reference"));
    List<String> name = List.of("method");
    addCases(definition(definitions, "impute"), Methods.IMPUTATIONS, parameters, name);
    addCases(definition(definitions, "treat"), Methods.TREATMENTS, parameters, name);
    addCases(
        definition(definitions, "smallNumbers"),
        Methods.SHRINKAGES,
        parameters,
        List.of("method", "towards", "use"));
    ArrayNode forms = (ArrayNode) definitions.get("aggregate").get("allOf");
    ArrayNode bare = ((ObjectNode) forms.get(0).get("then")).putArray("enum");
    Methods.AGGREGATIONS.stream()
        .filter(method -> method.parameters().stream().allMatch(Methods.Parameter::isOptional))
        .forEach(method -> bare.add(method.name()));
    addCases((ObjectNode) forms.get(1).get("then"), Methods.AGGREGATIONS, parameters, name);
  }

  private static ObjectNode definition(ObjectNode definitions, String name) {
    return (ObjectNode) definitions.get(name);
  }

  /** The names of the methods, and for each the parameters it has {@code beside} other keys. */
  private static <T> void addCases(
      ObjectNode definition,
      List<Methods.Method<T>> methods,
      ObjectNode parameters,
      List<String> beside) {
    ArrayNode names = definition.withObject("/properties/method").putArray("enum");
    ArrayNode cases = definition.putArray("allOf");
    for (Methods.Method<T> method : methods) {
      names.add(method.name());
      ObjectNode branch = cases.addObject();
      ObjectNode when = branch.putObject("if");
      when.putObject("properties").putObject("method").put("const", method.name());
      when.putArray("required").add("method");
      addParameters(branch.putObject("then"), method, parameters, beside);
    }
  }

  private static void addParameters(
      ObjectNode then, Methods.Method<?> method, ObjectNode descriptions, List<String> beside) {
    Text title = method.title();
    then.put("title", title.en() + " / " + title.zh());
    ObjectNode properties = then.putObject("properties");
    beside.forEach(key -> properties.put(key, true));
    addParameters(then, properties, method.parameters(), "", descriptions);
  }

  /**
   * @param path the name of the list in which the parameters stand and a dot, or nothing
   */
  private static void addParameters(
      ObjectNode holder,
      ObjectNode properties,
      List<Methods.Parameter> parameters,
      String path,
      ObjectNode descriptions) {
    ArrayNode required = holder.putArray("required");
    for (Methods.Parameter parameter : parameters) {
      ObjectNode property = properties.putObject(parameter.name());
      property.put("type", parameter.kind().schemaType());
      if (!parameter.choices().isEmpty()) {
        ArrayNode choices = property.putArray("enum");
        parameter.choices().forEach(choices::add);
      }
      JsonNode description = descriptions.get(path + parameter.name());
      if (description != null) {
        property.set("description", description);
      }
      if (parameter.isPositive()) {
        property.put("exclusiveMinimum", 0);
      }
      if (parameter.kind() == Methods.Kind.LINES) {
        ObjectNode line = property.put("minItems", 1).putObject("items").put("type", "object");
        ObjectNode ofLine = line.putObject("properties");
        addParameters(line, ofLine, parameter.ofLine(), parameter.name() + ".", descriptions);
      }
      parameter
          .byDefault()
          .ifPresent(
              value ->
                  property.set(
                      "default",
                      parameter.kind() == Methods.Kind.CHOICE
                          ? Json.MAPPER.getNodeFactory().stringNode(value)
                          : Json.MAPPER.readTree(value)));
      if (!parameter.isOptional()) {
        required.add(parameter.name());
      }
    }
    holder.put("additionalProperties", false);
  }
}
