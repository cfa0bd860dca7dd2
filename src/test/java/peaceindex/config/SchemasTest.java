package peaceindex.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import peaceindex.index.Polarity;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Frequency;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.ranking.TiePolicy;
import peaceindex.report.Slips;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas that ship, and their copies for editors under {@code config/schema}. */
class SchemasTest {
  /** Read by the parameterised tests. */
  @SuppressWarnings("unused")
  private static final List<String> NAMES = Schemas.NAMES;

  /**
   * After a schema or a method was changed, {@code mvn test -Dtest=SchemasTest
   * -Dschemas.rewrite=true} writes the copies anew.
   */
  @ParameterizedTest
  @FieldSource("NAMES")
  void theCopyForEditorsIsTheSchema(String name) throws IOException {
    Path copy = Path.of("config/schema/" + name + ".schema.json");
    if (Boolean.getBoolean("schemas.rewrite")) {
      Files.createDirectories(copy.getParent());
      Files.writeString(copy, Schemas.text(name));
    }
    assertThat(Files.readString(copy).replace("\r\n", "\n"))
        .as("run: mvn test -Dtest=SchemasTest -Dschemas.rewrite=true")
        .isEqualTo(Schemas.text(name));
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void itIsAGoodSchema(String name) {
    var metaSchema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                com.networknt.schema.SchemaLocation.of(
                    "https://json-schema.org/draft/2020-12/schema"));
    assertThat(metaSchema.validate(Schemas.json(name))).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyPatternIsExplained(String name) {
    for (JsonNode place : Schemas.json(name).findParents("pattern")) {
      assertThat(Messages.keys(Lang.EN)).contains(place.path("$comment").asString());
      assertThat(Messages.keys(Lang.ZH)).contains(place.path("$comment").asString());
    }
  }

  @Test
  void choicesAreThoseOfTheProgram() {
    JsonNode index = Schemas.json("index");
    JsonNode indicator = index.at("/$defs/indicator/properties");
    assertThat(choices(index.at("/properties/period")))
        .isEqualTo(
            names(
                Arrays.stream(Frequency.values())
                    .filter(Frequency::isBase)
                    .toArray(Frequency[]::new)));
    assertThat(choices(index.at("/properties/ties"))).isEqualTo(names(TiePolicy.values()));
    assertThat(choices(index.at("/$defs/page/properties/slips"))).isEqualTo(names(Slips.values()));
    assertThat(choices(index.at("/properties/language"))).isEqualTo(names(Lang.values()));
    assertThat(choices(indicator.at("/polarity"))).isEqualTo(names(Polarity.values()));
    assertThat(choices(Schemas.json("returns").at("/properties/fields/items/properties/kind")))
        .isEqualTo(names(FieldKind.values()));
  }

  @Test
  void aMethodsPartIsMadeFromItsRecord() {
    JsonNode normalise = Schemas.json("index").at("/$defs/part");
    assertThat(choices(normalise.at("/properties/method")))
        .isEqualTo(Methods.NORMALISATIONS.stream().map(Methods.Method::name).toList());
    JsonNode goalposts = normalise.at("/allOf/1/then");
    assertThat(goalposts.get("required"))
        .isEqualTo(JsonMapper.builder().build().readTree("[\"lower\", \"upper\"]"));
    assertThat(goalposts.at("/properties/clamp/default").asBoolean()).isTrue();
    assertThat(goalposts.at("/properties/lower/type").asString()).isEqualTo("number");
  }

  private static List<String> choices(JsonNode property) {
    return property.get("enum").valueStream().map(JsonNode::asString).toList();
  }

  private static List<String> names(Enum<?>[] constants) {
    return Stream.of(constants).map(YamlNode::spelling).toList();
  }
}
