package peaceindex.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.config.ConfigLoader;
import peaceindex.config.Configuration;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Frequency;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.sheet.Cells;
import peaceindex.sheet.SheetReader;
import peaceindex.sheet.Workbook;
import peaceindex.workbooks.TextWorkbook;

/**
 * Sheets thrown together from the words of returns. Whatever they seem to be, reading them ends,
 * every figure is the one that stands in its cell, and every problem names a place of the file.
 */
class ReturnsReaderFuzzTest {
  private static final int SHEETS_A_TEST = 40;
  private static final Configuration CONFIGURATION =
      ConfigLoader.load(Path.of("config"), "config").configuration().orElseThrow();

  private static final List<String> WORDS =
      List.of(
          "单位名称",
          "填报单位",
          "单位代码",
          "填报月份",
          "2025年12月",
          "2025年11月",
          "1-12月",
          "本月",
          "累计",
          "上年同期",
          "矛盾纠纷",
          "受理数",
          "化解数",
          "矛盾纠纷受理数",
          "矛盾纠纷化解数",
          "热线诉求受理数",
          "常住人口（万人）",
          "群众满意度",
          "刑事案件立案数",
          "青石镇",
          "云溪镇",
          "城关街道办事处",
          "白马",
          "黑水镇",
          "990121101",
          "合计",
          "街道小计",
          "平均",
          "备注",
          "填报人：张三",
          "件",
          "万人",
          "%",
          "/",
          "无",
          "'12",
          "'1.2万",
          "'三十五",
          "约12",
          "40",
          "36",
          "7",
          "0",
          "98.6%",
          "0.98",
          "!DIV",
          "=1+2",
          "=?B2",
          "<",
          "^",
          "",
          "",
          "",
          "姓名",
          "联系电话",
          "13812345678");

  @TempDir Path workspace;

  static IntStream seeds() {
    return IntStream.range(0, 25);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isReadWithoutHarm(int seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < SHEETS_A_TEST; i++) {
      Path file = workspace.resolve("input/2025-12/表.xlsx");
      TextWorkbook workbook = TextWorkbook.empty();
      int sheets = 1 + random.nextInt(2);
      for (int sheet = 0; sheet < sheets; sheet++) {
        workbook.sheet("表" + sheet, sheet(random));
      }
      try {
        workbook.write(file);
      } catch (RuntimeException e) {
        // Ranges that overlap cannot be written; there are enough that can.
        continue;
      }
      byte[] before = Files.readAllBytes(file);
      ReturnsReader.Result result =
          ReturnsReader.read(
              workspace.resolve("input"),
              "input",
              CONFIGURATION.returns(),
              CONFIGURATION.roster(),
              Frequency.MONTH,
              (done, of) -> {});
      assertThat(Files.readAllBytes(file)).isEqualTo(before);
      check(result, SheetReader.read(file, "input/2025-12/表.xlsx").workbook().orElseThrow());
    }
  }

  private static String sheet(Random random) {
    StringBuilder text = new StringBuilder();
    int rows = 2 + random.nextInt(9);
    int columns = 2 + random.nextInt(6);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        boolean figure = row > 0 && column > 0 && random.nextInt(3) > 0;
        String word =
            figure ? String.valueOf(random.nextInt(60)) : WORDS.get(random.nextInt(WORDS.size()));
        boolean noRoom = (word.equals("<") && column == 0) || (word.equals("^") && row == 0);
        text.append(column == 0 ? "" : " | ").append(noRoom ? "" : word);
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static void check(ReturnsReader.Result result, Workbook workbook) {
    Panel panel = result.panel();
    for (Period period : panel.periods()) {
      for (int unit = 0; unit < panel.roster().size(); unit++) {
        for (int field = 0; field < panel.fields().size(); field++) {
          if (panel.status(period, unit, field) == CellStatus.REPORTED) {
            CellRef cell = panel.origin(period, unit, field).orElseThrow();
            checkFigure(panel.value(period, unit, field), cell, workbook);
          }
        }
      }
    }
    for (Problem problem : result.problems().all()) {
      for (Lang lang : Lang.values()) {
        assertThat(Messages.line(problem, lang))
            .startsWith("input/")
            .doesNotContain("{", "张三", "13812345678", "\n");
      }
    }
  }

  /**
   * A number is itself, per cent of a ratio or so many 万; a text is left to the test of figures.
   */
  private static void checkFigure(double value, CellRef at, Workbook workbook) {
    Cells cells =
        workbook.sheets().stream()
            .filter(s -> s.sheet().equals(at.sheet()))
            .findFirst()
            .orElseThrow();
    int cell = cells.at(at.row(), at.column());
    assertThat(cell).as(at.show()).isNotNegative();
    if (cells.kind(cell) == Cells.Kind.NUMBER) {
      assertThat(List.of(1.0, 100.0, 10_000.0))
          .as("%s: %s of %s", at.show(), value, cells.number(cell))
          .anyMatch(factor -> Math.abs(cells.number(cell) * factor - value) < 1e-9);
    } else {
      assertThat(cells.kind(cell)).isEqualTo(Cells.Kind.TEXT);
    }
  }
}
