package peaceindex.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The page {@code docs/problems.md} explains every code in both languages, and what it says of
 * severities and shows as examples is what the tool does and prints.
 *
 * <p>A section is: the id as its heading; the severity in both languages, with a word if
 * configuration may set another; a paragraph in English with what to do behind {@code **Do:**}; one
 * in Chinese with {@code **处理**：}; and the line that is printed, in English, then in Chinese.
 */
class ProblemsDocTest {
  private static final Path PAGE = Path.of("docs/problems.md");
  private static final Pattern HEADING = Pattern.compile("(?m)^### (.*)\n");
  private static final Pattern SECTION =
      Pattern.compile(
          "\n(?<severity>\\*\\*.*\\*\\*.*)\n\n"
              + "(?<en>(?:.+\n)+)\n"
              + "(?<zh>.+)\n\n"
              + "```text\n(?<lineEn>.+)\n(?<lineZh>.+)\n```\n+");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern ARGUMENT = Pattern.compile("\\{[A-Za-z]+}");

  /** The sections by their headings, in the order of the page, each up to the next heading. */
  private static Map<String, String> sections() throws IOException {
    String page = Files.readString(PAGE).replace("\r\n", "\n");
    Map<String, String> sections = new LinkedHashMap<>();
    Matcher heading = HEADING.matcher(page);
    while (heading.find()) {
      String rest = page.substring(heading.end());
      String before = sections.put(heading.group(1), rest.split("(?m)^##")[0]);
      assertThat(before).as("a second section " + heading.group(1)).isNull();
    }
    return sections;
  }

  @Test
  void everyCodeHasItsSectionAndNoSectionIsWithoutACode() throws IOException {
    List<String> ids = Arrays.stream(Code.values()).map(Code::id).toList();
    assertThat(sections().keySet()).containsExactlyInAnyOrderElementsOf(ids);
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void aSectionSaysWhatTheToolDoes(Code code) throws IOException {
    String text = sections().getOrDefault(code.id(), "");
    Matcher section = SECTION.matcher(text);
    assertThat(section.matches()).as("the parts of %s:%s", code.id(), text).isTrue();
    Text label = code.severity().label();
    assertThat(section.group("severity"))
        .isEqualTo(
            "**"
                + label.en()
                + (code.isAdjustable() ? "**, adjustable · **" : "** · **")
                + label.zh()
                + (code.isAdjustable() ? "**，可调" : "**"));
    assertThat(section.group("en")).containsPattern("\\s\\*\\*Do:\\*\\*\\s");
    assertThat(section.group("zh")).contains("**处理**：").containsPattern(HAN);
    assertThat(section.group("lineEn")).matches(line(code, Lang.EN));
    assertThat(section.group("lineZh")).matches(line(code, Lang.ZH));
  }

  /** What the tool prints of a code: any place, its own words, any arguments. */
  private static Pattern line(Code code, Lang lang) {
    String template = Messages.say(code.id(), lang);
    String used = Messages.say("used." + code.severity(), lang);
    StringBuilder words = new StringBuilder();
    int end = 0;
    Matcher argument = ARGUMENT.matcher(template);
    while (argument.find()) {
      words.append(Pattern.quote(template.substring(end, argument.start())));
      words.append(argument.group().equals("{used}") ? Pattern.quote(used) : ".*");
      end = argument.end();
    }
    words.append(Pattern.quote(template.substring(end)));
    String severity = code.severity().label().in(lang);
    return Pattern.compile("(?:\\S.*: )?" + severity + " " + code.id() + ": " + words);
  }
}
