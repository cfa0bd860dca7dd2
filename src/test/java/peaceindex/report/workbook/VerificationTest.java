package peaceindex.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;

/** A workbook is computed anew from its formulas alone, and every wrong figure beside one found. */
class VerificationTest {
  private static final String COUNTY =
      """
      ranking!A2 : "青石镇"
      ranking!B2 : =scores!B2 -> 86
      ranking!C2 : =RANK(B2,$B$2:$B$4,0) -> 1
      ranking!A3 : "白马镇"
      ranking!B3 : =scores!B3 -> 72
      ranking!C3 : =RANK(B3,$B$2:$B$4,0) -> 2
      ranking!A4 : "大河镇"
      ranking!B4 : =IF(COUNT(scores!B4)=0,"—",scores!B4) -> "—"
      scores!B2 : =ROUND(ROUND(SUMPRODUCT(data!B2:C2,weights),9),2) -> 86
      scores!B3 : =ROUND(ROUND(SUMPRODUCT(data!B3:C3,weights),9),2) -> 72
      scores!B4 : =IF(COUNT(data!B4:C4)<2,"—",SUMPRODUCT(data!B4:C4,weights)) -> "—"
      parameters!A1 : 0.6
      parameters!B1 : 0.4
      weights : parameters!$A$1:$B$1
      data!B2 : 90
      data!C2 : 80
      data!B3 : 80
      data!C3 : 60
      data!B4 : 70
      data!C4 : "—"
      """;

  @TempDir Path folder;

  private Comparison verify(String lines) throws IOException {
    return Verification.of(new LiveBook(lines).write(folder.resolve("book.xlsx")));
  }

  @Test
  void aRightWorkbookPasses() throws IOException {
    Comparison compared = verify(COUNTY);
    assertThat(compared.differences()).isEmpty();
    assertThat(compared.formulas()).isEqualTo(8);
    assertThat(compared.largest()).isLessThan(1e-12);
  }

  @ParameterizedTest(name = "{0}: {1} instead of {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // the cell       | its line            | what stands beside it instead
        "ranking!C2       | 1                   | 2",
        "ranking!B3       | 72                  | 72.00000008",
        "scores!B3        | 72                  | 0",
        "scores!B2        | 86                  | \"86\"",
        "scores!B2        | 86                  | #N/A",
        "scores!B2        | 86                  | TRUE",
        "scores!B2        | 86                  | none",
        "ranking!B4       | \"—\"               | \"－\"",
        "ranking!B4       | \"—\"               | 0",
        "scores!B4        | \"—\"               | \"\"",
      })
  void aWrongFigureIsFoundWhereItStandsAndNowhereElse(String cell, String right, String wrong)
      throws IOException {
    String line = COUNTY.lines().filter(l -> l.startsWith(cell + " :")).findFirst().orElseThrow();
    String changed = line.replace("-> " + right, "-> " + wrong);
    assertThat(changed).isNotEqualTo(line);
    Comparison compared = verify(COUNTY.replace(line, changed));
    assertThat(compared.differences())
        .extracting(d -> d.sheet() + "!" + d.cell())
        .containsExactly(cell);
  }

  @ParameterizedTest(name = "={0} gives {1}: the same as {2} is {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // formula                     | written      | same
        "1/3                           | 0.333333333333 | true",
        "1/3                           | 0.3333333     | false",
        "1000000/3                     | 333333.3333334 | true",
        "1000000/3                     | 333333.334    | false",
        "\"a\"&\"b\"                   | \"ab\"        | true",
        "\"a\"&\"b\"                   | \"AB\"        | false",
        "\"\"                          | \"\"          | true",
        "1=1                           | TRUE          | true",
        "1=1                           | FALSE         | false",
        "1=1                           | 1             | false",
        "1/0                           | 0             | false",
        "1/0                           | #DIV/0!       | false",
        "NA()                          | #N/A          | false",
        "IFERROR(1/0,\"—\")            | \"—\"         | true",
        "NOSUCH(1)                     | 2             | false",
        "SUM(1,                        | 1             | false",
        "nowhere!A1                    | 0             | false",
        "A1                            | 0             | false",
      })
  void figuresAreComparedByTheirKind(String formula, String written, boolean same)
      throws IOException {
    Comparison compared = verify("s!A1 : =" + formula + " -> " + written);
    assertThat(compared.differences()).hasSize(same ? 0 : 1);
    assertThat(compared.formulas()).isEqualTo(1);
  }

  @Test
  void aWrongFormulaIsNamedBeforeAllThatRestsOnIt() throws IOException {
    Comparison compared = verify(COUNTY.replace("(data!B2:C2,", "(data!B3:C3,"));
    assertThat(compared.differences())
        .extracting(d -> d.sheet() + "!" + d.cell())
        .startsWith("scores!B2")
        .contains("ranking!B2");
    assertThat(compared.problems("output/2025-12/scored.xlsx"))
        .first()
        .satisfies(
            problem ->
                assertThat(Messages.line(problem, Lang.EN))
                    .startsWith(
                        "output/2025-12/scored.xlsx [scores!B2]: error M108: computed by its"
                            + " formula this cell is not what the engine has (computed: 72.0,"
                            + " engine: 86.0); nothing was replaced."));
  }

  @Test
  void aFunctionThatCannotBeComputedIsNamed() throws IOException {
    Comparison compared = verify("s!A1 : =NOSUCH(1) -> 1\ns!A2 : =CELL(\"row\") -> 2");
    assertThat(compared.differences())
        .extracting(d -> d.computed().shown().en())
        .satisfiesExactly(
            first -> assertThat(first).isNotBlank(),
            second -> assertThat(second).isEqualTo("the function CELL cannot be computed"));
  }

  @Test
  void theFarthestIsToldEvenIfTolerated() throws IOException {
    Comparison compared = verify("s!A1 : =1/3 -> 0.3333333333333333\ns!A2 : =2/3 -> 0.66666666667");
    assertThat(compared.differences()).isEmpty();
    assertThat(compared.largest()).isCloseTo(3.3e-12, within(1e-13));
    assertThat(compared.farthest()).hasValueSatisfying(d -> assertThat(d.cell()).isEqualTo("A2"));
  }

  @Test
  void aWorkbookOfValuesHasNothingToCompare() throws IOException {
    Comparison compared = verify("s!A1 : 3\ns!A2 : \"=1+1\"");
    assertThat(compared.formulas()).isZero();
    assertThat(compared.differences()).isEmpty();
    assertThat(compared.farthest()).isEmpty();
  }
}
