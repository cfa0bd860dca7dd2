package peaceindex.report.returned;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Fields;
import peaceindex.panel.Roster;
import peaceindex.panel.Unit;
import peaceindex.problem.Text;
import peaceindex.report.workbook.Redaction;
import peaceindex.returns.ReturnsLayout;
import peaceindex.sheet.Cells;
import peaceindex.sheet.SheetReader;
import peaceindex.workbooks.TextWorkbook;

/** What of a return goes back by mail: what stands in a cell, and what is shown of it. */
class WhitelistTest {
  @TempDir Path folder;

  private static final Roster ROSTER =
      new Roster(
          List.of(),
          List.of(new Unit("qs", "990101", new Text("青石镇", "Qingshi"), List.of("青石"), "")));

  private static final Whitelist WHITELIST = new Whitelist(layout(), ROSTER, "（略）");

  private static Field field(String id, String name) {
    return new Field(id, Text.of(name), List.of(), FieldKind.COUNT, Text.of("件"), "", "", "");
  }

  private static ReturnsLayout layout() {
    return new ReturnsLayout(
        new Fields(List.of(field("received", "矛盾纠纷受理数"), field("resolved", "矛盾纠纷化解数"))),
        List.of(),
        List.of("单位代码"),
        List.of("单位名称", "填报单位"),
        List.of("填报月份"),
        List.of("合计"),
        List.of("备注"),
        List.of("姓名", "户主"),
        List.of("—", "无"),
        List.of("不适用"),
        "更正",
        Optional.empty(),
        ReturnsLayout.Sense.DEFAULT,
        Map.of());
  }

  private Cells sheet(String text) throws IOException {
    Path file = TextWorkbook.of(text).write(folder.resolve("a.xlsx"));
    return SheetReader.read(file, "a.xlsx").workbook().orElseThrow().sheets().get(0);
  }

  private static String shown(Cells cells, int row, int column) {
    Redaction.OfSheet sheet = WHITELIST.of(cells);
    int cell = cells.at(row, column);
    return cells.kind(cell) == Cells.Kind.TEXT
        ? sheet.text(cell)
        : sheet.shows(cell) ? cells.text(cell) : "";
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      textBlock =
          """
          青石镇 > 青石镇
          矛盾纠纷受理数（件） > 矛盾纠纷受理数（件）
          矛盾纠纷 > 矛盾纠纷
          受理数 > 受理数
          '12,000件 > 12,000件
          12起 > 12起
          '98.6% > 98.6%
          2025年12月 > 2025年12月
          十二 > 十二
          无 > 无
          不适用 > 不适用
          镇乡合计 > 镇乡合计
          刑事案件破案数 > 刑事案件破案数
          填报日期 > 填报日期
          无名乡 > 无名乡
          填报单位：青石镇 > 填报单位:青石镇
          张三 > （略）
          欧阳建国 > （略）
          张三说是12起 > （略）
          备注：张三请假 > 备注:（略）
          填报人：张三 填报单位：青石镇 > 填报人:（略） 填报单位:青石镇
          填报人：张三 青石镇 > 填报人:（略） 青石镇
          填报人张三 > 填报人（略）
          张三（填报人） > （略）(填报人)
          张三填报人 李四 > 填报人（略）
          单位负责人：李四 > 单位负责人:（略）
          电话：87654321 > 电话:（略）
          '=cmd|calc!A1 > （略）
          '13812345678 > （略）
          '87654321 > （略）
          张三 13812345678 > （略）
          Prepared by Li Si > （略） by （略）
          """)
  void aWordIsKeptOnlyIfReturnsNeedIt(String text, String expected) throws IOException {
    Cells cells = sheet("单位名称 | 矛盾纠纷受理数\n\n\n" + text);
    assertThat(shown(cells, 3, 0)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "青禾县平安建设月报表, 青禾县平安建设月报表",
    "2025年12月青石镇平安建设情况, 2025年12月青石镇平安建设情况",
    "青石镇 2025年12月, 青石镇 2025年12月",
    "青石镇2025年12月, 青石镇2025年12月",
    "平安建设月报表（张三）, 平安建设月报表(（略）)",
    "平安建设月报表 制表：张三 审核李四, 平安建设月报表 制表:（略） 审核（略）",
    "张三, （略）",
    "Monthly return of Qingshi by Li Si, Monthly return of Qingshi by （略）",
  })
  void aTitleKeepsWhatTitlesAreMadeOf(String title, String expected) throws IOException {
    Cells cells = sheet(title + "\n\n单位名称 | 矛盾纠纷受理数\n青石镇 | 1");
    assertThat(shown(cells, 0, 0)).isEqualTo(expected);
  }

  @Test
  void personalColumnsAreEmptiedButForTheirHeading() throws IOException {
    Cells cells =
        sheet(
            """
            姓名 | 单位名称 | 矛盾纠纷受理数 | 联系电话 | 备注
            张三 | 青石镇 | 12 | 87654321 | 已核
            9 | 无名镇 | '1234567 | #1980-01-02 | 330102199001011234""");
    assertThat(shown(cells, 0, 0)).isEqualTo("姓名");
    assertThat(shown(cells, 0, 3)).isEqualTo("联系电话");
    assertThat(shown(cells, 0, 4)).isEqualTo("备注");
    assertThat(List.of(shown(cells, 1, 0), shown(cells, 2, 0), shown(cells, 1, 3)))
        .containsOnly("");
    assertThat(WHITELIST.of(cells).shows(cells.at(2, 3))).isFalse();
    assertThat(List.of(shown(cells, 1, 1), shown(cells, 2, 1), shown(cells, 1, 2)))
        .containsExactly("青石镇", "无名镇", "12");
    assertThat(shown(cells, 2, 2)).as("an amount as text where one is due").isEqualTo("1234567");
    assertThat(shown(cells, 1, 4)).isEqualTo("（略）");
    assertThat(shown(cells, 2, 4)).isEmpty();
  }

  @Test
  void inAFormWhatStandsBesideAPersonalLabelIsEmptied() throws IOException {
    Cells cells = sheet("填报单位 | 青石镇\n矛盾纠纷受理数 | 12 | 户主 | 张三\n联系电话 | 87654321 | 矛盾纠纷化解数 | 3");
    assertThat(shown(cells, 1, 1)).isEqualTo("12");
    assertThat(shown(cells, 1, 2)).isEqualTo("户主");
    assertThat(shown(cells, 1, 3)).isEmpty();
    assertThat(shown(cells, 2, 1)).isEmpty();
    assertThat(shown(cells, 2, 3)).isEqualTo("3");
  }
}
