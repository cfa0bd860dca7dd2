package peaceindex.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

  static Stream<String> keys() {
    return Messages.keys(Lang.ZH).stream();
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(Messages.keys(Lang.EN)).isEqualTo(Messages.keys(Lang.ZH));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void bothLanguagesNameTheSameArguments(String key) {
    assertThat(Messages.argumentsOf(key, Lang.EN)).isEqualTo(Messages.argumentsOf(key, Lang.ZH));
  }

  @Test
  void everyCodeHasItsWordsAndEveryIdIsUsedOnce() {
    assertThat(Arrays.stream(Code.values()).map(Code::id)).doesNotHaveDuplicates();
    assertThat(Messages.keys(Lang.ZH))
        .containsAll(Arrays.stream(Code.values()).map(Code::id).toList());
    assertThat(Messages.keys(Lang.ZH).stream().filter(k -> k.matches("[CMPU]\\d{3}")))
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Code.values()).map(Code::id).toList());
  }

  @Test
  void aDiagnosticReadsLikeACompilers() {
    Problem problem =
        Problem.of(
            Code.NEGATIVE,
            new CellRef("input/2025-12/青石镇.xlsx", "填报表", "B8"),
            "field",
            new Text("刑事案件立案数", "Criminal cases"),
            "found",
            "-3");
    assertThat(Messages.line(problem, Lang.ZH))
        .isEqualTo("input/2025-12/青石镇.xlsx [填报表!B8]: 错误 P401: “刑事案件立案数”不能为负数（实际：-3）。请核对");
    assertThat(Messages.line(problem, Lang.EN))
        .isEqualTo(
            "input/2025-12/青石镇.xlsx [填报表!B8]: error P401: \"Criminal cases\" cannot be negative"
                + " (found: -3). Check");
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void whatWasFoundAndWhatToDoMakeTheWholeMessage(Lang lang) {
    for (Code code : Code.values()) {
      Problem problem = Problem.of(code, Place.NONE);
      String statement = Messages.statement(problem, lang);
      String advice = Messages.advice(problem, lang);
      String between = advice.isEmpty() ? "" : lang == Lang.ZH ? "。" : ". ";
      assertThat(statement + between + advice).isEqualTo(Messages.text(problem, lang));
      if (code.id().startsWith("P") && code.severity() == Severity.ERROR) {
        assertThat(advice).as(code.id()).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "甲\n乙\u2028丙",
        "\r\n甲",
        "甲\n\t\u2029丙\u0007",
        "\u007f\n",
        "甲 乙",
        "{hint}{found}{$1\\",
        ""
      })
  void aDiagnosticIsOneLineAndHoldsWhatWasFoundAsItStands(String found) {
    Problem problem = Problem.of(Code.UNKNOWN_UNIT, Place.NONE, "found", found, "hint", "H");
    String shown = found.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ");
    assertThat(Messages.line(problem, Lang.ZH)).contains("“" + shown + "”");
  }

  @Test
  void aNameWithoutAnArgumentStays() {
    Problem problem = Problem.of(Code.UNKNOWN_UNIT, Place.NONE, "found", "甲");
    assertThat(Messages.line(problem, Lang.ZH)).contains("甲").contains("{hint}");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "电话13812345678, 电话***",
    "138 1234 5678, ***",
    "+86-138-1234-5678, ***",
    "330102199001011234, ***",
    "33010219900101123X, ***",
    "330102900101123, ***",
    "0571-87654321, ***",
    "990121001, 990121001",
    "330102001000, 330102001000",
    "2025-12, 2025-12",
    "1234567.89, 1234567.89"
  })
  void personalNumbersAreMasked(String text, String expected) {
    assertThat(Privacy.mask(text)).isEqualTo(expected);
    Problem problem = Problem.of(Code.UNKNOWN_UNIT, Place.NONE, "found", text, "hint", "");
    assertThat(problem.arguments().get("found")).isEqualTo(expected);
  }

  /** Ten digits that are no such number let all of a text be looked at, and change nothing. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noPersonalNumberIsOverlooked(long seed) {
    Random random = new Random(seed);
    String signs = "0123456789012345678913 -+xX_甲";
    String digits = "_9999999999";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(24); length >= 0; length--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      assertThat(Privacy.mask(text.toString()))
          .isEqualTo(Privacy.mask(text + digits).replace(digits, ""));
    }
  }

  /** Every line as the library reads it, whatever of the format it uses. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=b",
        "a = b",
        "a=  b ",
        "a:b=c",
        "# a=b\nc=d",
        "a=b\\\n  c\nd=e",
        "a=\\u5e73=\\n",
        "a\\=b=c",
        "  a=b",
        "a",
        "a=\n\nb=",
        "a=b\r\nc=d",
        "a\tb=c",
        "!a=b",
        "a=b=c:d # e"
      })
  void messagesAreReadLikeProperties(String text) throws IOException {
    Properties expected = new Properties();
    expected.load(new StringReader(text));
    assertThat(Messages.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void allMessagesAreReadLikeProperties(String lang) throws IOException {
    try (var in = Messages.class.getResourceAsStream("messages_" + lang + ".properties")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Properties expected = new Properties();
      expected.load(new StringReader(text));
      assertThat(Messages.parse(text)).isEqualTo(expected);
    }
  }
}
