package peaceindex.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Fields;
import peaceindex.panel.Frequency;
import peaceindex.panel.Group;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.panel.Unit;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Severity;
import peaceindex.problem.Text;
import peaceindex.returns.ReturnsLayout.ReceiptsLayout;
import peaceindex.returns.ReturnsLayout.Source;
import peaceindex.workbooks.TextWorkbook;

/**
 * Returns as text, and what must be read from them: every figure with its cell, and every problem.
 * Two units (青石镇 and 白马镇), four fields.
 */
class ReturnsReaderTest {
  @TempDir Path workspace;

  private static final ReceiptsLayout RECEIPTS =
      new ReceiptsLayout(
          "收件登记表.xlsx",
          5,
          List.of("单位名称"),
          List.of("文件名"),
          List.of("所属月份"),
          List.of("收到日期"),
          List.of("类别"),
          List.of("更正"));

  private static final Roster ROSTER =
      new Roster(
          List.of(new Group("town", Text.of("镇乡"))),
          List.of(
              new Unit("qs", "990101", new Text("青石镇", "Qingshi"), List.of("青石"), "town"),
              new Unit("bm", "990102", new Text("白马镇", "Baima"), List.of("白马"), "town")));

  private static Field field(String id, String zh, FieldKind kind, String source, String partOf) {
    Text unit = kind == FieldKind.PERCENTAGE ? Text.of("%") : Text.of("件");
    return new Field(id, Text.of(zh), List.of(), kind, unit, source, partOf, "");
  }

  private static ReturnsLayout layout(String source) {
    return new ReturnsLayout(
        new Fields(
            List.of(
                field("pop", "常住人口", FieldKind.POPULATION, "", ""),
                field("in", "纠纷受理数", FieldKind.COUNT, source, ""),
                field("out", "纠纷化解数", FieldKind.COUNT, source, "in"),
                field("sat", "群众满意度", FieldKind.PERCENTAGE, "", ""))),
        source.isEmpty() ? List.of() : List.of(new Source(source, Text.of("司法局"), List.of("司法"))),
        List.of("单位代码"),
        List.of("单位名称", "填报单位"),
        List.of("填报月份"),
        List.of("合计"),
        List.of("备注"),
        List.of("姓名", "身份证号码", "联系电话"),
        List.of("—", "/", "无"),
        List.of("不适用"),
        "更正",
        Optional.of(RECEIPTS),
        ReturnsLayout.Sense.DEFAULT,
        Map.of());
  }

  private void file(String path, String text) throws IOException {
    TextWorkbook.of(text).write(workspace.resolve("input/" + path));
  }

  /** {@link ReturnsReaderGenerallyTest} has the same files read another way. */
  void prepare(Path input) throws IOException {
    // They are as they should be.
  }

  private ReturnsReader.Result read() throws IOException {
    return read("");
  }

  private ReturnsReader.Result read(String source) throws IOException {
    prepare(workspace.resolve("input"));
    return ReturnsReader.read(
        workspace.resolve("input"),
        "input",
        layout(source),
        ROSTER,
        Frequency.MONTH,
        (done, of) -> {});
  }

  /** Every figure as "unit field=value @cell", or with its status where it has no value. */
  private static List<String> figures(ReturnsReader.Result result, String month) {
    Panel panel = result.panel();
    Period period = Period.parse(month).orElseThrow();
    List<String> out = new ArrayList<>();
    for (int unit = 0; unit < ROSTER.size(); unit++) {
      for (int field = 0; field < panel.fields().size(); field++) {
        CellStatus status = panel.status(period, unit, field);
        if (panel.origin(period, unit, field).isPresent()) {
          String value =
              status == CellStatus.REPORTED
                  ? String.valueOf(panel.value(period, unit, field)).replaceAll("\\.0$", "")
                  : status.name();
          out.add(
              ROSTER.get(unit).id()
                  + " "
                  + panel.fields().get(field).id()
                  + "="
                  + value
                  + " @"
                  + panel.origin(period, unit, field).orElseThrow().cell());
        }
      }
    }
    return out;
  }

  private static List<String> problems(ReturnsReader.Result result) {
    return result.problems().all().stream()
        .map(p -> p.where().show() + ": " + p.code().id())
        .toList();
  }

  private static List<String> messages(ReturnsReader.Result result) {
    return result.problems().all().stream().map(p -> Messages.line(p, Lang.ZH)).toList();
  }

  private static final String[] ALL_EIGHT = {
    "qs pop=21000 @", "qs in=40 @", "qs out=36 @", "qs sat=96.5 @",
    "bm pop=18000 @", "bm in=20 @", "bm out=20 @", "bm sat=95 @"
  };

  private static List<String> withoutCells(List<String> figures) {
    return figures.stream().map(f -> f.substring(0, f.indexOf('@') + 1)).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void readsATableByItsLabels(String extension) throws IOException {
    file(
        "2025-12/月报." + extension,
        """
        平安月报（2025年12月） | < | < | < | < | <
        序号 | 单位名称 | 常住人口（人） | 纠纷受理数 | 纠纷化解数 | 群众满意度（%）
        1 | 青石镇 | 21000 | 40 | 36 | 96.5
        2 | 白 马 镇 | 18000 | 20 | 20 | 95.00%
        合计 | < | 39000 | 60 | 56 | —
        备注：数据来自各村 | < | < | < | < | <""");
    ReturnsReader.Result result = read();
    assertThat(figures(result, "2025-12"))
        .containsExactly(
            "qs pop=21000 @C3",
            "qs in=40 @D3",
            "qs out=36 @E3",
            "qs sat=96.5 @F3",
            "bm pop=18000 @C4",
            "bm in=20 @D4",
            "bm out=20 @E4",
            "bm sat=95 @F4");
    assertThat(messages(result)).isEmpty();
  }

  @Test
  void readsATwoRowHeaderWhereOnlyTheGroupTellsColumnsApart() throws IOException {
    file(
        "2025-12/月报.xlsx",
        """
        平安月报 | < | < | < | <
        单位名称 | 常住人口 | 纠纷 | < | 群众满意度
        ^ | ^ | 化解数 | 受理数 | ^
        青石镇 | 21000 | 36 | 40 | 96.5
        白马镇 | 18000 | 20 | 20 | 95""");
    ReturnsReader.Result result = read();
    assertThat(withoutCells(figures(result, "2025-12"))).containsExactly(ALL_EIGHT);
    assertThat(messages(result)).isEmpty();
  }

  @Test
  void columnsAndRowsMayStandAnywhereAndInAnyOrder() throws IOException {
    file(
        "2025-12/a.xlsx",
        """


         | | 群众满意度 | 纠纷化解数 | 填表说明 | 单位代码 | 纠纷受理数 | 常住人口
         | | 件 | 件 | | | 件 | 人
         | | 95 | 20 | | '990102 | 20 | 18000
         | | 96.5 | 36 | | 990101 | 40 | 21000""");
    ReturnsReader.Result result = read();
    assertThat(withoutCells(figures(result, "2025-12"))).containsExactly(ALL_EIGHT);
    assertThat(messages(result)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void readsFormsWithLabelsBesideValues(String extension) throws IOException {
    file(
        "2025-12/青石镇_2025-12." + extension,
        """
        平安建设月报表 | <
        填报单位 | 青石镇
        填报月份 | 2025年12月
        一、纠纷 | <
        常住人口（人） | 21000
        纠纷受理数 | 40
        纠纷化解数 | 36
        群众满意度(%) | 96.50%
        备注 |""");
    file(
        "2025-12/白马.%s".formatted(extension),
        """
        填报单位：白马镇 | |
        常住人口 | 18000 | 群众满意度 | 95
        纠纷化解数 | 20 | 纠纷受理数 | 20""");
    ReturnsReader.Result result = read();
    assertThat(figures(result, "2025-12"))
        .containsExactly(
            "qs pop=21000 @B5",
            "qs in=40 @B6",
            "qs out=36 @B7",
            "qs sat=96.5 @B8",
            "bm pop=18000 @B2",
            "bm in=20 @D3",
            "bm out=20 @B3",
            "bm sat=95 @D2");
    assertThat(messages(result)).isEmpty();
  }

  @Test
  void theUnitOfAFormMayStandInTheTitleOrTheFileNameOnly() throws IOException {
    file("2025-12/x.xlsx", "青石镇平安建设月报表\n常住人口 | 21000\n纠纷受理数 | 40\n纠纷化解数 | 36\n群众满意度 | 96.5");
    file("2025-12/白马镇.xlsx", "平安建设月报表\n常住人口 | 18000\n纠纷受理数 | 20\n纠纷化解数 | 20\n群众满意度 | 95");
    ReturnsReader.Result result = read();
    assertThat(withoutCells(figures(result, "2025-12"))).containsExactly(ALL_EIGHT);
    assertThat(messages(result)).isEmpty();
  }

  @Test
  void severalWorkbooksOfAMonthMerge() throws IOException {
    file("2025-12/统计局.xlsx", "单位名称 | 常住人口 | 群众满意度\n青石镇 | 21000 | 96.5\n白马镇 | 18000 | 95");
    file("2025-12/司法局.xlsx", "单位名称 | 纠纷受理数 | 纠纷化解数\n青石镇 | 40 | 36\n白马镇 | 20 | 20");
    ReturnsReader.Result result = read("justice");
    assertThat(withoutCells(figures(result, "2025-12"))).containsExactly(ALL_EIGHT);
    assertThat(messages(result)).isEmpty();
  }

  @Test
  void aFieldIsNotTakenFromTheWrongDepartment() throws IOException {
    file(
        "2025-12/统计局.xlsx",
        "单位名称 | 常住人口 | 群众满意度 | 纠纷受理数\n青石镇 | 21000 | 96.5 | 99\n白马镇 | 18000 | 95 | 99");
    file("2025-12/司法局.xlsx", "单位名称 | 纠纷受理数 | 纠纷化解数\n青石镇 | 40 | 36\n白马镇 | 20 | 20");
    ReturnsReader.Result result = read("justice");
    assertThat(withoutCells(figures(result, "2025-12"))).containsExactly(ALL_EIGHT);
    assertThat(problems(result)).containsExactly("input/2025-12/统计局.xlsx [表1!D1]: P205");
  }

  private static final String FORM = "填报单位 | %s\n常住人口 | 20000\n纠纷受理数 | %s\n纠纷化解数 | 30\n群众满意度 | 96";

  private void form(String path, String unit, String received) throws IOException {
    file(path, FORM.formatted(unit, received));
  }

  @Test
  void twoReturnsOfOneUnitConflictAndNeitherFigureIsUsed() throws IOException {
    form("2025-12/a.xlsx", "青石镇", "40");
    form("2025-12/b.xlsx", "青石镇", "41");
    form("2025-12/c.xlsx", "白马镇", "40");
    ReturnsReader.Result result = read();
    assertThat(figures(result, "2025-12"))
        .contains("qs in=UNUSABLE @B3", "qs pop=20000 @B2", "bm in=40 @B3");
    assertThat(messages(result))
        .containsExactly(
            "input/2025-12/b.xlsx [表1!B3]: 错误 P503: “青石镇”2025-12 的“纠纷受理数”有两个不同的数（此处 41，另一处 40"
                + " 在 input/2025-12/a.xlsx [表1!B3]），均未采用。请确认以哪个为准，把更正的报表放入“更正”文件夹");
  }

  @Test
  void theSameReturnTwiceIsUsedOnce() throws IOException {
    form("2025-12/a.xlsx", "青石镇", "40");
    form("2025-12/b.xlsx", "青石镇", "40");
    form("2025-12/c.xlsx", "白马镇", "40");
    ReturnsReader.Result result = read();
    assertThat(figures(result, "2025-12")).contains("qs in=40 @B3");
    assertThat(problems(result)).containsExactly("input/2025-12/b.xlsx: P504");
  }

  @Test
  void aCorrectionInItsFolderSupersedes() throws IOException {
    form("2025-12/青石镇.xlsx", "青石镇", "400");
    form("2025-12/更正/青石镇.xlsx", "青石镇", "40");
    form("2025-12/白马镇.xlsx", "白马镇", "40");
    ReturnsReader.Result result = read();
    assertThat(result.panel().value(Period.month(2025, 12), 0, 1)).isEqualTo(40);
    assertThat(result.panel().origin(Period.month(2025, 12), 0, 1).orElseThrow().file())
        .isEqualTo("input/2025-12/更正/青石镇.xlsx");
    assertThat(problems(result)).containsExactly("input/2025-12/青石镇.xlsx: P505");
  }

  @Test
  void aCorrectionNamedInTheRegisterSupersedes() throws IOException {
    form("2025-12/青石镇.xlsx", "青石镇", "400");
    form("2025-12/青石镇（新）.xlsx", "青石镇", "40");
    form("2025-12/白马镇.xlsx", "白马镇", "40");
    file(
        "收件登记表.xlsx",
        """
        单位名称 | 文件名 | 所属月份 | 收到日期 | 类别
        青石镇 | 青石镇（新）.xlsx | 2025-12 | #2026-01-20 | 更正""");
    ReturnsReader.Result result = read();
    assertThat(result.panel().value(Period.month(2025, 12), 0, 1)).isEqualTo(40);
    assertThat(problems(result)).containsExactly("input/2025-12/青石镇.xlsx: P505");
  }

  @Test
  void latenessComesFromTheRegisterAlone() throws IOException {
    form("2025-12/青石镇.xlsx", "青石镇", "40");
    form("2025-12/白马镇.xlsx", "白马镇", "40");
    file(
        "收件登记表.xlsx",
        """
        收件登记表 | < | < | <
        文件名 | 单位名称 | 收到日期 | 所属月份
        | 青石镇 | #2026-01-06 | 2025年12月
        白马镇.xlsx | | '2026-01-05 | 2025-12
        | 白马镇 | 不详 | 2025-12
        | 黑石镇 | #2026-01-05 | 2025-12""");
    assertThat(messages(read()))
        .containsExactly(
            "input/收件登记表.xlsx [表1!C5]: 警告 P506: 登记表此行无法使用（收到日期无法识别）。请补全单位或文件名、所属月份和收到日期",
            "input/收件登记表.xlsx [表1!C6]: 警告 P506: 登记表此行无法使用（单位不在名册中，也没有文件名）。请补全单位或文件名、所属月份和收到日期",
            "input/收件登记表.xlsx [表1!C3]: 警告 P502: “青石镇”2025-12 的报表迟报（实际收到：2026-01-06；应在 2026-01-05 或之前）");
  }

  @Test
  void aUnitWithoutAReturnIsMissing() throws IOException {
    form("2025-12/青石镇.xlsx", "青石镇", "40");
    assertThat(messages(read()))
        .containsExactly("input/2025-12: 错误 P501: “白马镇”没有报送 2025-12 的报表。请催报");
  }

  @Test
  void periodsThatContradictEachOtherAreRefused() throws IOException {
    form("2025-12/青石镇_2025-11.xlsx", "青石镇", "40");
    form("2025-12/白马镇.xlsx", "白马镇", "40");
    ReturnsReader.Result result = read();
    assertThat(result.panel().hasArrived(Period.month(2025, 12), 0)).isFalse();
    assertThat(messages(result))
        .contains(
            "input/2025-12/青石镇_2025-11.xlsx [表1]: 错误 P107: 所属时期互相矛盾（文件名 2025-11，文件夹 2025-12）。"
                + "请核对后把报表放入正确的文件夹，并改正标题或文件名");
  }

  @Test
  void aReturnWithoutAnyPeriodIsRefused() throws IOException {
    form("青石镇.xlsx", "青石镇", "40");
    ReturnsReader.Result result = read();
    assertThat(problems(result)).containsExactly("input/青石镇.xlsx [表1]: P106");
    assertThat(result.panel().periods()).isEmpty();
  }

  @ParameterizedTest(name = "{0} in {1} is {2}, {3}")
  @CsvSource(
      textBlock =
          """
          # what the cell holds, field, what it means, problem
          40,        in,  40,             ''
          0,         in,  0,              ''
          '''40',    in,  40,             P303
          '''1,234', in,  1234,           P303
          '''４０',   in,  40,             P303
          '''40件',  in,  40,             P303
          '''40人',  in,  UNUSABLE,       P301
          '',        in,  NOT_REPORTED,   P302
          —,         in,  NOT_REPORTED,   P302
          /,         in,  NOT_REPORTED,   P302
          无,        in,  NOT_REPORTED,   P302
          不适用,    in,  NOT_APPLICABLE, ''
          约四十,    in,  UNUSABLE,       P301
          !DIV,      in,  UNUSABLE,       P301
          !TRUE,     in,  UNUSABLE,       P301
          #2025-12-1, in, TEXT,           ''
          -40,       in,  UNUSABLE,       P401
          40.5,      in,  40.5,           P404
          =20*2,     in,  40,             ''
          98.6,      sat, 98.6,           ''
          98.6%,     sat, 98.6,           ''
          '''98.6%', sat, 98.6,           P303
          '''98.6',  sat, 98.6,           P303
          0.986,     sat, UNUSABLE,       P305
          '''0.986', sat, UNUSABLE,       P305
          1,         sat, UNUSABLE,       P305
          0,         sat, 0,              ''
          100,       sat, 100,            ''
          100.5,     sat, UNUSABLE,       P402
          -1,        sat, UNUSABLE,       P401
          13812345678, in, UNUSABLE,      P306
          '''联系13812345678', in, UNUSABLE, P306
          """)
  void readsOneFigure(String content, String field, String expected, String code)
      throws IOException {
    if (expected.equals("TEXT")) {
      content = "#2025-12-01";
      expected = "UNUSABLE";
      code = "P301";
    }
    file(
        "2025-12/a.xlsx",
        """
        单位名称 | 常住人口 | 纠纷受理数 | 纠纷化解数 | 群众满意度
        青石镇 | 20000 | %s | 0 | %s
        白马镇 | 20000 | 40 | 30 | 96"""
            .formatted(field.equals("in") ? content : "40", field.equals("sat") ? content : "96"));
    ReturnsReader.Result result = read();
    String cell = field.equals("in") ? "C2" : "E2";
    assertThat(figures(result, "2025-12")).contains("qs " + field + "=" + expected + " @" + cell);
    assertThat(problems(result))
        .isEqualTo(
            code.isEmpty()
                ? List.of()
                : List.of("input/2025-12/a.xlsx [表1!" + cell + "]: " + code));
    assertThat(messages(result)).noneMatch(m -> m.contains("13812345678") || m.contains("约四十"));
  }

  @Test
  void aFormulaNeverCalculatedIsCalculatedOrMissingButNotZero() throws IOException {
    file(
        "2025-12/a.xlsx",
        """
        单位名称 | 常住人口 | 纠纷受理数 | 纠纷化解数 | 群众满意度
        青石镇 | 20000 | =?20*2 | =?G2 | 96
        白马镇 | 20000 | =?TODAY() | 30 | 96""");
    ReturnsReader.Result result = read();
    assertThat(figures(result, "2025-12"))
        .contains("qs in=40 @C2", "qs out=UNUSABLE @D2", "bm in=UNUSABLE @C3");
    assertThat(problems(result))
        .containsExactly(
            "input/2025-12/a.xlsx [表1!D2]: P304",
            "input/2025-12/a.xlsx [表1!C3]: P304",
            "input/2025-12/a.xlsx [表1!C2]: P309");
  }

  @Test
  void aFormulaOfAWorkbookThatWantsRecalculationIsCalculatedAnew() throws IOException {
    Path path = workspace.resolve("input/2025-12/a.xlsx");
    Files.createDirectories(path.getParent());
    try (var workbook = new org.apache.poi.xssf.usermodel.XSSFWorkbook();
        var out = Files.newOutputStream(path)) {
      var sheet = workbook.createSheet("表1");
      String[] header = {"单位名称", "常住人口", "纠纷受理数", "纠纷化解数", "群众满意度"};
      for (int r = 0; r < 3; r++) {
        var row = sheet.createRow(r);
        for (int c = 0; c < header.length; c++) {
          if (r == 0) {
            row.createCell(c).setCellValue(header[c]);
          } else if (c == 0) {
            row.createCell(c).setCellValue(r == 1 ? "青石镇" : "白马镇");
          } else {
            row.createCell(c).setCellValue(50);
          }
        }
      }
      // As some programs write it: a formula whose stored result is a plain 0.
      sheet.getRow(1).getCell(2).setCellFormula("20*3");
      sheet.getRow(1).getCell(2).setCellValue(0);
      workbook.setForceFormulaRecalculation(true);
      workbook.write(out);
    }
    ReturnsReader.Result result = read();
    assertThat(figures(result, "2025-12")).contains("qs in=60 @C2", "bm in=50 @C3");
    assertThat(problems(result))
        .contains("input/2025-12/a.xlsx [表1!C2]: P309")
        .noneMatch(p -> p.endsWith("P304"));
  }

  @Test
  void struckOutFiguresAreNoFigures() throws IOException {
    Path path = workspace.resolve("input/2025-12/a.xlsx");
    file(
        "2025-12/a.xlsx",
        """
        单位名称 | 常住人口 | 纠纷受理数 | 纠纷化解数 | 群众满意度
        青石镇 | 21000 | 46 | '4644 | 96.5
        白马镇 | 18000 | 50 | 20 | 95""");
    byte[] bytes = Files.readAllBytes(path);
    try (var workbook =
            new org.apache.poi.xssf.usermodel.XSSFWorkbook(
                new java.io.ByteArrayInputStream(bytes));
        var out = Files.newOutputStream(path)) {
      var row = workbook.getSheetAt(0).getRow(1);
      var struck = workbook.createFont();
      struck.setStrikeout(true);
      var style = workbook.createCellStyle();
      style.setFont(struck);
      row.getCell(2).setCellStyle(style);
      var text = new org.apache.poi.xssf.usermodel.XSSFRichTextString("4644");
      text.applyFont(0, 2, struck);
      row.getCell(3).setCellValue(text);
      workbook.write(out);
    }
    ReturnsReader.Result result = read();
    assertThat(figures(result, "2025-12")).contains("qs in=UNUSABLE @C2", "qs out=44 @D2");
    assertThat(problems(result))
        .containsExactly(
            "input/2025-12/a.xlsx [表1!C2]: P307", "input/2025-12/a.xlsx [表1!D2]: P308");
  }

  @Test
  void resolvedMoreThanReceivedUsesNeither() throws IOException {
    form("2025-12/青石镇.xlsx", "青石镇", "29");
    form("2025-12/白马镇.xlsx", "白马镇", "30");
    ReturnsReader.Result result = read();
    assertThat(figures(result, "2025-12"))
        .contains("qs in=UNUSABLE @B3", "qs out=UNUSABLE @B4", "bm in=30 @B3", "bm out=30 @B4");
    assertThat(messages(result))
        .containsExactly(
            "input/2025-12/青石镇.xlsx [表1!B4]: 错误 P403: “纠纷化解数”大于“纠纷受理数”（实际：30 大于 29），两项均未采用。请核对");
  }

  @Test
  void unknownUnitsAreNamedOnlyIfTheyLookLikeUnits() throws IOException {
    file(
        "2025-12/a.xlsx",
        """
        单位名称 | 常住人口 | 纠纷受理数 | 纠纷化解数 | 群众满意度
        青石真 | 20000 | 40 | 30 | 96
        黑水街道 | 20000 | 40 | 30 | 96
        张三丰 | 20000 | 40 | 30 | 96
        白马镇 | 20000 | 40 | 30 | 96""");
    assertThat(messages(read()))
        .contains(
            "input/2025-12/a.xlsx [表1!A2]: 错误 P201: 单位不在名册中（实际：“青石真”）（名册中最接近的是“青石镇”）。"
                + "请改正单位名称，或在 config/townships.yaml 中增加该单位或别名")
        .anyMatch(m -> m.contains("[表1!A3]") && m.contains("黑水街道"))
        .anyMatch(m -> m.contains("[表1!A4]") && m.contains("3 个字"))
        .noneMatch(m -> m.contains("张三丰"));
  }

  @Test
  void codeAndNameMustBelongTogether() throws IOException {
    file(
        "2025-12/a.xlsx",
        """
        单位代码 | 单位名称 | 常住人口 | 纠纷受理数 | 纠纷化解数 | 群众满意度
        990101 | 白马镇 | 20000 | 40 | 30 | 96
        990102 | 白马镇 | 20000 | 40 | 30 | 96""");
    assertThat(problems(read()))
        .containsExactly("input/2025-12/a.xlsx [表1!A2]: P202", "input/2025-12: P501");
  }

  @Test
  void aMissingColumnAndADoubledOneAreNamed() throws IOException {
    file(
        "2025-12/a.xlsx",
        """
        单位名称 | 纠纷受理数 | 纠纷化解数 | 纠纷受理数 | 群众满意度
        青石镇 | 40 | 30 | 41 | 96
        白马镇 | 40 | 30 | 41 | 96""");
    ReturnsReader.Result result = read();
    assertThat(messages(result))
        .containsExactly(
            "input/2025-12/a.xlsx [表1!D1]: 错误 P203: 同一数据项出现了两次（“纠纷受理数”，另一处在 B1）。请只保留一处",
            "input/2025-12/a.xlsx: 错误 P204: 报表缺少数据项“常住人口”。请补上该项后重新报送");
    assertThat(figures(result, "2025-12")).contains("qs in=UNUSABLE @B2", "qs out=30 @C2");
  }

  @Test
  void hiddenSheetsAreMentionedAndNotRead() throws IOException {
    TextWorkbook.of(FORM.formatted("青石镇", "40"))
        .sheet("旧", FORM.formatted("白马镇", "40"))
        .hidden("旧")
        .write(workspace.resolve("input/2025-12/a.xlsx"));
    ReturnsReader.Result result = read();
    assertThat(result.panel().hasArrived(Period.month(2025, 12), 1)).isFalse();
    assertThat(problems(result))
        .containsExactly("input/2025-12/a.xlsx [旧]: P109", "input/2025-12: P501");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "空.xlsx, '', P101",
    "文字.xlsx, hello, P101",
    "网页.xls, <html><body>x</body></html>, P101",
    "坏.xlsx, PK\u0003\u0004xxxxxxxxxxxxxxxxxxxx, P102",
    "说明.pdf, %PDF-1.4, P108",
    "说明.docx, x, P108"
  })
  void filesThatAreNoWorkbookGetOneLine(String name, String content, String code)
      throws IOException {
    Path file = workspace.resolve("input/2025-12/" + name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content, StandardCharsets.UTF_8);
    form("2025-12/青石镇.xlsx", "青石镇", "40");
    form("2025-12/白马镇.xlsx", "白马镇", "40");
    assertThat(problems(read())).containsExactly("input/2025-12/" + name + ": " + code);
  }

  @Test
  void litterIsPassedOverInSilence() throws IOException {
    form("2025-12/青石镇.xlsx", "青石镇", "40");
    form("2025-12/白马镇.xlsx", "白马镇", "40");
    for (String name : List.of("~$青石镇.xlsx", ".DS_Store", "Thumbs.db", ".~lock.a.xlsx#")) {
      Files.writeString(workspace.resolve("input/2025-12/" + name), "x");
    }
    assertThat(problems(read())).isEmpty();
  }

  @Test
  void aWorkbookThatIsNoReturnIsRefused() throws IOException {
    file("2025-12/食堂菜单.xlsx", "星期一 | 红烧肉\n星期二 | 青菜");
    form("2025-12/青石镇.xlsx", "青石镇", "40");
    form("2025-12/白马镇.xlsx", "白马镇", "40");
    assertThat(problems(read())).containsExactly("input/2025-12/食堂菜单.xlsx: P105");
  }

  @Test
  void theOrderOfFilesDoesNotMatter() throws IOException {
    form("2025-12/b.xlsx", "青石镇", "40");
    form("2025-12/a.xlsx", "白马镇", "30");
    List<String> before = figures(read(), "2025-12");
    Files.move(
        workspace.resolve("input/2025-12/a.xlsx"), workspace.resolve("input/2025-12/z.xlsx"));
    assertThat(figures(read(), "2025-12")).isEqualTo(before);
  }

  /** Headers that name a field and something else: what they hold is not this month's figure. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          纠纷受理数（1-12月）;  another span in brackets
          纠纷受理数（上年同期）; last year
          纠纷受理数（元）;      a measure of something else
          纠纷受理数(累计);      cumulative
          """)
  void aHeaderThatSaysMoreThanTheFieldIsNotRead(String header, String why) throws IOException {
    file(
        "2025-12/a.xlsx",
        """
        单位名称 | 常住人口 | %s | 纠纷化解数 | 群众满意度
        青石镇 | 20000 | 400 | 30 | 96
        白马镇 | 20000 | 400 | 30 | 96"""
            .formatted(header));
    ReturnsReader.Result result = read();
    assertThat(problems(result))
        .as(why)
        .containsExactly("input/2025-12/a.xlsx [表1!C1]: P207", "input/2025-12/a.xlsx: P204");
    assertThat(figures(result, "2025-12")).noneMatch(f -> f.contains(" in="));
  }

  @ParameterizedTest
  @ValueSource(strings = {"件", "（件）", "/件", " (起) "})
  void aHeaderWithItsMeasureIsRead(String measure) throws IOException {
    file(
        "2025-12/a.xlsx",
        """
        单位名称 | 常住人口 | 纠纷受理数%s | 纠纷化解数 | 群众满意度 (%%)
        青石镇 | 21000 | 40 | 36 | 96.5
        白马镇 | 18000 | 20 | 20 | 95"""
            .formatted(measure.equals("件") ? "（件）" : measure));
    ReturnsReader.Result result = read();
    assertThat(withoutCells(figures(result, "2025-12"))).containsExactly(ALL_EIGHT);
    assertThat(messages(result)).isEmpty();
  }

  @Test
  void thisMonthBesideCumulativeIsToldApartByTheHeading() throws IOException {
    file(
        "2025-12/a.xlsx",
        """
        单位名称 | 本月 | < | < | < | 本年累计 | <
        ^ | 常住人口 | 纠纷受理数 | 纠纷化解数 | 群众满意度 | 纠纷受理数 | 纠纷化解数
        青石镇 | 21000 | 40 | 36 | 96.5 | 400 | 360
        白马镇 | 18000 | 20 | 20 | 95 | 200 | 200""");
    ReturnsReader.Result result = read();
    assertThat(withoutCells(figures(result, "2025-12"))).containsExactly(ALL_EIGHT);
    assertThat(messages(result)).isEmpty();
  }

  @Test
  void aSubHeadingOfAnotherYearIsNotRead() throws IOException {
    file(
        "2025-12/a.xlsx",
        """
        单位名称 | 常住人口 | 纠纷受理数 | 纠纷化解数 | 群众满意度
        ^ | ^ | 上年同期 | ^ | ^
        青石镇 | 20000 | 400 | 30 | 96
        白马镇 | 20000 | 400 | 30 | 96""");
    assertThat(problems(read()))
        .containsExactly("input/2025-12/a.xlsx [表1!C1]: P207", "input/2025-12/a.xlsx: P204");
  }

  @Test
  void ofTwoNumbersBesideALabelTheOneOfThisMonthIsRead() throws IOException {
    file(
        "2025-12/青石镇.xlsx",
        """
        项目 | 上年同期 | 本月数
        常住人口 | 20000 | 21000
        纠纷受理数 | 50 | 40
        纠纷化解数 | 30 | 36
        群众满意度 | 95 | 96.5""");
    form("2025-12/白马镇.xlsx", "白马镇", "40");
    ReturnsReader.Result result = read();
    assertThat(figures(result, "2025-12"))
        .contains("qs pop=21000 @C2", "qs in=40 @C3", "qs out=36 @C4", "qs sat=96.5 @C5");
    assertThat(problems(result)).isEmpty();
  }

  @Test
  void twoNumbersBesideALabelInAFormAreNotGuessedAt() throws IOException {
    file(
        "2025-12/青石镇.xlsx",
        """
        项目 | 甲口径 | 乙口径
        常住人口 | 20000 | 21000
        纠纷受理数 | 50 | 40
        纠纷化解数 | 36
        群众满意度 | 96.5""");
    form("2025-12/白马镇.xlsx", "白马镇", "40");
    ReturnsReader.Result result = read();
    assertThat(figures(result, "2025-12"))
        .contains("qs pop=UNUSABLE @B2", "qs in=UNUSABLE @B3", "qs out=UNUSABLE @B4");
    assertThat(problems(result))
        .containsExactly(
            "input/2025-12/青石镇.xlsx [表1!A2]: P207",
            "input/2025-12/青石镇.xlsx [表1!A3]: P207",
            "input/2025-12/青石镇.xlsx [表1!A4]: P207",
            "input/2025-12/青石镇.xlsx [表1!A5]: P207");
  }

  @Test
  void aColumnOfMeasuresInAFormIsSteppedOver() throws IOException {
    file(
        "2025-12/青石镇.xlsx",
        """
        项目 | 计量单位 | 本月数
        常住人口 | 人 | 21000
        纠纷受理数 | 件 | 40
        纠纷化解数 | 件 | 36
        群众满意度 | % | 96.5""");
    form("2025-12/白马镇.xlsx", "白马镇", "40");
    ReturnsReader.Result result = read();
    assertThat(figures(result, "2025-12"))
        .contains("qs pop=21000 @C2", "qs in=40 @C3", "qs out=36 @C4", "qs sat=96.5 @C5");
    assertThat(messages(result)).isEmpty();
  }

  @Test
  void aFormWithPairsAndAMisspeltUnitIsNoTable() throws IOException {
    file(
        "2025-12/a.xlsx",
        """
        填报单位 | 青石真 | 填报月份 | 2025-12
        常住人口 | 21000 | 纠纷受理数 | 40
        纠纷化解数 | 36 | 群众满意度 | 95""");
    assertThat(problems(read()))
        .containsExactly(
            "input/2025-12/a.xlsx [表1!B1]: P201", "input/2025-12: P501", "input/2025-12: P501");
  }

  @Test
  void aLineOnWhoFilledInTheTableMakesItNoForm() throws IOException {
    file(
        "2025-12/a.xlsx",
        """
        平安月报 | < | < | < | <
        填报单位 | 青石镇 | | 填报月份 | #2025-12-01
        单位名称 | 常住人口 | 纠纷受理数 | 纠纷化解数 | 群众满意度
        青石镇 | 21000 | 40 | 36 | 96.5
        白马镇 | 18000 | 20 | 20 | 95""");
    ReturnsReader.Result result = read();
    assertThat(withoutCells(figures(result, "2025-12"))).containsExactly(ALL_EIGHT);
    assertThat(messages(result)).isEmpty();
  }

  @Test
  void aTableIsKnownByItsUnitsWhateverTheyAreCalled() throws IOException {
    file(
        "2025-12/青石镇.xlsx",
        """
        镇街 | 常住人口 | 纠纷受理数 | 纠纷化解数 | 群众满意度
        青石镇 | 21000 | 40 | 36 | 96.5
        白马镇 | 18000 | 20 | 20 | 95""");
    ReturnsReader.Result result = read();
    assertThat(withoutCells(figures(result, "2025-12"))).containsExactly(ALL_EIGHT);
    assertThat(messages(result)).isEmpty();
  }

  @Test
  void aUnitTwiceInOneTableIsNotUsedAtAll() throws IOException {
    file(
        "2025-12/a.xlsx",
        """
        单位名称 | 口径 | 常住人口 | 纠纷受理数 | 纠纷化解数 | 群众满意度
        青石镇 | 甲 | 21000 | 40 | 36 | 96.5
        青石镇 | 乙 | 21000 | 400 | 360 | 96.5
        白马镇 | 甲 | 18000 | 20 | 20 | 95""");
    ReturnsReader.Result result = read();
    assertThat(problems(result)).containsExactly("input/2025-12/a.xlsx [表1!A3]: P208");
    assertThat(figures(result, "2025-12"))
        .contains("bm in=20 @D4")
        .filteredOn(f -> f.startsWith("qs"))
        .allMatch(f -> f.contains("UNUSABLE"));
  }

  @Test
  void aCorrectionRepairsADoubledColumn() throws IOException {
    file(
        "2025-12/a.xlsx",
        """
        单位名称 | 常住人口 | 纠纷受理数 | 纠纷受理数 | 纠纷化解数 | 群众满意度
        青石镇 | 21000 | 41 | 42 | 36 | 96.5
        白马镇 | 18000 | 20 | 20 | 20 | 95""");
    form("2025-12/更正/青石镇.xlsx", "青石镇", "40");
    form("2025-12/更正/白马镇.xlsx", "白马镇", "40");
    assertThat(figures(read(), "2025-12")).contains("qs in=40 @B3", "bm in=40 @B3");
  }

  @Test
  void aRowOfTextNumbersWithAnUnknownUnitIsSaid() throws IOException {
    file(
        "2025-12/a.xlsx",
        """
        单位名称 | 常住人口 | 纠纷受理数 | 纠纷化解数 | 群众满意度
        黑水镇 | '20000 | '40 | '30 | '96
        青石镇 | 21000 | 40 | 36 | 96.5
        白马镇 | 18000 | 20 | 20 | 95""");
    assertThat(problems(read())).containsExactly("input/2025-12/a.xlsx [表1!A2]: P201");
  }

  @ParameterizedTest(name = "{0} names {1}")
  @CsvSource(
      nullValues = "NOTHING",
      delimiter = '|',
      textBlock =
          """
          平安月报（2025年12月）     | 2025-12
          2025-12_1                  | 2025-12
          202512                     | 2025-12
          December 2025              | 2025-12
          2025年1—12月平安月报       | NOTHING
          2025年1至12月              | NOTHING
          2025年1月-12月             | NOTHING
          填报日期：2025年12月3日    | NOTHING
          2025-12-03                 | NOTHING
          """)
  void readsPeriodsAsPeopleWriteThem(String text, String expected) {
    assertThat(PeriodText.only(text, Frequency.MONTH).map(Period::toString).orElse(null))
        .isEqualTo(expected);
  }

  @Test
  void aFolderOfAnotherMonthWithinAMonthIsRefused() throws IOException {
    form("2025-12/青石镇.xlsx", "青石镇", "40");
    form("2025-12/白马镇.xlsx", "白马镇", "40");
    form("2025-12/2025-11补报/x.xlsx", "青石镇", "41");
    assertThat(problems(read())).containsExactly("input/2025-12/2025-11补报: P107");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"公安青石平台月报表", "白马镇、青石镇联合月报表"})
  void aUnitIsNotGuessedFromWordsInATitle(String title) throws IOException {
    file("2025-12/x.xlsx", title + "\n常住人口 | 21000\n纠纷受理数 | 40");
    assertThat(problems(read()))
        .containsExactly(
            "input/2025-12/x.xlsx [表1]: P201", "input/2025-12: P501", "input/2025-12: P501");
  }

  @ParameterizedTest
  @ValueSource(strings = {"李青石", "青石镇 张三", "057388881234", "88881234", "8888-1234"})
  void personsAndTheirNumbersAreNeverQuoted(String text) throws IOException {
    file(
        "2025-12/a.xlsx",
        """
        单位名称 | 常住人口 | 纠纷受理数 | 纠纷化解数 | 群众满意度
        '%s | 20000 | 40 | 30 | 96
        青石镇 | 20000 | '%s | 30 | 96
        白马镇 | 20000 | 40 | 30 | 96"""
            .formatted(text, text));
    ReturnsReader.Result result = read();
    assertThat(problems(result)).contains("input/2025-12/a.xlsx [表1!A2]: P201");
    for (Lang lang : Lang.values()) {
      assertThat(result.problems().all())
          .noneMatch(p -> Messages.line(p, lang).contains(text))
          .noneMatch(p -> Messages.line(p, lang).contains("张三"));
    }
  }

  @ParameterizedTest(name = "{0} is no figure")
  @ValueSource(strings = {"36①", "40²", "007", "40d", "0x1p3", "1,23"})
  void marksAndOddSpellingsAreNotReadAsFigures(String text) throws IOException {
    file(
        "2025-12/a.xlsx",
        """
        单位名称 | 常住人口 | 纠纷受理数 | 纠纷化解数 | 群众满意度
        青石镇 | 20000 | '%s | 0 | 96
        白马镇 | 20000 | 40 | 30 | 96"""
            .formatted(text));
    assertThat(problems(read())).containsExactly("input/2025-12/a.xlsx [表1!C2]: P301");
  }

  @Test
  void everyErrorIsAnErrorInBothLanguages() throws IOException {
    form("2025-12/a.xlsx", "青石镇", "29");
    for (Problem problem : read().problems().all()) {
      assertThat(problem.severity()).isEqualTo(Severity.ERROR);
      assertThat(Messages.line(problem, Lang.EN)).contains("error " + problem.code().id());
      assertThat(Messages.text(problem, Lang.EN)).doesNotContain("{");
    }
  }
}
