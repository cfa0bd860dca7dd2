package peaceindex.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peaceindex.config.ConfigLoader;
import peaceindex.config.Configuration;
import peaceindex.panel.Event;
import peaceindex.panel.Frequency;
import peaceindex.returns.ReturnsReader;

/** {@code peace-index template} from the outside. What the forms hold is tested where they are. */
class TemplateCommandTest {
  @TempDir Path workspace;

  @BeforeEach
  void makeWorkspace() throws IOException {
    write(
        "config/townships.yaml",
        """
        units:
          - {id: qs, code: "990101", name: {zh: 青石镇, en: Qingshi}, aliases: [青石]}
          - {id: bm, name: {zh: 白马镇, en: Baima}}
        """);
    write(
        "config/returns.yaml",
        """
        fields:
          - {id: received, name: {zh: 受理数, en: Received}, kind: count}
          - {id: sense, name: {zh: 安全感, en: Sense of safety}, kind: percentage, source: statistics}
        sources: [{id: statistics, name: {zh: 统计局, en: Statistics}, fileNames: [统计局, Statistics]}]
        """);
    write(
        "config/index.yaml",
        """
        id: demo
        name: 示范指数
        area: 示范县
        period: month
        children:
          - {id: x, name: 甲, value: 受理数, polarity: positive, normalise: {method: goalposts, lower: 0, upper: 100}}
        """);
    write("input/2025-12/青石镇.csv", "x");
    Files.createDirectories(workspace.resolve("input/2026-05"));
  }

  private void write(String path, String text) throws IOException {
    Path file = workspace.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Cli run(String... args) {
    List<String> all = new ArrayList<>(List.of("template", "--workspace", workspace.toString()));
    all.addAll(Arrays.asList(args));
    return Cli.run(all.toArray(String[]::new));
  }

  private List<String> files(String folder) throws IOException {
    Path root = workspace.resolve(folder);
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> tree = Files.walk(root)) {
      return tree.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  /** The register comes with the tables; filled in and put into the input folder it is one. */
  @ParameterizedTest
  @CsvSource({"zh, 加减分登记表_2026-01.xlsx", "en, Register of events_2026-01.xlsx"})
  void withRulesForEventsThereIsARegister(String lang, String name) throws IOException {
    Path index = workspace.resolve("config/index.yaml");
    Files.writeString(
        index,
        Files.readString(index)
            + """
            adjustments:
              rules:
                - {id: praise, name: {zh: 受表彰, en: Commended}, when: event, points: 2}
                - {id: veto, name: {zh: 一票否决, en: Veto}, when: veto, effect: lastPlace}
            """);
    assertThat(run("--lang", lang, "--consolidated").code()).isZero();
    Path register = workspace.resolve("output/2026-01/templates").resolve(name);
    assertThat(register).exists();

    Configuration rules =
        ConfigLoader.load(workspace.resolve("config"), "config").configuration().orElseThrow();
    Path input = workspace.resolve("read");
    Files.createDirectories(input);
    assertThat(read(input, register, List.of(), rules).panel().events()).isEmpty();
    String unit = lang.equals("zh") ? "青石镇" : "Qingshi";
    String rule = lang.equals("zh") ? "一票否决" : "Commended";
    ReturnsReader.Result result = read(input, register, List.of(unit, rule), rules);
    assertThat(result.panel().events())
        .extracting(Event::unit, Event::rule, Event::date, Event::times)
        .containsExactly(
            tuple(0, lang.equals("zh") ? "veto" : "praise", LocalDate.of(2026, 1, 9), 2));
  }

  /**
   * Reads the register with a line of unit and rule, if any, which may be chosen from its lists.
   */
  private static ReturnsReader.Result read(
      Path input, Path register, List<String> line, Configuration rules) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(register))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      if (!line.isEmpty()) {
        XSSFRow row = sheet.getRow(2);
        row.getCell(0).setCellValue(line.get(0));
        row.getCell(1).setCellValue(LocalDate.of(2026, 1, 9));
        row.getCell(2).setCellValue(line.get(1));
        row.getCell(3).setCellValue(2);
        assertThat(sheet.getDataValidations())
            .extracting(rule -> rule.getRegions().getCellRangeAddress(0).getFirstRow())
            .containsOnly(2);
        assertThat(listed(workbook, 1)).contains(line.get(0));
        assertThat(listed(workbook, 2)).contains(line.get(1));
      }
      try (OutputStream out = Files.newOutputStream(input.resolve("登记.xlsx"))) {
        workbook.write(out);
      }
    }
    ReturnsReader.Result result =
        ReturnsReader.read(
            input, "input", rules.returns(), rules.roster(), Frequency.MONTH, (done, of) -> {});
    assertThat(result.problems().all()).isEmpty();
    return result;
  }

  private static List<String> listed(XSSFWorkbook workbook, int sheet) {
    List<String> texts = new ArrayList<>();
    workbook.getSheetAt(sheet).forEach(row -> texts.add(row.getCell(0).getStringCellValue()));
    return texts;
  }

  /** A folder that is empty was not reported yet. */
  @Test
  void writesAllForThePeriodAfterTheNewestReported() throws IOException {
    Cli run = run();
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("已写出 4 份空白报表（2026年1月）：")
        .contains("  汇总表_2026-01.xlsx\n  统计局_2026-01.xlsx\n  2 份单位报表，如 青石镇_2026-01.xlsx\n");
    assertThat(files("output"))
        .containsExactly(
            "2026-01/templates/汇总表_2026-01.xlsx",
            "2026-01/templates/白马镇_2026-01.xlsx",
            "2026-01/templates/统计局_2026-01.xlsx",
            "2026-01/templates/青石镇_2026-01.xlsx");
    assertThat(files("input")).containsExactly("2025-12/青石镇.csv");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --unit qs                 | 青石镇
          --unit 青石               | 青石镇
          --unit 990101             | 青石镇
          --unit 白马镇 --unit qs   | 白马镇 青石镇
          --forms                   | 白马镇 青石镇
          --consolidated            | 汇总表 统计局
          --consolidated --unit qs  | 汇总表 统计局 青石镇
          --forms --consolidated    | 汇总表 白马镇 统计局 青石镇
          """)
  void writesSomeOfThem(String options, String names) throws IOException {
    List<String> args = new ArrayList<>(List.of("2026-03"));
    args.addAll(List.of(options.split(" ")));
    assertThat(run(args.toArray(String[]::new)).code()).isZero();
    assertThat(files("output/2026-03/templates"))
        .containsExactlyElementsOf(
            Stream.of(names.split(" ")).map(name -> name + "_2026-03.xlsx").toList());
  }

  @Test
  void writesInEnglish() throws IOException {
    Cli run = run("2026-01", "--lang", "en");
    assertThat(run.out())
        .startsWith("4 blank return(s) for 2026-01 written: ")
        .contains("2 form(s), such as Qingshi_2026-01.xlsx");
    assertThat(files("output/2026-01/templates"))
        .containsExactly(
            "Baima_2026-01.xlsx",
            "Qingshi_2026-01.xlsx",
            "Statistics_2026-01.xlsx",
            "consolidated_2026-01.xlsx");
  }

  @Test
  void jsonNamesTheFiles() {
    Cli run = run("--json");
    assertThat(run.code()).isZero();
    assertThat(run.json().get("period").asString()).isEqualTo("2026-01");
    assertThat(run.json().get("written")).hasSize(4);
    assertThat(run.json().get("written").get(0).asString())
        .isEqualTo("output/2026-01/templates/汇总表_2026-01.xlsx");
  }

  @Test
  void whatWasFilledInIsNotOverwritten() throws IOException {
    run();
    write("output/2026-01/templates/青石镇_2026-01.xlsx", "filled in");
    Path other = workspace.resolve("output/2026-01/templates/白马镇_2026-01.xlsx");
    FileTime before = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(other, before);
    Cli run = run();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "output/2026-01/templates/青石镇_2026-01.xlsx: 错误 U122:"
                + " 已有同名文件，内容与空白报表不同，可能已经填过，没有覆盖。请先移走，或加 --force 覆盖\n");
    assertThat(Files.getLastModifiedTime(other)).isEqualTo(before);
    assertThat(Files.readString(workspace.resolve("output/2026-01/templates/青石镇_2026-01.xlsx")))
        .isEqualTo("filled in");
    assertThat(run("--unit", "bm").code()).isZero();
    assertThat(run("--force").code()).isZero();
    assertThat(Files.size(workspace.resolve("output/2026-01/templates/青石镇_2026-01.xlsx")))
        .isGreaterThan(1000);
    assertThat(run().code()).isZero();
    assertThat(files("output")).hasSize(4);
  }

  @Test
  void manyUnitsGetFormsOnlyWhenAsked() throws IOException {
    StringBuilder units = new StringBuilder("units:\n");
    for (int i = 0; i < 301; i++) {
      units.append("  - {id: u%d, name: 第%d镇}\n".formatted(i, i));
    }
    write("config/townships.yaml", units.toString());
    Cli run = run("2026-01");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("名册中有 301 个单位，未逐个写单位报表");
    assertThat(files("output/2026-01/templates"))
        .containsExactly("汇总表_2026-01.xlsx", "统计局_2026-01.xlsx");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void badInputGetsOneClearLine(String lang) throws IOException {
    assertFails(lang, "U104", "2026");
    assertFails(lang, "U121", "--unit", "nowhere");
    assertFails(lang, "U106", "--from");
    assertFails(lang, "U120", "--input", workspace.resolve("nowhere").toString());
    assertFails(lang, "C101", "--config", workspace.resolve("nowhere").toString());
    assertFails(lang, "U113", "--output", workspace.resolve("input/out").toString());
    write("output/2026-02/templates", "a file");
    assertFails(lang, "U105", "2026-02");
    write(
        "config/returns.yaml",
        """
        fields: [{id: received, name: 受理数, kind: count, source: s}]
        sources: [{id: s, name: 统计局, fileNames: [统计局]}]
        """);
    assertFails(lang, "U123", "--forms");
    assertThat(run("2026-01").code()).isZero();
  }

  private void assertFails(String lang, String code, String... args) {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    all.addAll(List.of("--lang", lang));
    Cli run = run(all.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains(" " + code + ": ").doesNotContain("{", "Exception");
    if (lang.equals("en")) {
      assertThat(run.err()).doesNotContainPattern("\\p{IsHan}");
    }
    all.add("--json");
    Cli json = run(all.toArray(String[]::new));
    assertThat(json.code()).isEqualTo(2);
    assertThat(json.json().get("problems").get(0).get("code").asString()).isEqualTo(code);
  }
}
