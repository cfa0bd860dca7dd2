package peaceindex.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peaceindex.workbooks.TextWorkbook;

/** The workbooks that {@code check} writes to be mailed back. */
class ReturnedTest {
  private static final String WRONG =
      """
      2025年12月月报表 | < | <
      单位名称 | 受理数 | 化解数 | 群众满意度 | 上报日期
      青石镇 | 100 | 120 | 98.6% | #2026-01-03
      白马镇 | '80 | | 130 | #2026-01-04""";

  private static final String RIGHT =
      "单位名称 | 受理数 | 化解数 | 群众满意度\n青石镇 | 100 | 90 | 98\n白马镇 | 80 | 70 | 97";

  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void makeWorkspace() throws IOException {
    workspace = Workspace.in(folder.resolve("ws"));
  }

  private List<String> returned(String month) throws IOException {
    return workspace.files("output/" + month + "/returned").keySet().stream()
        .filter(name -> !name.startsWith("."))
        .toList();
  }

  private XSSFWorkbook open(String name) throws IOException {
    return new XSSFWorkbook(
        new ByteArrayInputStream(
            Files.readAllBytes(folder.resolve("ws/output/2025-12/returned/" + name))));
  }

  private static Cell cell(Sheet sheet, String address) {
    CellReference at = new CellReference(address);
    return sheet.getRow(at.getRow()).getCell(at.getCol());
  }

  private static String shown(Sheet sheet, String address) {
    return new DataFormatter(Locale.ROOT).formatCellValue(cell(sheet, address));
  }

  /** The words that the number formats put before numbers and texts. */
  private static List<String> marks(Sheet sheet, String... addresses) {
    return java.util.Arrays.stream(addresses)
        .map(address -> cell(sheet, address).getCellStyle().getDataFormatString())
        .peek(
            format -> assertThat(format).matches("(\"[^\"]+\")General;\\1-General;\\1General;\\1@"))
        .map(format -> format.substring(0, format.indexOf("General")))
        .toList();
  }

  private static void mend(Sheet sheet, String address, double value) {
    Cell old = cell(sheet, address);
    Cell mended = old.getRow().createCell(old.getColumnIndex());
    mended.setCellValue(value);
  }

  private static String fill(Cell cell) {
    return ((XSSFCell) cell).getCellStyle().getFillForegroundColorColor().getARGBHex().substring(2);
  }

  /** Nothing of a register is shown again: beside its remarks even figures tell of persons. */
  @Test
  void aRegisterOfEventsInTheSameWorkbookIsNotMailedBack() throws IOException {
    TextWorkbook.of(WRONG)
        .sheet("加减分登记", "单位 | 日期 | 事项 | 备注\n青石镇 | 2025-12-03 | praise | 7788")
        .write(folder.resolve("ws/input/2025-12/月报.xlsx"));
    workspace.run("check");
    try (XSSFWorkbook workbook = open("月报.xlsx")) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
      assertThat(workbook.getSheet("表1")).isNotNull();
    }
  }

  @Test
  void theReturnIsBuiltAnewWithItsWrongCellsMarked() throws IOException {
    workspace.workbook("input/2025-12/月报.xlsx", WRONG);
    Cli run = workspace.run("check");
    assertThat(run.out()).contains("已写出退回表和催办清单：\n").contains("/output/2025-12/returned/月报.xlsx\n");
    assertThat(returned("2025-12")).containsExactly("月报.xlsx");
    try (XSSFWorkbook workbook = open("月报.xlsx")) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
      Sheet list = workbook.getSheetAt(0);
      assertThat(list.getSheetName()).isEqualTo("退回说明");
      assertThat(shown(list, "A1")).isEqualTo("报表退回说明：月报.xlsx");
      assertThat(shown(list, "B3")).isEqualTo("P403");
      Sheet sheet = workbook.getSheet("表1");
      assertThat(sheet.getMergedRegions().get(0).formatAsString()).isEqualTo("A1:C1");
      assertThat(shown(sheet, "A1")).isEqualTo("2025年12月月报表");
      assertThat(shown(sheet, "B3")).isEqualTo("100");
      assertThat(shown(sheet, "D3")).isEqualTo("98.6%");
      assertThat(cell(sheet, "D3").getNumericCellValue()).isEqualTo(0.986);
      assertThat(DateUtil.isCellDateFormatted(cell(sheet, "E3"))).isTrue();
      assertThat(shown(sheet, "E4")).isEqualTo("2026-01-04");
      assertThat(cell(sheet, "C3").getNumericCellValue()).isEqualTo(120);
      assertThat(marks(sheet, "C3", "D4", "B4", "C4"))
          .containsExactly("\"【错】\"", "\"【错】\"", "\"【核】\"", "\"【核】\"");
      assertThat(cell(sheet, "B4").getStringCellValue()).isEqualTo("80");
      assertThat(cell(sheet, "C4").getStringCellValue()).isEqualTo("未报");
      assertThat(List.of(fill(cell(sheet, "C3")), fill(cell(sheet, "D4")))).containsOnly("F8B4B4");
      assertThat(List.of(fill(cell(sheet, "B4")), fill(cell(sheet, "C4")))).containsOnly("FFE08A");
      assertThat(cell(sheet, "B3").getCellStyle().getFillForegroundColorColor()).isNull();
      assertThat(sheet.getCellComments()).hasSize(4);
      assertThat(cell(sheet, "C3").getCellComment().getAuthor()).isEqualTo("peace-index");
      assertThat(cell(sheet, "C3").getCellComment().getString().getString())
          .startsWith("错误 P403: “化解数”大于“受理数”");
      assertThat(sheet.getWorkbook().getSheetAt(0).getHyperlinkList())
          .extracting(link -> link.getAddress())
          .contains("'表1'!C3", "'表1'!D4");
    }
  }

  @Test
  void inEnglishItIsEnglish() throws IOException {
    workspace.workbook("input/2025-12/a.xlsx", WRONG);
    workspace.run("check", "--lang", "en");
    try (XSSFWorkbook workbook = open("a.xlsx")) {
      assertThat(workbook.getSheetAt(0).getSheetName()).isEqualTo("Sent back");
      Sheet sheet = workbook.getSheetAt(1);
      assertThat(marks(sheet, "C3")).containsExactly("\"[error] \"");
      assertThat(cell(sheet, "C3").getCellComment().getString().getString())
          .startsWith("error P403: \"Resolved\" exceeds \"Received\"");
      for (var row : workbook.getSheetAt(0)) {
        for (Cell cell : row) {
          assertThat(cell.toString().replace("表1", "")).doesNotContainPattern("\\p{IsHan}");
        }
      }
    }
  }

  @Test
  void whatIsMendedInItReadsBackAsTheReturn() throws IOException {
    workspace.workbook("input/2025-12/月报.xlsx", WRONG);
    workspace.run("check");
    Path file = folder.resolve("ws/output/2025-12/returned/月报.xlsx");
    try (XSSFWorkbook workbook = open("月报.xlsx")) {
      Sheet sheet = workbook.getSheetAt(1);
      mend(sheet, "C3", 90);
      mend(sheet, "B4", 80);
      mend(sheet, "C4", 70);
      mend(sheet, "D4", 97);
      try (OutputStream out = Files.newOutputStream(folder.resolve("ws/mended.xlsx"))) {
        workbook.write(out);
      }
    }
    Files.copy(
        folder.resolve("ws/mended.xlsx"),
        folder.resolve("ws/input/2025-12/月报.xlsx"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Cli run = workspace.run("check");
    assertThat(run.err().lines().filter(line -> !line.contains("P311"))).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(file).as("nothing is wrong any more").doesNotExist();
    assertThat(file.getParent()).doesNotExist();
  }

  @Test
  void oneListSaysWhomToCall() throws IOException {
    workspace.workbook("input/2025-12/a.xlsx", "单位名称 | 受理数 | 化解数 | 群众满意度\n青石镇 | 1 | 1 | 90");
    workspace.workbook("input/2025-12/b.xlsx", "单位名称 | 受理数 | 化解数 | 群众满意度\n青石镇 | 2 | 1 | 90");
    workspace.workbook("input/2025-12/c.xlsx", "2025年11月\n单位名称 | 受理数\n白马镇 | 2");
    workspace.write("input/2025-12/坏.xlsx", "x");
    workspace.workbook("input/收件登记表.xlsx", "单位名称 | 所属月份 | 收到日期\n青石镇 | 2025-12 | #2026-01-08");
    workspace.run("check");
    assertThat(returned("2025-12")).containsExactly("b.xlsx", "c.xlsx", "list.xlsx", "坏.xlsx");
    try (XSSFWorkbook workbook = open("list.xlsx")) {
      Sheet list = workbook.getSheetAt(0);
      List<String> lines =
          java.util.stream.IntStream.rangeClosed(3, 8)
              .mapToObj(
                  row ->
                      String.join(
                          " ",
                          shown(list, "A" + row),
                          shown(list, "B" + row),
                          shown(list, "C" + row),
                          shown(list, "D" + row)))
              .toList();
      assertThat(lines)
          .containsExactly(
              "缺报 白马镇 input/2025-12 P501",
              "迟报 青石镇 input/收件登记表.xlsx [表1!C2] P502",
              "重复 青石镇 input/2025-12/b.xlsx [表1!B2] P503",
              "月份不符  input/2025-12/c.xlsx [表1] P107",
              "无法读取  input/2025-12/坏.xlsx P101",
              "共 5 条。   ");
      assertThat(shown(list, "F7")).startsWith("请用 Excel 或 WPS 打开后另存为 .xlsx");
    }
    try (XSSFWorkbook workbook = open("坏.xlsx")) {
      assertThat(workbook.getNumberOfSheets()).as("only the list").isEqualTo(1);
    }
  }

  @Test
  void whatHasBeenMendedGoesAwayAndWhatIsTheUsersStays() throws IOException {
    workspace.workbook("input/2025-12/a.xlsx", WRONG);
    workspace.workbook("input/2025-12/b/a.xlsx", WRONG.replace("120", "121"));
    workspace.write("output/2025-12/returned/a.xlsx", "mine");
    workspace.run("check");
    assertThat(returned("2025-12"))
        .containsExactly("a (2).xlsx", "a (3).xlsx", "a.xlsx", "list.xlsx");
    workspace.workbook("input/2025-12/a.xlsx", RIGHT);
    Files.delete(folder.resolve("ws/input/2025-12/b/a.xlsx"));
    workspace.run("check", workspace.at("input/2025-12/a.xlsx"));
    assertThat(returned("2025-12"))
        .as("the other return was not looked at")
        .containsExactly("a (3).xlsx", "a.xlsx", "list.xlsx");
    workspace.write("output/2025-12/returned/note.txt", "mine");
    workspace.run("check");
    assertThat(returned("2025-12")).containsExactly("a.xlsx", "note.txt");
    assertThat(folder.resolve("ws/output/2025-12/returned/a.xlsx")).hasContent("mine");
  }

  @Test
  void whatTheUserHasChangedIsHersFromThenOn() throws IOException {
    workspace.workbook("input/2025-12/a.xlsx", WRONG);
    workspace.run("check");
    workspace.write("output/2025-12/returned/a.xlsx", "with a note of mine");
    workspace.run("check");
    assertThat(returned("2025-12")).containsExactly("a (2).xlsx", "a.xlsx");
    workspace.workbook("input/2025-12/a.xlsx", RIGHT);
    workspace.run("check");
    assertThat(folder.resolve("ws/output/2025-12/returned/a.xlsx"))
        .hasContent("with a note of mine");
  }

  @Test
  void aManifestThatPointsElsewhereDeletesNothing() throws IOException {
    workspace.workbook("input/2025-12/a.xlsx", RIGHT);
    workspace.write("output/keep.xlsx", "");
    String emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    workspace.write(
        "output/2025-12/returned/.returned",
        emptyHash + "\t../../keep.xlsx\tinput/2025-12/a.xlsx\n");
    workspace.run("check");
    assertThat(folder.resolve("ws/output/keep.xlsx")).exists();
  }

  @Test
  void withoutAMonthItLiesBesideTheMonths() throws IOException {
    workspace.write("input/坏.xlsx", "x");
    workspace.workbook("input/2025-12/a.xlsx", RIGHT);
    workspace.run("check");
    assertThat(workspace.files("output").keySet())
        .containsExactly("returned/.returned", "returned/list.xlsx", "returned/坏.xlsx");
  }

  @Test
  void nothingIsWrittenIfNotWanted() throws IOException {
    workspace.workbook("input/2025-12/a.xlsx", WRONG);
    assertThat(workspace.run("check", "--no-returned").code()).isEqualTo(1);
    assertThat(workspace.files("output")).isEmpty();
    workspace.write("output/2025-12/returned", "a file");
    Cli run = workspace.run("check", "--json");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.json().get("problems").get(0).get("code").asString()).isEqualTo("U105");
  }

  @Test
  void sameBytesInAnyZoneAndLocale() throws IOException {
    workspace.workbook("input/2025-12/a.xlsx", WRONG);
    workspace.write("input/2025-12/坏.xlsx", "x");
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      workspace.run("check");
      Map<String, byte[]> first = workspace.files("output");
      Locale.setDefault(new Locale("ar", "EG"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      workspace.run("check");
      Map<String, byte[]> second = workspace.files("output");
      assertThat(second.keySet()).isEqualTo(first.keySet()).hasSize(4);
      first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void formulaLikeTextIsInert() throws IOException {
    workspace.workbook(
        "input/2025-12/a.xlsx",
        "单位名称 | 受理数 | 化解数 | 群众满意度 | 备注\n"
            + "青石镇 | '=cmd|calc | 1 | -1 | '=HYPERLINK(\"http://x\")\n白马镇 | '- | '+1 | '@x | 1");
    workspace.run("check");
    try (XSSFWorkbook workbook = open("a.xlsx")) {
      for (Sheet sheet : workbook) {
        for (var row : sheet) {
          for (Cell cell : row) {
            assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
            if (cell.getCellType() == CellType.STRING
                && cell.getStringCellValue().matches("(?s)[=+@-].*")) {
              assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            }
          }
        }
      }
    }
  }

  /** Names, identity and telephone numbers wherever a return can hide them. */
  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void noPersonIsInAnyOutput(String lang) throws IOException {
    List<String> secrets =
        List.of(
            "张三丰", "李四光", "王小二", "赵六一", "13812345678", "330102199001011234", "87654321", "Li Si");
    Path file = folder.resolve("ws/input/2025-12/青石镇13812345678.xlsx");
    TextWorkbook.empty()
        .sheet(
            "月报 13812345678",
            """
            平安月报表 制表：张三丰 审核李四光 13812345678 | < | <
            Prepared by Li Si
            单位名称 | 受理数 | 化解数 | 群众满意度 | 联系人 | 联系电话 | 备注
            青石镇 | 10 | 20 | 98.6% | 张三丰 | 87654321 | 李四光请假
            白马镇 | 张三丰 | 330102199001011234 | '13812345678 | 王小二 | 13812345678 | '330102199001011234
            王小二 | 5 | 4 | 90 | 王小二 | '87654321 | 赵六一
            填报人：王小二 电话：87654321 | | | 李四光
            注：赵六一核实""")
        .sheet("隐藏", "赵六一")
        .hidden("隐藏")
        .write(file);
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      workbook.getProperties().getCoreProperties().setCreator("赵六一");
      var anchor = new XSSFClientAnchor(0, 0, 0, 0, 3, 3, 6, 6);
      var comment = workbook.getSheetAt(0).createDrawingPatriarch().createCellComment(anchor);
      comment.setString("张三丰 13812345678");
      comment.setAuthor("王小二");
      comment.setAddress(3, 1);
      try (OutputStream out = Files.newOutputStream(file)) {
        workbook.write(out);
      }
    }
    workspace.write("input/2025-12/13812345678.xlsx", "张三丰 13812345678");
    StringBuilder all = new StringBuilder();
    for (Cli run :
        List.of(
            workspace.run("check", "--lang", lang),
            workspace.run("check", "--lang", lang, "--json"))) {
      assertThat(run.code()).as(run.err()).isEqualTo(1);
      all.append(run.out()).append(run.err());
    }
    Map<String, byte[]> files = workspace.files("output");
    assertThat(files).hasSize(4);
    for (Map.Entry<String, byte[]> one : files.entrySet()) {
      all.append(one.getKey()).append('\n').append(text(one.getValue()));
    }
    for (String secret : secrets) {
      assertThat(all.indexOf(secret)).as(secret).isEqualTo(-1);
    }
  }

  /** All bytes of a file as text, unpacked if it is a zip. */
  private static String text(byte[] bytes) throws IOException {
    StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.UTF_8));
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        text.append(entry.getName());
        text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }
}
