package peaceindex.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.problem.Code;
import tools.jackson.databind.JsonNode;

/**
 * The page {@code docs/method.md} shows every method by a snippet of configuration and a table of
 * units, and what the table says comes out when the snippet is loaded and the units are scored.
 */
class MethodDocTest {
  static final String PAGE = "docs/method.md";

  @TempDir Path folder;

  static List<WorkedExample> examples() throws IOException {
    return WorkedExample.on(DocPage.read(PAGE));
  }

  static Stream<Methods.Method<?>> methods() {
    return Stream.of(
            Methods.NORMALISATIONS,
            Methods.AGGREGATIONS,
            Methods.IMPUTATIONS,
            Methods.TREATMENTS,
            Methods.SHRINKAGES)
        .flatMap(List::stream);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void aTableSaysWhatComesOut(WorkedExample example) throws IOException {
    example.recompute(folder);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void aTableHasThreeUnitsAndAResult(WorkedExample example) {
    assertThat(example.units()).isGreaterThanOrEqualTo(3);
    assertThat(example.computesAnything()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void aMethodHasASectionWithAnExampleOfIt(Methods.Method<?> method) throws IOException {
    Pattern named = Pattern.compile("(method|aggregate): " + method.name() + "\\b");
    assertThat(examples())
        .as(method.name())
        .anyMatch(
            example ->
                example.heading().equals(method.name())
                    && named.matcher(example.configuration()).find());
  }

  /** What else can be chosen: kinds of rules for points, ties, spans, references. */
  @Test
  void everyOtherChoiceHasAnExample() throws IOException {
    JsonNode schema = Schemas.json("index");
    List<String> wanted = new ArrayList<>();
    for (String[] place :
        new String[][] {
          {"when", "/$defs/rule/properties/when/enum"},
          {"effect", "/$defs/rule/allOf/1/then/properties/effect/enum"},
          {"against", "/$defs/rule/allOf/4/then/properties/against/enum"},
          {"counts", "/$defs/counts/enum"},
          {"ties", "/properties/ties/enum"},
          {"spans", "/properties/spans/enum"},
          {"of", "/$defs/reference/then/else/properties/of/enum"},
          {"towards", "/$defs/smallNumbers/properties/towards/enum"},
          {"use", "/$defs/smallNumbers/properties/use/enum"}
        }) {
      JsonNode choices = schema.at(place[1]);
      assertThat(choices.size()).as(place[1]).isPositive();
      choices.forEach(choice -> wanted.add(place[0] + ": " + choice.asString()));
    }
    for (String time :
        List.of("now", "previous", "yearEarlier", "lastYear", "lastYears", "all", "2024-12")) {
      wanted.add("when: " + time);
    }
    wanted.addAll(List.of("target: ", "first: ", "last: ", "within: group", "escalation:"));
    wanted.addAll(List.of("byGroup:", "score: {index: ", "formedFrom: ", "zeroDenominator: "));
    String configured =
        String.join("\n", examples().stream().map(WorkedExample::configuration).toList());
    assertThat(wanted)
        .allSatisfy(choice -> assertThat(configured).containsPattern(Pattern.quote(choice)));
  }

  @Test
  void everySnippetBelongsToAnExample() throws IOException {
    List<WorkedExample> examples = examples();
    assertThat(DocPage.read(PAGE).blocks())
        .filteredOn(block -> !block.isTable())
        .allMatch(snippet -> examples.stream().anyMatch(example -> example.uses(snippet)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void whatAPageRefersToIsThere(String page) throws IOException {
    DocPage read = DocPage.read(page);
    read.assertLinks();
    Set<String> codes = new TreeSet<>();
    Matcher code = Pattern.compile("\\b[CPUM]\\d{3}\\b").matcher(Files.readString(Path.of(page)));
    while (code.find()) {
      codes.add(code.group());
    }
    assertThat(Arrays.stream(Code.values()).map(Code::id)).containsAll(codes);
  }

  static List<String> pages() {
    return List.of(PAGE, ConfigurationDocTest.PAGE);
  }
}
