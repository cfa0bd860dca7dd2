package peaceindex.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import peaceindex.problem.Code;
import peaceindex.problem.Lang;
import peaceindex.problem.LineRef;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultJsonTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(ResultJson.schema(), InputFormat.JSON);

  private static JsonNode parse(byte[] json) {
    return JsonMapper.builder().build().readTree(json);
  }

  private static void assertValid(byte[] json) {
    assertThat(SCHEMA.validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0} units, {1} months, {2}")
  @CsvSource({"15, 24, ZH", "15, 24, EN", "1, 1, ZH", "32, 2, EN"})
  void followsItsSchema(int units, int months, Lang lang) {
    assertValid(bytes(SyntheticFindings.of(units, months, lang)));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void saysPointsAndStepsToo(Lang lang) {
    Findings findings = AdjustedFindings.of(4, lang);
    byte[] json = bytes(findings);
    assertValid(json);
    JsonNode result = parse(json);
    assertThat(result.get("adjustments")).hasSize(findings.standing().adjustments().size());
    assertThat(result.get("adjustments").get(0).get("cell").asString()).isEqualTo("C2");
    assertThat(result.get("ledger")).isNotEmpty();
    for (JsonNode unit : result.get("units")) {
      double sum = unit.get("points").asDouble();
      for (JsonNode indicator : unit.get("indicators")) {
        sum += indicator.get("contribution").asDouble();
      }
      assertThat(sum).isCloseTo(unit.get("index").asDouble(), within(1e-9));
    }
  }

  @Test
  void failuresFollowItTooAtEveryExitCode() {
    assertValid(
        ResultJson.failure(
            Optional.empty(),
            Optional.of("2025-12"),
            List.of(
                Problem.of(Code.NO_INPUT_FOLDER, Place.NONE, "found", "input"),
                Problem.of(
                    Code.WEIGHT_NEGATIVE, new LineRef("config/index.yaml", 3, 7), "found", "-1")),
            Lang.ZH));
  }

  @Test
  void holdsTheExactFiguresOfTheStanding() {
    Findings findings = SyntheticFindings.of(15, 24, Lang.ZH);
    JsonNode json = parse(bytes(findings));
    assertThat(json.get("index").asString()).isEqualTo("peace");
    assertThat(json.get("period").asString()).isEqualTo("2025-12");
    assertThat(json.get("units")).hasSize(14);
    assertThat(json.get("notRanked").get(0).get("unit").asString()).isEqualTo("u12");
    assertThat(json.get("problems").get(0).get("cell").asString()).isEqualTo("B8");
    double lastRank = 0;
    for (JsonNode unit : json.get("units")) {
      int number = Integer.parseInt(unit.get("unit").asString().substring(1)) - 1;
      assertThat(unit.get("index").asDouble())
          .isEqualTo(findings.standing().scores().index(number));
      assertThat(unit.get("rank").asDouble()).isGreaterThanOrEqualTo(lastRank);
      lastRank = unit.get("rank").asDouble();
      double sum = 0;
      double weights = 0;
      for (JsonNode indicator : unit.get("indicators")) {
        weights += indicator.get("weight").asDouble();
        sum += indicator.get("contribution").asDouble();
        if (!indicator.get("score").isNull()) {
          assertThat(indicator.get("contribution").asDouble())
              .isCloseTo(
                  indicator.get("weight").asDouble() * indicator.get("score").asDouble(),
                  within(1e-12));
        }
      }
      assertThat(weights).isCloseTo(1, within(1e-12));
      assertThat(sum).isCloseTo(unit.get("index").asDouble(), within(1e-9));
    }
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void sameBytesInAnyZoneAndLocale(Lang lang) {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      byte[] here = bytes(SyntheticFindings.of(15, 24, lang));
      Locale.setDefault(new Locale("ar", "EG"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(bytes(SyntheticFindings.of(15, 24, lang))).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static byte[] bytes(Findings findings) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ResultJson.write(findings, out);
    return out.toByteArray();
  }
}
