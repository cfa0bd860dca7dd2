package peaceindex.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.config.ConfigLoader;
import peaceindex.config.Configuration;
import peaceindex.panel.Event;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.panel.Versions;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;
import peaceindex.sheet.Cells;
import peaceindex.sheet.SheetReader;
import peaceindex.sheet.Workbook;
import peaceindex.workbooks.TextWorkbook;

/**
 * Registers thrown together from their words and from names of persons. Whatever they seem to be,
 * reading them ends, every event names a rule that stands in its cell, and nothing is quoted.
 */
class EventsRegisterFuzzTest {
  private static final int SHEETS_A_TEST = 30;
  private static final Configuration CONFIGURATION =
      ConfigLoader.load(Path.of("config"), "config").configuration().orElseThrow();
  private static final Map<String, String> RULES =
      Map.of("praise", "获市级以上表彰", "incident", "较大案件", "veto", "一票否决事项");
  private static final ReturnsLayout LAYOUT =
      CONFIGURATION
          .returns()
          .with(
              EventsLayout.DEFAULT.with(
                  new Versions<>(
                      Map.of(
                          Period.month(2024, 1),
                          RULES.entrySet().stream()
                              .map(
                                  rule ->
                                      new EventsLayout.Kind(
                                          rule.getKey(), Text.of(rule.getValue()), List.of(), 2, 1))
                              .toList()))));

  private static final List<String> HEADINGS =
      List.of(
          "单位名称", "发生日期", "加减分事项", "次数", "分值", "备注", "情况说明", "单位", "日期", "事项", "类型", "姓名", "<", "^",
          "矛盾纠纷受理数", "");
  private static final List<String> WORDS =
      List.of(
          "青石镇",
          "云溪镇",
          "黑水镇",
          "城关街道办事处",
          "张三",
          "张三 13812345678",
          "13812345678",
          "#2025-12-03",
          "2025-12-03",
          "2025年12月4日",
          "12月5日",
          "2025.12.6",
          "20251207",
          "45994",
          "praise",
          "较大案件",
          "一票否决事项（-30分）",
          "获市级以上表扬",
          "1",
          "2次",
          "0",
          "两次",
          "!DIV",
          "=1+2",
          "=?B2",
          "合计",
          "备注：张三",
          "填表人：张三",
          "<",
          "^",
          "",
          "");

  @TempDir Path workspace;

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isReadWithoutHarm(int seed) throws IOException {
    Random random = new Random(seed);
    int events = 0;
    for (int i = 0; i < SHEETS_A_TEST; i++) {
      Path file = workspace.resolve("input/2025-12/加减分登记表.xlsx");
      try {
        TextWorkbook.of(sheet(random)).write(file);
      } catch (RuntimeException e) {
        // Ranges that overlap cannot be written; there are enough that can.
        continue;
      }
      ReturnsReader.Result result =
          ReturnsReader.read(
              workspace.resolve("input"),
              "input",
              LAYOUT,
              CONFIGURATION.roster(),
              Frequency.MONTH,
              (done, of) -> {});
      Workbook workbook =
          SheetReader.read(file, "input/2025-12/加减分登记表.xlsx").workbook().orElseThrow();
      for (Event event : result.panel().events()) {
        check(event, result.panel().origins().cell(event.origin()).orElseThrow(), workbook);
        events++;
      }
      for (Problem problem : result.problems().all()) {
        assertThat(problem.code()).isNotEqualTo(Code.NO_TABLE_FOUND);
        for (Lang lang : Lang.values()) {
          assertThat(Messages.line(problem, lang))
              .startsWith("input/")
              .doesNotContain("{", "张三", "13812345678", "表扬", "\n");
        }
      }
      Files.delete(file);
    }
    assertThat(events).isPositive();
  }

  /** Mostly with a good header, so that lines are read at all. */
  private static String sheet(Random random) {
    StringBuilder text = new StringBuilder();
    int columns = 4 + random.nextInt(3);
    int rows = 1 + random.nextInt(8);
    boolean good = random.nextInt(4) > 0;
    for (int row = 0; row <= rows; row++) {
      for (int column = 0; column < columns; column++) {
        List<String> from = row == 0 ? HEADINGS : WORDS;
        String word =
            row == 0 && good && column < 4
                ? HEADINGS.get(column)
                : row > 0 && good && random.nextBoolean()
                    ? List.of("青石镇", "2025-12-03", "praise", "1", "2", "张三")
                        .get(Math.min(column, 5))
                    : from.get(random.nextInt(from.size()));
        boolean noRoom = (word.equals("<") && column == 0) || (word.equals("^") && row == 0);
        text.append(column == 0 ? "" : " | ").append(noRoom ? "" : word);
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static void check(Event event, CellRef at, Workbook workbook) {
    Cells cells = workbook.sheets().get(0);
    int cell = cells.shownAt(at.row(), at.column());
    assertThat(cell).as(at.show()).isNotNegative();
    String text = cells.text(cell);
    assertThat(text.contains(event.rule()) || text.contains(RULES.getOrDefault(event.rule(), "?")))
        .as(at.show() + " " + text)
        .isTrue();
    assertThat(event.date().getYear()).isEqualTo(2025);
    assertThat(event.period()).isEqualTo(Period.month(2025, 12));
    assertThat(event.times()).isBetween(1, 999);
  }
}
