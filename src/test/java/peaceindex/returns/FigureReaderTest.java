package peaceindex.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Fields;
import peaceindex.panel.Figures;
import peaceindex.problem.Code;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;
import peaceindex.returns.FigureReader.Figure;
import peaceindex.sheet.Cells;
import peaceindex.sheet.SheetReader;

/**
 * What one cell means. A line of the table is a case:
 *
 * <ul>
 *   <li>the cell: {@code '12} a text, {@code 12} a number, {@code 0.98 [0.0%]} a number with its
 *       format, {@code #12} a date, {@code !TRUE}, {@code !DIV}, {@code =?1+2} a formula that was
 *       never calculated;
 *   <li>the field asked for: 件, 人, 万人, 元, 万元 (counts, populations, amounts), % and ‰ (a percentage,
 *       a number), 指数 (a number without a unit);
 *   <li>the measure of the heading, if it has one;
 *   <li>the figure, or what it is instead; and the codes of problems and remarks.
 * </ul>
 */
class FigureReaderTest {
  private static final String CASES =
      """
      # numbers
      40                 | 件   |      | 40             |
      0                  | 件   |      | 0              |
      40.5               | 件   |      | 40.5           |
      -40                | 件   |      | -40            |
      1234567890123      | 元   |      | 1234567890123  |
      13812345678        | 元   |      | 13812345678    |
      13812345678        | 件   |      | UNUSABLE       | P306
      13812345678        | 人   |      | UNUSABLE       | P306
      1E300              | 元   | 万元 | 1E304          | P310
      1E306              | 元   | 万元 | UNUSABLE       | P301
      # numbers under a heading with a measure
      3.5                | 人   | 万人 | 35000          | P310
      0.1                | 人   | 万人 | 1000           | P310
      1.1                | 元   | 亿元 | 110000000      | P310
      0                  | 人   | 万人 | 0              |
      35000              | 万人 | 人   | 3.5            | P310
      35000              | 万元 | 元   | 3.5            | P310
      3.5                | 万人 | 万人 | 3.5            |
      40                 | 件   | 起   | 40             |
      # what else a cell may hold
      #46022             | 件   |      | UNUSABLE       | P301
      !TRUE              | 件   |      | UNUSABLE       | P301
      !DIV               | 件   |      | UNUSABLE       | P301
      =?1+2              | 件   |      | 3              | P309
      =?TODAY()-TODAY()  | 件   |      | UNUSABLE       | P304
      =?1/0              | 件   |      | UNUSABLE       | P301
      =?40&"起"          | 件   |      | 40             | P303 P309
      =?3.5              | 人   | 万人 | 35000          | P309 P310
      # percentages: the stored value and the format decide
      98.6               | %    |      | 98.6           |
      98.6 [0.00]        | %    |      | 98.6           |
      0.986 [0.0%]       | %    |      | 98.6           |
      0.9652 [0%]        | %    |      | 96.52          |
      0.29 [0.00%]       | %    |      | 29             |
      1 [0%]             | %    |      | 100            |
      0 [0%]             | %    |      | 0              |
      0.005 [0.0%]       | %    |      | 0.5            |
      94.3 [0.0"%"]      | %    |      | 94.3           |
      94.3 [0.0\\%]      | %    |      | 94.3           |
      94.3 [0.0%]        | %    |      | 9430           |
      0.943 [0.0"%"]     | %    |      | UNUSABLE       | P305
      0.986 [0.000]      | %    |      | UNUSABLE       | P305
      0.986              | %    |      | UNUSABLE       | P305
      1                  | %    |      | UNUSABLE       | P305
      0.0001             | %    |      | UNUSABLE       | P305
      0                  | %    |      | 0              |
      1.0001             | %    |      | 1.0001         |
      -0.5               | %    |      | -0.5           |
      986                | %    | ‰    | 98.6           | P310
      0.986              | %    | ‰    | UNUSABLE       | P305
      0.986 [0.0%]       | %    | ‰    | 98.6           |
      0.012 [0.0%]       | ‰    |      | 12             |
      5                  | ‰    |      | 5              |
      0.5                | ‰    |      | 0.5            |
      5                  | ‰    | %    | 50             | P310
      # a count shown as a percentage is asked about
      0.12 [0%]          | 件   |      | UNUSABLE       | P301
      12 [0%]            | 件   |      | UNUSABLE       | P301
      0.12 [0%]          | 指数 |      | UNUSABLE       | P301
      12 [0"%"]          | 件   |      | 12             |
      # numbers as text
      '40                | 件   |      | 40             | P303
      '40.5              | 件   |      | 40.5           | P303
      '-40               | 件   |      | -40            | P303
      '−40               | 件   |      | -40            | P303
      '－40              | 件   |      | -40            | P303
      '+40               | 件   |      | 40             | P303
      '.5                | 件   |      | 0.5            | P303
      '0                 | 件   |      | 0              | P303
      '０                | 件   |      | 0              | P303
      '４０．５          | 件   |      | 40.5           | P303
      '\u200b4\u200b0\ufeff | 件 |     | 40             | P303
      '\u00a040\u3000    | 件   |      | 40             | P303
      '1,234             | 件   |      | 1234           | P303
      '1，234            | 件   |      | 1234           | P303
      '１，２３４        | 件   |      | 1234           | P303
      '1,234,567.5       | 件   |      | 1234567.5      | P303
      '1\u2009234\u2009567 | 件 |      | 1234567        | P303
      '1\u202f234        | 件   |      | 1234           | P303
      '3.5               | 人   | 万人 | 35000          | P303 P310
      '13812345678       | 元   |      | UNUSABLE       | P306
      '13,812,345,678    | 件   |      | UNUSABLE       | P306
      '13,812,345,678    | 元   |      | 13812345678    | P303
      # no figures, though they begin like one
      '007               | 件   |      | UNUSABLE       | P301
      '00                | 件   |      | UNUSABLE       | P301
      '12.               | 件   |      | UNUSABLE       | P301
      '1,23              | 件   |      | UNUSABLE       | P301
      '12,34             | 件   |      | UNUSABLE       | P301
      '0,123             | 件   |      | UNUSABLE       | P301
      '1234,567          | 件   |      | UNUSABLE       | P301
      '1,234 567         | 件   |      | UNUSABLE       | P301
      '1'234             | 件   |      | UNUSABLE       | P301
      '1.2.3             | 件   |      | UNUSABLE       | P301
      '1。5              | 件   |      | UNUSABLE       | P301
      '40 300            | 件   |      | UNUSABLE       | P301
      '4 0               | 件   |      | UNUSABLE       | P301
      '40\u00a0300       | 件   |      | UNUSABLE       | P301
      '40/36             | 件   |      | UNUSABLE       | P301
      '40/1000           | 件   |      | UNUSABLE       | P301
      '40(1000)          | 件   |      | UNUSABLE       | P301
      '40 10,000 persons | 人   |      | UNUSABLE       | P301
      '3-5               | 件   |      | UNUSABLE       | P301
      '3~5               | 件   |      | UNUSABLE       | P301
      '(3)               | 件   |      | UNUSABLE       | P301
      '（3）             | 件   |      | UNUSABLE       | P301
      '-                 | 件   |      | NOT_REPORTED   |
      '--3               | 件   |      | UNUSABLE       | P301
      '1.2E3             | 件   |      | UNUSABLE       | P301
      '1e5               | 元   |      | UNUSABLE       | P301
      '0x1p3             | 件   |      | UNUSABLE       | P301
      '40d               | 件   |      | UNUSABLE       | P301
      'NaN               | 件   |      | UNUSABLE       | P301
      '36①              | 件   |      | UNUSABLE       | P301
      '40²               | 件   |      | UNUSABLE       | P301
      '½                 | 件   |      | UNUSABLE       | P301
      '12*               | 件   |      | UNUSABLE       | P301
      '=1+2              | 件   |      | UNUSABLE       | P301
      '约40              | 件   |      | UNUSABLE       | P301
      '≈40               | 件   |      | UNUSABLE       | P301
      '近40              | 件   |      | UNUSABLE       | P301
      '40余              | 件   |      | UNUSABLE       | P301
      '40左右            | 件   |      | UNUSABLE       | P301
      '共12起            | 件   |      | UNUSABLE       | P301
      '第12              | 件   |      | UNUSABLE       | P301
      '12起（含3起未结） | 件   |      | UNUSABLE       | P301
      '张三              | 件   |      | UNUSABLE       | P301
      '联系13812345678   | 件   |      | UNUSABLE       | P306
      # with its measure
      '12起              | 件   |      | 12             | P303
      '12 起             | 件   |      | 12             | P303
      '12（件）          | 件   |      | 12             | P303
      '12人              | 件   |      | UNUSABLE       | P301
      '12元              | 件   |      | UNUSABLE       | P301
      '12%               | 件   |      | UNUSABLE       | P301
      '1.2万             | 件   |      | 12000          | P303 P310
      '1.1万             | 元   |      | 11000          | P303 P310
      '3万人             | 人   |      | 30000          | P303 P310
      '1,234.5万         | 人   |      | 12345000       | P303 P310
      '2.3亿             | 元   |      | 230000000      | P303 P310
      '¥1,200            | 元   |      | 1200           | P303
      '￥1.2万           | 元   |      | 12000          | P303 P310
      '¥12               | 件   |      | UNUSABLE       | P301
      '3千人             | 人   |      | 3000           | P303 P310
      '30000人           | 万人 |      | 3              | P303 P310
      '3万人             | 万人 |      | 3              | P303
      '3万               | 万人 |      | 3              | P303
      '30000人           | 人   | 万人 | 30000          | P303
      '3万人             | 人   | 万人 | 30000          | P303 P310
      '98.6%             | %    |      | 98.6           | P303
      '98.6 ％           | %    |      | 98.6           | P303
      '0.986%            | %    |      | 0.986          | P303
      '98.6个百分点      | %    |      | 98.6           | P303
      '986‰              | %    |      | 98.6           | P303 P310
      '5‰                | ‰    |      | 5              | P303
      '5%                | ‰    |      | 50             | P303 P310
      '98.6              | %    |      | 98.6           | P303
      '0.986             | %    |      | UNUSABLE       | P305
      '1万               | %    |      | UNUSABLE       | P301
      # in words
      '零                | 件   |      | 0              | P303
      '〇                | 件   |      | 0              | P303
      '一                | 件   |      | UNUSABLE       | P301
      '一件              | 件   |      | 1              | P303
      '两起              | 件   |      | 2              | P303
      '四十              | 件   |      | 40             | P303
      '四 十 件          | 件   |      | 40             | P303
      '壹佰贰拾          | 件   |      | 120            | P303
      '一二〇            | 件   |      | 120            | P303
      '三万五千人        | 人   |      | 35000          | P303
      '三点五万          | 人   |      | 35000          | P303 P310
      '3万5千            | 人   |      | 35000          | P303
      '1亿2000万元       | 元   |      | 120000000      | P303
      '九十八点六        | %    |      | 98.6           | P303
      '百分之九十八点六  | %    |      | 98.6           | P303
      '百分之98.6        | %    |      | 98.6           | P303
      '百分之百          | %    |      | 100            | P303
      '百分之零点五      | %    |      | 0.5            | P303
      '千分之九百八十六  | %    |      | 98.6           | P303 P310
      '零点九八          | %    |      | UNUSABLE       | P305
      '百分之五          | 件   |      | UNUSABLE       | P301
      '约四十            | 件   |      | UNUSABLE       | P301
      '七八起            | 件   |      | UNUSABLE       | P301
      '九成              | %    |      | UNUSABLE       | P301
      '十月              | 件   |      | UNUSABLE       | P301
      '一三八一二三四五六七八 | 件 |   | UNUSABLE       | P306
      # words where figures are given in 万
      '三万              | 人   | 万人 | 30000          | P303 P310
      '三万人            | 人   | 万人 | 30000          | P303
      '三                | 人   | 万人 | 30000          | P303 P310
      '三万五千          | 人   | 万人 | UNUSABLE       | P301
      '三万五千人        | 人   | 万人 | 35000          | P303
      '三万              | 万人 |      | 3              | P303
      '三万人            | 万人 |      | 3              | P303 P310
      '三万五千          | 万人 |      | UNUSABLE       | P301
      '三万五千人        | 万人 |      | 3.5            | P303 P310
      # nothing
                         | 件   |      | NOT_REPORTED   |
      '\u3000            | 件   |      | NOT_REPORTED   |
      '\u200b            | 件   |      | NOT_REPORTED   |
      '—                 | 件   |      | NOT_REPORTED   |
      '/                 | 件   |      | NOT_REPORTED   |
      '／                | 件   |      | NOT_REPORTED   |
      'n / a             | 件   |      | NOT_REPORTED   |
      '暂 无             | 件   |      | NOT_REPORTED   |
      '无                | %    |      | NOT_REPORTED   |
      '…                 | 件   |      | NOT_REPORTED   |
      '未知              | 件   |      | UNUSABLE       | P301
      '不适用            | 件   |      | NOT_APPLICABLE |
      '不 适 用          | %    |      | NOT_APPLICABLE |
      """;

  private static final Map<String, Field> FIELDS =
      Map.of(
          "件", MeasureTest.field(FieldKind.COUNT, "件", "cases"),
          "人", MeasureTest.field(FieldKind.POPULATION, "人", "persons"),
          "万人", MeasureTest.field(FieldKind.POPULATION, "万人", "10,000 persons"),
          "元", MeasureTest.field(FieldKind.AMOUNT, "元", "yuan"),
          "万元", MeasureTest.field(FieldKind.AMOUNT, "万元", "10,000 yuan"),
          "%", MeasureTest.field(FieldKind.PERCENTAGE, "%", "%"),
          "‰", MeasureTest.field(FieldKind.NUMBER, "‰", "‰"),
          "指数", MeasureTest.field(FieldKind.NUMBER, "", ""));

  private static final FigureReader READER =
      new FigureReader(
          new ReturnsLayout(
              new Fields(List.of()),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of("-", "—", "/", "N/A", "无", "暂无", "…"),
              List.of("不适用"),
              "",
              Optional.empty(),
              ReturnsLayout.Sense.DEFAULT,
              Map.of()));

  @TempDir static Path folder;
  private static Cells cells;

  private static List<String[]> cases() {
    return CASES
        .lines()
        .filter(line -> !line.startsWith("# "))
        .map(line -> Stream.of(line.split("\\|", -1)).map(FigureReaderTest::trim))
        .map(parts -> parts.toArray(String[]::new))
        .toList();
  }

  /** Without the usual blanks only; others are what is tested. */
  private static String trim(String text) {
    return text.replaceAll("^ +| +$", "");
  }

  @BeforeAll
  static void write() throws IOException {
    Path file = folder.resolve("a.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      var sheet = workbook.createSheet("表1");
      List<String[]> cases = cases();
      for (int i = 0; i < cases.size(); i++) {
        set(workbook, sheet.createRow(i).createCell(0), cases.get(i)[0]);
      }
      workbook.write(out);
    }
    cells = SheetReader.read(file, "a.xlsx").workbook().orElseThrow().sheets().get(0);
  }

  private static void set(XSSFWorkbook workbook, XSSFCell cell, String content) {
    if (content.startsWith("'")) {
      cell.setCellValue(content.substring(1));
    } else if (content.startsWith("#")) {
      cell.setCellValue(Double.parseDouble(content.substring(1)));
      cell.setCellStyle(format(workbook, "yyyy-mm-dd"));
    } else if (content.startsWith("=?")) {
      cell.setCellFormula(content.substring(2));
    } else if (content.equals("!TRUE")) {
      cell.setCellValue(true);
    } else if (content.equals("!DIV")) {
      cell.setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.DIV0);
    } else if (content.endsWith("]")) {
      int bracket = content.indexOf('[');
      cell.setCellValue(Double.parseDouble(content.substring(0, bracket)));
      cell.setCellStyle(format(workbook, content.substring(bracket + 1, content.length() - 1)));
    } else if (!content.isEmpty()) {
      cell.setCellValue(Double.parseDouble(content));
    }
  }

  private static CellStyle format(XSSFWorkbook workbook, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  static Stream<Arguments> figures() {
    List<String[]> cases = cases();
    return Stream.iterate(0, i -> i < cases.size(), i -> i + 1)
        .map(
            i -> {
              String[] c = cases.get(i);
              return Arguments.of(i, c[0], c[1], c[2], c[3], c[4]);
            });
  }

  @ParameterizedTest(name = "{1} for {2} below ({3}) is {4} {5}")
  @MethodSource
  void figures(int row, String cell, String unit, String heading, String expected, String codes) {
    Field field = FIELDS.get(unit);
    BigDecimal factor =
        heading.isEmpty() ? BigDecimal.ONE : Measure.factor(heading, field).orElseThrow();
    Figure read = READER.read(cells, cells.at(row, 0), field, factor);
    // An error is what says that a figure is not used, and configuration may make a warning of it.
    Figure figure = read.problems().stream().anyMatch(Problem::isError) ? read.refused() : read;
    if (figure.isReported()) {
      assertThat(figure.value()).isEqualTo(number(expected));
    } else {
      assertThat(figure.value()).isNaN();
      assertThat(figure.status().name()).isEqualTo(expected);
    }
    List<String> found = new ArrayList<>();
    figure.problems().forEach(p -> found.add(p.code().id()));
    if (figure.isReported()) {
      figure.remarks().forEach(code -> found.add(code.id()));
    }
    assertThat(String.join(" ", found)).isEqualTo(codes);
    assertThat(figure.conversion().isPresent()).isEqualTo(figure.remarks().contains(Code.SCALED));
    for (Problem problem : figure.problems()) {
      for (Lang lang : Lang.values()) {
        assertThat(Messages.line(problem, lang))
            .doesNotContain("{", "张三", "约", "13812345678", "一三八");
      }
    }
  }

  private static double number(String expected) {
    assertThat(expected).matches("[-\\d.E]+");
    return Double.parseDouble(expected);
  }

  @Test
  void aConversionIsShown() {
    int row = cases().stream().map(c -> c[0] + c[2]).toList().indexOf("3.5万人");
    Figure figure = READER.read(cells, cells.at(row, 0), FIELDS.get("人"), new BigDecimal(10_000));
    assertThat(figure.conversion())
        .contains(new FigureReader.Conversion(new Text("万人", "10,000 persons"), "3.5 → 35000"));
    assertThat(Figures.plain(figure.value())).isEqualTo("35000");
  }

  @Test
  void nothingThereIsNotReported() {
    assertThat(READER.read(cells, -1, FIELDS.get("件"), BigDecimal.ONE).status())
        .isEqualTo(CellStatus.NOT_REPORTED);
  }

  @Test
  void commentsAndStrokesAreMentioned() throws IOException {
    Path file = folder.resolve("b.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      var row = workbook.createSheet("表1").createRow(0);
      var struck = workbook.createFont();
      struck.setStrikeout(true);
      var text = new org.apache.poi.xssf.usermodel.XSSFRichTextString("46 4.4万");
      text.applyFont(0, 3, struck);
      row.createCell(0).setCellValue(text);
      var helper = workbook.getCreationHelper();
      var drawing = row.getSheet().createDrawingPatriarch();
      for (int column = 0; column < 2; column++) {
        var anchor = helper.createClientAnchor();
        anchor.setRow1(column * 5);
        var comment = drawing.createCellComment(anchor);
        comment.setAddress(0, column);
        comment.setString(helper.createRichTextString("张三说的"));
      }
      row.createCell(1).setCellValue("约40");
      workbook.write(out);
    }
    Cells b = SheetReader.read(file, "b.xlsx").workbook().orElseThrow().sheets().get(0);
    Figure figure = READER.read(b, b.at(0, 0), FIELDS.get("件"), BigDecimal.ONE);
    assertThat(figure.value()).isEqualTo(44_000);
    assertThat(figure.problems()).extracting(Problem::code).containsExactly(Code.PARTLY_STRUCK_OUT);
    assertThat(figure.remarks()).containsExactly(Code.SCALED, Code.COMMENTED);
    // Of what is no figure no comment is mentioned.
    assertThat(READER.read(b, b.at(0, 1), FIELDS.get("件"), BigDecimal.ONE).remarks()).isEmpty();
  }
}
