package peaceindex.report.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.problem.Text;

/** What a spreadsheet lets the clerk type, asked of the formula itself. */
class EntryRuleTest {

  /** The typed is in C1, the whole in B1; a cell is a number, a word, or blank. */
  @ParameterizedTest(name = "{0} {1} beside a whole of {2}: {3}")
  @CsvSource({
    "COUNT,      12,     ,      true",
    "COUNT,      0,      ,      true",
    "COUNT,      -1,     ,      false",
    "COUNT,      1.5,    ,      false",
    "COUNT,      ,       ,      true",
    "COUNT,      不适用, ,      true",
    "COUNT,      无,     ,      false",
    "COUNT,      十二,   ,      false",
    "COUNT,      12,     12,    true",
    "COUNT,      13,     12,    false",
    "COUNT,      13,     不适用, true",
    "COUNT,      不适用, 12,    true",
    "COUNT,      x,      12,    false",
    "POPULATION, 31000,  ,      true",
    "POPULATION, 3.1,    ,      false",
    "PERCENTAGE, 98.6,   ,      true",
    "PERCENTAGE, 0,      ,      true",
    "PERCENTAGE, 100,    ,      true",
    "PERCENTAGE, 100.1,  ,      false",
    "PERCENTAGE, -0.1,   ,      false",
    "PERCENTAGE, 不适用, ,      true",
    "AMOUNT,     1.5,    ,      true",
    "AMOUNT,     -1.5,   ,      false",
    "NUMBER,     -1.5,   ,      true",
    "NUMBER,     x,      ,      false"
  })
  void letsPassWhatTheReaderTakes(FieldKind kind, String typed, String whole, boolean passes)
      throws IOException {
    EntryRule rule =
        new EntryRule(field(kind), Optional.of(field(FieldKind.COUNT)), Optional.of("不适用"));
    assertThat(evaluate(rule, typed, whole)).isEqualTo(passes);
  }

  @ParameterizedTest
  @CsvSource({"12, true", "不适用, false", ", true"})
  void withoutAWordThereIsNone(String typed, boolean passes) throws IOException {
    EntryRule rule = new EntryRule(field(FieldKind.COUNT), Optional.empty(), Optional.empty());
    assertThat(evaluate(rule, typed, null)).isEqualTo(passes);
  }

  @ParameterizedTest
  @CsvSource(
      value = {"say \"no\"| true", "say no| false"},
      delimiter = '|',
      quoteCharacter = '`')
  void aWordMayHoldQuotes(String typed, boolean passes) throws IOException {
    EntryRule rule =
        new EntryRule(field(FieldKind.COUNT), Optional.empty(), Optional.of("say \"no\""));
    assertThat(evaluate(rule, typed, null)).isEqualTo(passes);
  }

  private static Field field(FieldKind kind) {
    return new Field("f", Text.of("甲"), List.of(), kind, Text.of(""), "", "", "");
  }

  private static boolean evaluate(EntryRule rule, String typed, String whole) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFRow row = workbook.createSheet().createRow(0);
      type(row.createCell(1), whole);
      type(row.createCell(2), typed);
      XSSFCell asked = row.createCell(3);
      asked.setCellFormula(rule.formula("C1", "B1"));
      var result = workbook.getCreationHelper().createFormulaEvaluator().evaluate(asked);
      return result.getBooleanValue();
    }
  }

  private static void type(XSSFCell cell, String typed) {
    if (typed == null) {
      return;
    }
    if (typed.matches("-?[0-9.]+")) {
      cell.setCellValue(Double.parseDouble(typed));
    } else {
      cell.setCellValue(typed);
    }
  }
}
