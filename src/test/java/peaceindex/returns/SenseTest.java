package peaceindex.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import peaceindex.panel.Arrival;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Fields;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.panel.Unit;
import peaceindex.problem.Code;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Severity;
import peaceindex.problem.Text;
import peaceindex.returns.ReturnsLayout.ReceiptsLayout;
import peaceindex.returns.ReturnsLayout.Sense;
import peaceindex.workbooks.TextWorkbook;

/**
 * Figures that can be and yet are odd, severities that configuration sets, and fields that do not
 * come every month. Two units (青石镇 and 白马镇), eight fields; every month is one table.
 */
class SenseTest {
  private static final String HEADER = "单位名称 | 常住人口 | 受理 | 化解 | 上报 | 处置 | 满意度 | 经费 | 培训\n";
  private static final List<String> IDS =
      List.of("pop", "in", "out", "found", "fixed", "sat", "money", "training");

  @TempDir Path workspace;

  private Sense sense = Sense.DEFAULT;
  private Map<Code, Severity> severities = Map.of();

  private static Field field(String id, String name, FieldKind kind, String whole, Arrival due) {
    return new Field(id, Text.of(name), List.of(), kind, Text.of(""), "", whole, "", due);
  }

  private static final Fields FIELDS =
      new Fields(
          List.of(
              field("pop", "常住人口", FieldKind.POPULATION, "", Arrival.EVERY_PERIOD),
              field("in", "受理", FieldKind.COUNT, "", Arrival.EVERY_PERIOD),
              field("out", "化解", FieldKind.COUNT, "in", Arrival.EVERY_PERIOD),
              field("found", "上报", FieldKind.COUNT, "", Arrival.EVERY_PERIOD),
              field("fixed", "处置", FieldKind.COUNT, "found", Arrival.EVERY_PERIOD),
              field("sat", "满意度", FieldKind.PERCENTAGE, "", Arrival.EVERY_PERIOD),
              field("money", "经费", FieldKind.AMOUNT, "", Arrival.EVERY_PERIOD),
              field("training", "培训", FieldKind.COUNT, "", Arrival.QUARTERLY)));

  private static final Roster ROSTER =
      new Roster(
          List.of(),
          List.of(
              new Unit("qs", "", new Text("青石镇", "Qingshi"), List.of(), ""),
              new Unit("bm", "", new Text("白马镇", "Baima"), List.of(), "")));

  private ReturnsReader.Result read() throws IOException {
    ReturnsLayout layout =
        new ReturnsLayout(
            FIELDS,
            List.of(),
            List.of("代码"),
            List.of("单位名称"),
            List.of("月份"),
            List.of("合计"),
            List.of("备注"),
            List.of("姓名"),
            List.of("—"),
            List.of("不适用"),
            "更正",
            Optional.of(
                new ReceiptsLayout(
                    "收件登记表.xlsx",
                    5,
                    List.of("单位名称"),
                    List.of("文件名"),
                    List.of("所属月份"),
                    List.of("收到日期"),
                    List.of("类别"),
                    List.of("更正"))),
            sense,
            severities);
    Path input = workspace.resolve("input");
    return ReturnsReader.read(input, "input", layout, ROSTER, Frequency.MONTH, (done, of) -> {});
  }

  private void file(String path, String text) throws IOException {
    TextWorkbook.of(text).write(workspace.resolve("input/" + path));
  }

  /** A table of a month, a row a unit. */
  private void month(String month, String... rows) throws IOException {
    file(month + "/月报.xlsx", HEADER + String.join("\n", rows));
  }

  /** What is said by rules of sense about the past, rates and lacks; not about other matters. */
  private static List<String> messages(ReturnsReader.Result result) {
    return result.problems().all().stream()
        .filter(p -> p.code() != Code.UNIT_MISSING)
        .map(p -> Messages.line(p, Lang.ZH))
        .toList();
  }

  private static List<String> problems(ReturnsReader.Result result) {
    return result.problems().all().stream()
        .filter(p -> p.code() != Code.UNIT_MISSING)
        .map(p -> p.severity().tag() + " " + p.where().show() + ": " + p.code().id())
        .toList();
  }

  private static String figure(ReturnsReader.Result result, String month, int unit, String field) {
    Period period = Period.parse(month).orElseThrow();
    int index = IDS.indexOf(field);
    CellStatus status = result.panel().status(period, unit, index);
    return status == CellStatus.REPORTED
        ? String.valueOf(result.panel().value(period, unit, index)).replaceAll("\\.0$", "")
        : status.name();
  }

  /** Six ordinary months from 2025-04 to 2025-09. */
  private void sixOrdinaryMonths() throws IOException {
    int month = 4;
    for (String received : List.of("38", "41", "44", "36", "40", "43")) {
      month(
          "2025-0" + month,
          "青石镇 | 21000 | %s | 30 | 200 | 19%d | 96.%d | 5000 | 6"
              .formatted(received, month, month));
      month++;
    }
  }

  // --- jumps

  @Test
  void aFigureFarFromItsOwnPastIsAskedAbout() throws IOException {
    sixOrdinaryMonths();
    month("2025-10", "青石镇 | 2100 | 430 | 30 | 200 | 198 | 69.5 | 5000 | ");
    ReturnsReader.Result result = read();
    assertThat(messages(result))
        .containsExactly(
            "input/2025-10/月报.xlsx [表1!B2]: 警告 P405: “常住人口”与本单位以往相差悬殊"
                + "（实际：2100；此前 6 期的中位数为 21000，相差超过 3 倍），已照此使用。请核对",
            "input/2025-10/月报.xlsx [表1!C2]: 警告 P405: “受理”与本单位以往相差悬殊"
                + "（实际：430；此前 6 期的中位数为 40.5，相差超过 3 倍），已照此使用。请核对",
            "input/2025-10/月报.xlsx [表1!G2]: 警告 P405: “满意度”与本单位以往相差悬殊"
                + "（实际：69.5；此前 6 期的中位数为 96.65，相差超过 20 个百分点），已照此使用。请核对");
    assertThat(figure(result, "2025-10", 0, "in")).isEqualTo("430");
  }

  @Test
  void oneOddMonthDoesNotMakeTheNextOneOdd() throws IOException {
    sixOrdinaryMonths();
    month("2025-10", "青石镇 | 21000 | 430 | 30 | 200 | 198 | 96.5 | 5000 | ");
    month("2025-11", "青石镇 | 21000 | 42 | 31 | 200 | 199 | 96.7 | 5000 | ");
    assertThat(problems(read())).containsExactly("warning input/2025-10/月报.xlsx [表1!C2]: P405");
  }

  @Test
  void figuresThatAreOutAreNoPast() throws IOException {
    month("2025-10", "青石镇 | 21000 | -4 | 30 | 200 | 198 | 96.5 | 5000 | ");
    month("2025-11", "青石镇 | 21000 | 430 | 31 | 200 | 199 | 96.7 | 5000 | ");
    assertThat(problems(read())).containsExactly("error input/2025-10/月报.xlsx [表1!C2]: P401");
  }

  @Test
  void aFieldMayHaveALimitOfItsOwnOrNone() throws IOException {
    sixOrdinaryMonths();
    month("2025-10", "青石镇 | 26000 | 430 | 30 | 200 | 198 | 89.5 | 5000 | ");
    sense = new Sense(3, 20, Map.of("pop", 1.2, "in", 0.0, "sat", 5.0));
    assertThat(problems(read()))
        .containsExactly(
            "warning input/2025-10/月报.xlsx [表1!B2]: P405",
            "warning input/2025-10/月报.xlsx [表1!G2]: P405");
  }

  // --- the same return again

  @Test
  void lastMonthsReturnSentAgainIsAskedAbout() throws IOException {
    month(
        "2025-10",
        "青石镇 | 21000 | 40 | 30 | 0 | 0 | 96.5 | 0 | ",
        "白马镇 | 1 | 1 | 1 | 1 | 1 | 90 | 1 | ");
    month(
        "2025-11",
        "白马镇 | 1 | 2 | 1 | 1 | 1 | 90 | 1 | ",
        "青石镇 | 21000 | 40 | 30 | 0 | 0 | 96.5 | 0 | ");
    ReturnsReader.Result result = read();
    assertThat(messages(result))
        .containsExactly(
            "input/2025-11/月报.xlsx [表1!B3:H3]: 警告 P406: “青石镇”2025-11 的数据与 2025-10"
                + " 完全相同（共 7 项），已照此使用。请核对是否误报了上期报表");
    assertThat(result.problems().all()).extracting(p -> p.unit()).containsOnly("qs");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "21000 | 40 | 30 | 9 | 8 | 96.5 | 3 |; 21000 | 40 | 30 | 9 | 7 | 96.5 | 3 |; one differs",
        "21000 | 40 | 30 | 9 | 8 | 96.5 | 3 |; 21000 | 40 | 30 | 9 | 8 | 96.5 | — |; one is gone",
        "21000 | 40 | 30 | 9 | 8 | 96.5 | — |; 21000 | 40 | 30 | 9 | 8 | 96.5 | 3 |; one is new",
        "21000 | 0 | 0 | 0 | 0 | 0 | 0 |; 21000 | 0 | 0 | 0 | 0 | 0 | 0 |; a quiet month",
        "21000 | 1 | 1 | 0 | 0 | — | 0 |; 21000 | 1 | 1 | 0 | 0 | — | 0 |; too little to tell"
      })
  void aReturnThatIsNotTheSame(String before, String now, String why) throws IOException {
    month("2025-10", "青石镇 | " + before);
    month("2025-11", "青石镇 | " + now);
    assertThat(problems(read())).as(why).noneMatch(p -> p.endsWith("P406"));
  }

  /** A file of a department is a return of its own. */
  @Test
  void theFileThatWasSentAgainIsTheOneSaid() throws IOException {
    for (String month : List.of("2025-10", "2025-11")) {
      file(month + "/综治.xlsx", "单位名称 | 受理 | 化解 | 经费\n青石镇 | 40 | 30 | 5000");
      file(
          month + "/统计.xlsx",
          "单位名称 | 常住人口 | 上报 | 处置 | 满意度\n青石镇 | 21000 | 9 | 8 | " + month.substring(5));
    }
    assertThat(problems(read())).containsExactly("warning input/2025-11/综治.xlsx [表1!B2:D2]: P406");
  }

  /** A quarter's figure is new in its month; the others are the same all the same. */
  @Test
  void aFigureOfTheQuarterDoesNotHideASameReturn() throws IOException {
    month("2025-11", "青石镇 | 21000 | 40 | 30 | 9 | 8 | 96.5 | 3 | ");
    month("2025-12", "青石镇 | 21000 | 40 | 30 | 9 | 8 | 96.5 | 3 | 6");
    assertThat(problems(read())).containsExactly("warning input/2025-12/月报.xlsx [表1!B2:H2]: P406");
  }

  // --- all 100 %

  @Test
  void ratesThatAreAllExactlyAHundredAreAskedAbout() throws IOException {
    month("2025-10", "青石镇 | 21000 | 40 | 40 | 9 | 9 | 100 | 3 | ");
    assertThat(messages(read()))
        .containsExactly(
            "input/2025-10/月报.xlsx [表1!C2:G2]: 警告 P407: “青石镇”2025-10 的各项比率都恰好是 100%"
                + "（共 3 项），已照此使用。请核对");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "21000 | 40 | 39 | 9 | 9 | 100 | 3 |; one rate is less",
        "21000 | 40 | 40 | 9 | 9 | 99.9 | 3 |; one percentage is less",
        "21000 | 40 | 40 | 0 | 0 | 100 | 3 |; 0 of 0 is no rate, and two are too few"
      })
  void ratesThatAreNotAllAHundred(String row, String why) throws IOException {
    month("2025-10", "青石镇 | " + row);
    assertThat(problems(read())).as(why).isEmpty();
  }

  // --- severity

  @Test
  void aWarningMadeAnErrorTakesTheFigureOut() throws IOException {
    sixOrdinaryMonths();
    month("2025-10", "青石镇 | 21000 | 430 | 30.5 | 200 | 198 | 96.5 | 5000 | ");
    severities = Map.of(Code.JUMP, Severity.ERROR, Code.DECIMAL_COUNT, Severity.ERROR);
    ReturnsReader.Result result = read();
    assertThat(messages(result))
        .containsExactly(
            "input/2025-10/月报.xlsx [表1!D2]: 错误 P404: “化解”应为整数（实际：30.5），未采用。请核对",
            "input/2025-10/月报.xlsx [表1!C2]: 错误 P405: “受理”与本单位以往相差悬殊"
                + "（实际：430；此前 6 期的中位数为 40.5，相差超过 3 倍），未采用。请核对");
    assertThat(figure(result, "2025-10", 0, "in")).isEqualTo("UNUSABLE");
    assertThat(figure(result, "2025-10", 0, "out")).isEqualTo("UNUSABLE");
    assertThat(figure(result, "2025-10", 0, "found")).isEqualTo("200");
  }

  @Test
  void anErrorMadeAWarningLeavesTheFiguresIn() throws IOException {
    month("2025-10", "青石镇 | 21000 | 40 | 44 | -2 | -3 | 101 | 5000 | ");
    severities =
        Map.of(
            Code.NEGATIVE,
            Severity.WARNING,
            Code.PERCENTAGE_RANGE,
            Severity.INFO,
            Code.PART_EXCEEDS_WHOLE,
            Severity.WARNING);
    ReturnsReader.Result result = read();
    assertThat(messages(result))
        .containsExactly(
            "input/2025-10/月报.xlsx [表1!E2]: 警告 P401: “上报”不能为负数（实际：-2）。请核对",
            "input/2025-10/月报.xlsx [表1!F2]: 警告 P401: “处置”不能为负数（实际：-3）。请核对",
            "input/2025-10/月报.xlsx [表1!G2]: 提示 P402: “满意度”超出百分数的范围（实际：101；应在 0 到 100 之间）。请核对",
            "input/2025-10/月报.xlsx [表1!D2]: 警告 P403: “化解”大于“受理”（实际：44 大于 40），两项均已照此使用。请核对");
    assertThat(IDS.stream().limit(7).map(id -> figure(result, "2025-10", 0, id)))
        .containsExactly("21000", "40", "44", "-2", "-3", "101", "5000");
  }

  /** The third month is like the second, though the second is not used for being like the first. */
  @Test
  void aReturnMadeAnErrorIsOutAsAWhole() throws IOException {
    for (String month : List.of("2025-08", "2025-10", "2025-11", "2025-12")) {
      month(month, "青石镇 | 21000 | 40 | 40 | 9 | 9 | 99 | 3 | 5");
    }
    month("2025-07", "青石镇 | 21000 | 41 | 41 | 9 | 9 | 100 | 3 | ");
    severities = Map.of(Code.SAME_AS_BEFORE, Severity.ERROR, Code.ALL_HUNDRED, Severity.ERROR);
    ReturnsReader.Result result = read();
    assertThat(problems(result))
        .containsExactly(
            "error input/2025-07/月报.xlsx [表1!C2:G2]: P407",
            "error input/2025-11/月报.xlsx [表1!B2:H2]: P406",
            "error input/2025-12/月报.xlsx [表1!B2:H2]: P406");
    assertThat(Stream.of("07", "10", "11", "12").map(m -> figure(result, "2025-" + m, 0, "money")))
        .containsExactly("UNUSABLE", "3", "UNUSABLE", "UNUSABLE");
    assertThat(figure(result, "2025-12", 0, "training")).isEqualTo("5");
  }

  @ParameterizedTest
  @EnumSource(Severity.class)
  void aLateReturnIsUsedUnlessThatIsAnError(Severity severity) throws IOException {
    String table = HEADER + "%s | 21000 | 40 | 30 | 9 | 8 | 96 | 3 | \n";
    file("2025-10/青石.xlsx", table.formatted("青石镇"));
    file("2025-10/白马.xlsx", table.formatted("白马镇"));
    file("2025-10/更正/白马.xlsx", "单位名称 | 受理\n白马镇 | 41");
    file(
        "收件登记表.xlsx",
        """
        单位名称 | 文件名 | 所属月份 | 收到日期 | 类别
        青石镇 | 青石.xlsx | 2025-10 | #2025-11-05 |
        白马镇 | 白马.xlsx | 2025-10 | #2025-11-06 |
        白马镇 | 更正/白马.xlsx | 2025-10 | #2025-11-20 | 更正""");
    severities = Map.of(Code.RETURN_LATE, severity);
    ReturnsReader.Result result = read();
    assertThat(problems(result)).contains(severity.tag() + " input/收件登记表.xlsx [表1!D3]: P502");
    assertThat(figure(result, "2025-10", 0, "out")).isEqualTo("30");
    assertThat(figure(result, "2025-10", 1, "out"))
        .isEqualTo(severity == Severity.ERROR ? "UNUSABLE" : "30");
    assertThat(figure(result, "2025-10", 1, "in")).as("the correction").isEqualTo("41");
  }

  @ParameterizedTest
  @EnumSource(Severity.class)
  void figuresSentTwiceAreUsedUnlessThatIsAnError(Severity severity) throws IOException {
    String table = HEADER + "青石镇 | 21000 | 40 | 30 | 9 | 8 | 96 | 3 | ";
    file("2025-10/a.xlsx", table);
    file("2025-10/b.xlsx", table);
    severities = Map.of(Code.RETURN_TWICE, severity);
    ReturnsReader.Result result = read();
    assertThat(problems(result)).containsExactly(severity.tag() + " input/2025-10/b.xlsx: P504");
    assertThat(figure(result, "2025-10", 0, "in"))
        .isEqualTo(severity == Severity.ERROR ? "UNUSABLE" : "40");
  }

  @ParameterizedTest
  @EnumSource(Severity.class)
  void aMisleadingExtensionIsReadUnlessThatIsAnError(Severity severity) throws IOException {
    file("2025-10/a.xls", HEADER + "青石镇 | 21000 | 40 | 30 | 9 | 8 | 96 | 3 | ");
    Files.move(workspace.resolve("input/2025-10/a.xls"), workspace.resolve("input/2025-10/a.xlsx"));
    severities = Map.of(Code.EXTENSION_MISLEADS, severity);
    ReturnsReader.Result result = read();
    assertThat(problems(result)).containsExactly(severity.tag() + " input/2025-10/a.xlsx: P111");
    assertThat(result.panel().periods()).hasSize(severity == Severity.ERROR ? 0 : 1);
  }

  @Test
  void whatIsLackingMayCountForLess() throws IOException {
    file("2025-10/a.xlsx", "单位名称 | 常住人口 | 受理 | 化解\n青石镇 | 21000 | 40 |");
    severities =
        Map.of(
            Code.FIELD_MISSING,
            Severity.INFO,
            Code.FIGURE_MISSING,
            Severity.ERROR,
            Code.UNIT_MISSING,
            Severity.WARNING);
    ReturnsReader.Result result = read();
    assertThat(result.problems().all().stream().map(p -> p.severity().tag() + " " + p.code().id()))
        .containsExactly(
            "error P302", "info P204", "info P204", "info P204", "info P204", "warning P501");
  }

  // --- quarterly figures

  @Test
  void aFigureOfTheQuarterIsMissedOnlyAtItsEnd() throws IOException {
    for (String month : List.of("2025-11", "2025-12")) {
      String sat = month.endsWith("11") ? "95" : "96";
      month(
          month,
          "青石镇 | 21000 | 40 | 30 | 9 | 8 | " + sat + " | 3 | ",
          "白马镇 | 18000 | 20 | 10 | 9 | 8 | " + sat + " | 3 | 7");
    }
    ReturnsReader.Result result = read();
    assertThat(problems(result)).containsExactly("warning input/2025-12/月报.xlsx [表1!I2]: P302");
    assertThat(figure(result, "2025-11", 0, "training")).isEqualTo("NOT_DUE");
    assertThat(figure(result, "2025-11", 1, "training")).as("it came all the same").isEqualTo("7");
    assertThat(figure(result, "2025-12", 0, "training")).isEqualTo("NOT_REPORTED");
    assertThat(figure(result, "2025-12", 1, "training")).isEqualTo("7");
  }

  @Test
  void aColumnOfTheQuarterMayBeLeftOutOfAMonth() throws IOException {
    String header = HEADER.replace(" | 培训", "");
    file("2025-11/a.xlsx", header + "青石镇 | 21000 | 40 | 30 | 9 | 8 | 96 | 3");
    file("2025-12/a.xlsx", header + "青石镇 | 21000 | 41 | 30 | 9 | 8 | 96 | 3");
    assertThat(problems(read())).containsExactly("error input/2025-12/a.xlsx: P204");
  }

  /** Empty in one file and there in another, in a month in which nothing is asked for. */
  @Test
  void aBlankThatIsNotDueGivesWayToAFigure() throws IOException {
    file("2025-11/a.xlsx", HEADER + "青石镇 | 21000 | 40 | 30 | 9 | 8 | 96 | 3 | ");
    file("2025-11/b.xlsx", "单位名称 | 培训\n青石镇 | 7");
    ReturnsReader.Result result = read();
    assertThat(figure(result, "2025-11", 0, "training")).isEqualTo("7");
    assertThat(problems(result)).isEmpty();
  }

  @Test
  void arrivalsAreDueAtTheEndOfTheirTime() {
    List<String> due = new ArrayList<>();
    for (Arrival arrival : Arrival.values()) {
      StringBuilder months = new StringBuilder();
      for (int month = 1; month <= 12; month++) {
        months.append(arrival.isDue(Period.month(2025, month)) ? " " + month : "");
      }
      due.add(arrival + months.toString());
    }
    assertThat(due)
        .containsExactly(
            "EVERY_PERIOD 1 2 3 4 5 6 7 8 9 10 11 12",
            "QUARTERLY 3 6 9 12",
            "HALF_YEARLY 6 12",
            "YEARLY 12");
    assertThat(Arrays.stream(Arrival.values()))
        .allMatch(arrival -> arrival.isDue(Period.year(2025)) && arrival.isDue(Period.ALL));
  }
}
