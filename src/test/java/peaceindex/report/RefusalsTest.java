package peaceindex.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Lang;
import peaceindex.problem.LineRef;
import peaceindex.problem.Problem;
import peaceindex.problem.Severity;

/** Which error speaks of the first figure of the second unit, which came from the cell B5. */
class RefusalsTest {
  private static final Findings FINDINGS = SyntheticFindings.of(3, 2, Lang.ZH);
  private static final Period PERIOD = FINDINGS.period();
  private static final CellRef ORIGIN = FINDINGS.panel().origin(PERIOD, 1, 0).orElseThrow();
  private static final String FILE = ORIGIN.file();
  private static final String SHEET = ORIGIN.sheet();

  private static Problem at(String sheet, String cell) {
    return Problem.of(Code.PART_EXCEEDS_WHOLE, new CellRef(FILE, sheet, cell));
  }

  private static Problem elsewhere(String period) {
    return Problem.of(
        Code.RETURNS_CONFLICT, new CellRef("input/other.xlsx", SHEET, "C9"), "period", period);
  }

  static List<Arguments> problems() {
    String unit = FINDINGS.panel().roster().get(1).id();
    String field = FINDINGS.panel().fields().get(0).id();
    return List.of(
        Arguments.of("at its cell", at(SHEET, "B5"), true),
        Arguments.of("at a range with its cell", at(SHEET, "A4:C6"), true),
        Arguments.of("at another cell", at(SHEET, "B6"), false),
        Arguments.of("at a range beside it", at(SHEET, "C4:D6"), false),
        Arguments.of("at that cell of another sheet", at("其他", "B5"), false),
        Arguments.of("about its sheet", at(SHEET, ""), true),
        Arguments.of("about another sheet", at("其他", ""), false),
        Arguments.of("about its file", at("", ""), true),
        Arguments.of("about its field", at(SHEET, "B9").about(unit, field), true),
        Arguments.of("about its unit", at(SHEET, "B9").about(unit), true),
        Arguments.of("about another unit", at(SHEET, "B9").about("u1", field), false),
        Arguments.of("elsewhere, of its period", elsewhere("2025-12").about(unit, field), true),
        Arguments.of("elsewhere, of another", elsewhere("2025-11").about(unit, field), false),
        Arguments.of("only a warning", at(SHEET, "B5").as(Severity.WARNING), false),
        Arguments.of(
            "in the configuration",
            Problem.of(Code.WEIGHT_NEGATIVE, new LineRef("config/index.yaml", 3, 7), "found", "-1")
                .about(unit, field),
            false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("problems")
  void anErrorSpeaksOfAFigure(String what, Problem problem, boolean speaks) {
    assertThat(of(List.of(problem)).map(Problem::where))
        .as(what)
        .isEqualTo(speaks ? Optional.of(problem.where()) : Optional.empty());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("problems")
  void theNearestIsTaken(String what, Problem problem, boolean speaks) {
    Problem nearest = Problem.of(Code.SHEET_AMBIGUOUS, ORIGIN);
    assertThat(of(List.of(nearest, problem))).as(what).hasValue(nearest);
  }

  private static Optional<Problem> of(List<Problem> problems) {
    Findings findings =
        new Findings(
            FINDINGS.index(),
            FINDINGS.page(),
            FINDINGS.panel(),
            FINDINGS.trend(),
            PERIOD,
            problems,
            Lang.ZH,
            Optional.empty());
    return new Refusals(findings).of(PERIOD, 1, 0);
  }
}
