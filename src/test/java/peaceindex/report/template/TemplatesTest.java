package peaceindex.report.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import peaceindex.config.ConfigLoader;
import peaceindex.config.Configuration;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.report.Delivery;
import peaceindex.returns.ReturnsReader;

/** What is filled into a blank return reads back: exactly these figures, and not one remark. */
class TemplatesTest {
  private static final Path SAMPLE = Path.of("config");

  @TempDir Path workspace;

  /** Configurations in which something is unlike the sample. */
  enum Odd {
    SEVERAL_SOURCES(
        """
        units:
          - {id: a, code: "990101", name: 青石镇}
          - {id: b, name: 白马镇}
        """,
        """
        fields:
          - {id: pop, name: 常住人口, kind: population, unit: 人, source: statistics}
          - {id: in, name: 受理数, kind: count, unit: 件, source: justice}
          - {id: out, name: 化解数, kind: count, unit: 件, source: justice, partOf: in}
          - {id: sat, name: 满意度, kind: percentage, unit: "%", source: statistics}
          - {id: own, name: 巡查次数, kind: count, unit: 次}
        sources:
          - {id: statistics, name: 统计局, fileNames: [统计/局, 统计]}
          - {id: justice, name: 司法局, fileNames: [司法局]}
        """,
        "month"),
    /** Nothing is asked of the units. */
    ONLY_SOURCES(
        "units: [{id: a, name: 青石镇}, {id: b, name: 白马镇}]",
        """
        fields: [{id: pop, name: 常住人口, kind: population, source: s}]
        sources: [{id: s, name: 统计局, fileNames: [统计局]}]
        """,
        "month"),
    /** Figures that are called like the headings of the form. */
    NAMED_LIKE_HEADINGS(
        "units: [{id: a, name: 青石镇}, {id: b, name: 白马镇}]",
        """
        fields:
          - {id: v, name: {zh: 数值, en: Value}, kind: number, unit: {zh: 计量单位, en: Measured in}}
          - {id: n, name: {zh: 序号, en: No.}, kind: count}
          - {id: w, name: {zh: 填报说明, en: How to fill this in}, kind: amount, unit: 万元}
        """,
        "month"),
    /** Names with signs, units of measurement with signs or without any, long names. */
    SIGNS(
        """
        units:
          - {id: a, name: "A/B 开发区（筹）", aliases: [开发区]}
          - {id: b, name: "=白马镇"}
          - {id: c, name: 石桥镇, code: "12"}
        """,
        """
        fields:
          - {id: rate, name: "万人发案率（起/万人）", kind: number, unit: 起/万人}
          - {id: sense, name: "群众安全感 %", kind: percentage}
          - {id: area, name: 一个名称长得在表格里一行放不下因而要折成几行才能写完的关于某项工作的数据项, kind: amount, unit: 平方公里}
          - {id: part, name: "=1+1", kind: count, partOf: whole}
          - {id: whole, name: "全部", kind: count}
        words: {notApplicable: []}
        """,
        "month"),
    YEARS(
        "units: [{id: a, name: 青石镇}, {id: b, name: 白马镇}]",
        "fields: [{id: pop, name: 常住人口, kind: population, unit: 人}]",
        "year"),
    THIRDS_OF_MONTHS(
        "units: [{id: a, name: 青石镇}, {id: b, name: 白马镇}]",
        "fields: [{id: pop, name: 常住人口, kind: population, unit: 人}]",
        "tenDays"),
    WEEKS(
        "units: [{id: a, name: 青石镇}, {id: b, name: 白马镇}]",
        "fields: [{id: pop, name: 常住人口, kind: population, unit: 人}]",
        "week"),
    WITHOUT_PERIOD(
        "units: [{id: a, name: Norway}, {id: b, name: Chad}]",
        "fields: [{id: life, name: Life expectancy, kind: number, unit: years}]",
        "none");

    private final String townships;
    private final String returns;
    private final String period;

    Odd(String townships, String returns, String period) {
      this.townships = townships;
      this.returns = returns;
      this.period = period;
    }

    Configuration load(Path folder) throws IOException {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("townships.yaml"), townships);
      Files.writeString(folder.resolve("returns.yaml"), returns);
      Files.writeString(
          folder.resolve("index.yaml"),
          """
          id: demo
          name: 示范指数
          area: 示范县
          period: %s
          children:
            - {id: x, name: 甲, value: %s, polarity: positive, normalise: {method: goalposts, lower: 0, upper: 100}}
          """
              .formatted(period, firstId()));
      return loaded(folder);
    }

    private String firstId() {
      return returns.replaceFirst("(?s).*?id: ([a-z]+), .*", "$1");
    }

    Period when() {
      return Period.parse(
              switch (period) {
                case "month" -> "2026-01";
                case "year" -> "2026";
                case "tenDays" -> "2026-01-T3";
                case "week" -> "2026-W53";
                default -> "all";
              })
          .orElseThrow();
    }
  }

  private static Configuration loaded(Path folder) {
    ConfigLoader.Loaded loaded = ConfigLoader.load(folder, "config");
    return loaded
        .configuration()
        .orElseThrow(() -> new AssertionError(loaded.problems().all().toString()));
  }

  private static Survey survey(Configuration configuration, Period period, Lang lang) {
    return new Survey(
        configuration.index(), configuration.roster(), configuration.returns(), period, lang);
  }

  private static Survey sample(Lang lang) {
    return survey(loaded(SAMPLE), Period.month(2026, 1), lang);
  }

  private static Set<Integer> all(Roster roster) {
    return new TreeSet<>(IntStream.range(0, roster.size()).boxed().toList());
  }

  /** Writes templates to the folder of their period in the input folder. */
  private List<Path> write(Survey survey, List<Delivery.Item> items) throws IOException {
    Path folder = workspace.resolve("input");
    if (!survey.period().equals(Period.ALL)) {
      folder = folder.resolve(survey.period().toString());
    }
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    for (Delivery.Item item : items) {
      Path file = folder.resolve(item.name());
      try {
        item.content().write(file);
      } catch (Delivery.FailedException e) {
        throw new AssertionError(e);
      }
      files.add(file);
    }
    return files;
  }

  /** The figure that a test fills in: a part is less than its whole, nothing looks like a ratio. */
  private static double figure(Survey survey, int unit, int field) {
    Field of = survey.returns().fields().get(field);
    double base = of.kind() == FieldKind.PERCENTAGE ? 60 : of.partOf().isEmpty() ? 500 : 100;
    boolean monthly = survey.period().frequency() == Frequency.MONTH;
    // Months differ, as equal ones are asked about.
    double figure = base + unit + field + (monthly ? survey.period().month() : 0);
    return of.kind().isWhole() ? figure : figure + 0.25;
  }

  /** Types a figure into every open, empty cell of the first sheet. */
  private static void fill(Survey survey, Path file) throws IOException {
    try (XSSFWorkbook workbook = open(file)) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      int filled = 0;
      for (Row row : sheet) {
        for (Cell cell : row) {
          if (isOpen(cell) && cell.getCellType() == CellType.BLANK) {
            int[] place = place(survey, sheet, cell);
            cell.setCellValue(figure(survey, place[0], place[1]));
            filled++;
          }
        }
      }
      assertThat(filled).as(file.toString()).isPositive();
      try (OutputStream out = Files.newOutputStream(file)) {
        workbook.write(out);
      }
    }
  }

  private static boolean isOpen(Cell cell) {
    boolean covered =
        cell.getSheet().getMergedRegions().stream()
            .anyMatch(
                merged ->
                    merged.isInRange(cell)
                        && (merged.getFirstRow() != cell.getRowIndex()
                            || merged.getFirstColumn() != cell.getColumnIndex()));
    return !covered && !cell.getCellStyle().getLocked();
  }

  /** Unit and field of a cell, found as a person would: by what stands beside it and above it. */
  private static int[] place(Survey survey, XSSFSheet sheet, Cell cell) {
    Roster roster = survey.roster();
    String left = text(sheet, cell.getRowIndex(), 1);
    int byForm = survey.returns().fields().indexOf(left);
    if (cell.getColumnIndex() == 2 && byForm >= 0) {
      return new int[] {roster.byName(text(sheet, 1, 2)), byForm};
    }
    for (int row = cell.getRowIndex() - 1; row >= 0; row--) {
      int field = survey.returns().fields().indexOf(text(sheet, row, cell.getColumnIndex()));
      if (field >= 0) {
        return new int[] {roster.byName(left), field};
      }
    }
    throw new AssertionError("what is asked in " + cell.getAddress() + "?");
  }

  private static String text(XSSFSheet sheet, int row, int column) {
    Row of = sheet.getRow(row);
    Cell cell = of == null ? null : of.getCell(column);
    return cell == null || cell.getCellType() != CellType.STRING ? "" : cell.getStringCellValue();
  }

  private static XSSFWorkbook open(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new XSSFWorkbook(in);
    }
  }

  private ReturnsReader.Result read(Survey survey) throws IOException {
    return ReturnsReader.read(
        workspace.resolve("input"),
        "input",
        survey.returns(),
        survey.roster(),
        survey.index().frequency(),
        (done, of) -> {});
  }

  private static List<String> problems(ReturnsReader.Result result) {
    return result.problems().all().stream().map(p -> Messages.line(p, Lang.ZH)).toList();
  }

  private void assertReadsBack(Survey survey) throws IOException {
    ReturnsReader.Result result = read(survey);
    assertThat(problems(result)).isEmpty();
    for (int unit = 0; unit < survey.roster().size(); unit++) {
      for (int field = 0; field < survey.returns().fields().size(); field++) {
        assertThat(result.panel().value(survey.period(), unit, field))
            .as("%s %s", survey.roster().get(unit).id(), survey.returns().fields().get(field).id())
            .isEqualTo(figure(survey, unit, field));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void theFormsOfTheSampleReadBack(Lang lang) throws IOException {
    Survey survey = sample(lang);
    List<Path> files = write(survey, new Templates(survey).forms(all(survey.roster())));
    assertThat(files).hasSize(15);
    for (Path file : files) {
      fill(survey, file);
    }
    assertReadsBack(survey);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void theTableOfTheSampleReadsBack(Lang lang) throws IOException {
    Survey survey = sample(lang);
    List<Path> files = write(survey, new Templates(survey).tables());
    assertThat(files.get(0).getFileName())
        .hasToString(lang == Lang.ZH ? "汇总表_2026-01.xlsx" : "consolidated_2026-01.xlsx");
    fill(survey, files.get(0));
    assertReadsBack(survey);
  }

  static Stream<Object[]> oddInBothLanguages() {
    return Stream.of(Odd.values())
        .flatMap(odd -> Stream.of(Lang.values()).map(lang -> new Object[] {odd, lang}));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("oddInBothLanguages")
  void oddConfigurationsReadBackToo(Odd odd, Lang lang) throws IOException {
    Survey survey = survey(odd.load(workspace.resolve("config")), odd.when(), lang);
    Templates templates = new Templates(survey);
    List<Path> files = write(survey, templates.tables());
    for (Path file : files) {
      fill(survey, file);
    }
    assertReadsBack(survey);
    if (!templates.forms(all(survey.roster())).isEmpty()) {
      // The units' own table makes way for their forms; those of departments stay.
      Files.delete(files.get(0));
      for (Path file : write(survey, templates.forms(all(survey.roster())))) {
        fill(survey, file);
      }
      assertReadsBack(survey);
    }
  }

  @Test
  void whatADepartmentSuppliesIsAskedOfTheDepartment() throws IOException {
    Survey survey =
        survey(
            Odd.SEVERAL_SOURCES.load(workspace.resolve("config")), Period.month(2026, 1), Lang.ZH);
    Templates templates = new Templates(survey);
    assertThat(templates.tables().stream().map(Delivery.Item::name))
        .containsExactly("汇总表_2026-01.xlsx", "统计_2026-01.xlsx", "司法局_2026-01.xlsx");
    Path form = write(survey, templates.forms(Set.of(0))).get(0);
    try (XSSFWorkbook workbook = open(form)) {
      String all = texts(workbook.getSheetAt(0));
      assertThat(all).contains("巡查次数").doesNotContain("受理数", "满意度");
    }
  }

  @Test
  void aCellLeftBlankIsOneRemarkWithItsPlace() throws IOException {
    Survey survey = sample(Lang.ZH);
    for (Path file : write(survey, new Templates(survey).forms(all(survey.roster())))) {
      fill(survey, file);
    }
    Path form = workspace.resolve("input/2026-01/青石镇_2026-01.xlsx");
    try (XSSFWorkbook workbook = open(form)) {
      workbook.getSheetAt(0).getRow(9).getCell(2).setBlank();
      try (OutputStream out = Files.newOutputStream(form)) {
        workbook.write(out);
      }
    }
    assertThat(problems(read(survey)))
        .containsExactly(
            "input/2026-01/青石镇_2026-01.xlsx [填报表!C10]: 警告 P302: “信访事项按期办结数”未填写。请补报；没有发生的请填 0");
  }

  @Test
  void blankReturnsAreReadAsBlank() throws IOException {
    Survey survey = sample(Lang.ZH);
    write(survey, new Templates(survey).forms(all(survey.roster())));
    List<String> problems = problems(read(survey));
    assertThat(problems).hasSize(15 * 18).allMatch(line -> line.contains(" P302: "));
  }

  @Test
  void aFormMayBeUsedAgainNextMonth() throws IOException {
    Survey survey = sample(Lang.ZH);
    Path form = write(survey, new Templates(survey).forms(Set.of(5))).get(0);
    fill(survey, form);
    try (XSSFWorkbook workbook = open(form)) {
      workbook.getSheetAt(0).getRow(3).getCell(2).setCellValue("2026年2月");
      Path next = workspace.resolve("input/2026-02/青石镇.xlsx");
      Files.createDirectories(next.getParent());
      try (OutputStream out = Files.newOutputStream(next)) {
        workbook.write(out);
      }
    }
    Files.delete(form);
    ReturnsReader.Result result = read(survey);
    assertThat(problems(result)).allMatch(line -> line.contains(" P501: "));
    assertThat(result.panel().value(Period.month(2026, 2), 5, 0)).isEqualTo(figure(survey, 5, 0));
  }

  /** What comes once a quarter is asked for at its end, in forms that only such months may use. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-01 | 受理数          | 2026年1月 2026年2月 2026年4月 2026年5月 2026年7月 2026年8月 2026年10月 2026年11月
          2026-03 | 受理数 培训次数 | 2026年3月 2026年9月
          2026-06 | 受理数 培训次数 | 2026年6月 2026年12月
          """)
  void aFigureIsAskedForWhenItIsDue(String month, String fields, String months) throws IOException {
    Path config = workspace.resolve("config");
    Odd.WITHOUT_PERIOD.load(config);
    Files.writeString(
        config.resolve("returns.yaml"),
        """
        fields:
          - {id: life, name: 受理数, kind: count}
          - {id: train, name: 培训次数, kind: count, frequency: quarter}
          - {id: half, name: 半年数, kind: count, frequency: halfYear, source: s}
        sources: [{id: s, name: 统计局, fileNames: [统计局]}]
        """);
    Files.writeString(
        config.resolve("index.yaml"),
        Files.readString(config.resolve("index.yaml")).replace("period: none", "period: month"));
    Period period = Period.parse(month).orElseThrow();
    Survey survey = survey(loaded(config), period, Lang.ZH);
    assertThat(survey.fields("").stream().map(field -> field.name().in(Lang.ZH)))
        .containsExactly(fields.split(" "));
    Templates templates = new Templates(survey);
    assertThat(templates.tables()).hasSize(period.month() == 6 ? 2 : 1);
    for (Path file : write(survey, templates.forms(Set.of(0)))) {
      try (XSSFWorkbook workbook = open(file)) {
        XSSFSheet sheet = workbook.getSheetAt(0);
        List<String> offered =
            sheet.getDataValidations().stream()
                .map(validation -> validation.getValidationConstraint())
                .filter(c -> c.getValidationType() == ValidationType.LIST)
                .flatMap(c -> Stream.of(c.getExplicitListValues()))
                .toList();
        assertThat(offered).containsExactly(months.split(" "));
        assertThat(texts(sheet).contains("培训次数")).isEqualTo(fields.contains("培训次数"));
      }
    }
  }

  @Test
  void theFormMindsWhatIsTyped() throws IOException {
    Survey survey = sample(Lang.ZH);
    Path form = write(survey, new Templates(survey).forms(Set.of(5))).get(0);
    try (XSSFWorkbook workbook = open(form)) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getProtect()).isTrue();
      assertThat(sheet.getCTWorksheet().getSheetProtection().isSetPassword()).isFalse();
      assertThat(text(sheet, 1, 2)).isEqualTo("青石镇");
      assertThat(text(sheet, 2, 2)).isEqualTo("990121101");
      assertThat(sheet.getRow(1).getCell(2).getCellStyle().getLocked()).isTrue();
      assertThat(sheet.getRow(5).getCell(1).getCellStyle().getLocked()).isTrue();
      assertThat(sheet.getRow(5).getCell(2).getCellStyle().getLocked()).isFalse();
      List<String> rules = new ArrayList<>();
      for (XSSFDataValidation validation : sheet.getDataValidations()) {
        rules.add(
            validation.getRegions().getCellRangeAddress(0).formatAsString()
                + " "
                + validation.getValidationConstraint().getFormula1()
                + " "
                + validation.getErrorBoxText());
      }
      assertThat(rules)
          .hasSize(1 + 18)
          .contains(
              "C4:D4 \"2026年1月,2026年2月,2026年3月,2026年4月,2026年5月,2026年6月,2026年7月,2026年8月,"
                  + "2026年9月,2026年10月,2026年11月,2026年12月\" 请从下拉列表中选择",
              "C6 IF(ISNUMBER(C6),AND(C6>=0,C6=INT(C6)),OR(C6=\"\",C6=\"不适用\"))"
                  + " 应填不小于 0 的整数。没有数据的留空；不适用的填“不适用”",
              "C8 IF(ISNUMBER(C8),AND(C8>=0,C8=INT(C8),OR(NOT(ISNUMBER(C7)),C8<=C7)),"
                  + "OR(C8=\"\",C8=\"不适用\")) 应填不小于 0 的整数，且不大于“矛盾纠纷受理数”。没有数据的留空；不适用的填“不适用”",
              "C21 IF(ISNUMBER(C21),AND(C21>=0,C21<=100),OR(C21=\"\",C21=\"不适用\"))"
                  + " 应填 0 到 100 之间的百分数，例如 98.6。没有数据的留空；不适用的填“不适用”");
      assertThat(sheet.getPrintSetup().getLandscape()).isFalse();
      assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
      assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 1);
    }
  }

  @Test
  void theTableOffersTheUnitsOfTheRoster() throws IOException {
    Survey survey = sample(Lang.ZH);
    Path table = write(survey, new Templates(survey).tables()).get(0);
    try (XSSFWorkbook workbook = open(table)) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getProtect()).isTrue();
      List<XSSFDataValidation> lists =
          sheet.getDataValidations().stream()
              .filter(v -> v.getValidationConstraint().getValidationType() == ValidationType.LIST)
              .toList();
      assertThat(lists).hasSize(2);
      XSSFDataValidation units = lists.get(1);
      assertThat(units.getRegions().getCellRangeAddress(0).formatAsString()).isEqualTo("B5:B19");
      assertThat(units.getValidationConstraint().getFormula1()).isEqualTo("'单位名册'!$B$3:$B$17");
      XSSFSheet roster = workbook.getSheet("单位名册");
      assertThat(text(roster, 2, 1)).isEqualTo("城关街道");
      assertThat(text(roster, 16, 1)).isEqualTo("竹山乡");
      assertThat(workbook.isSheetHidden(1)).isFalse();
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("3:4");
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
    }
  }

  @Test
  void englishFormsHoldNoChinese() throws IOException {
    Survey survey = sample(Lang.EN);
    Templates templates = new Templates(survey);
    List<Delivery.Item> items = new ArrayList<>(templates.tables());
    items.addAll(templates.forms(Set.of(5)));
    for (Path file : write(survey, items)) {
      assertThat(file.getFileName().toString()).doesNotContainPattern("\\p{IsHan}");
      try (XSSFWorkbook workbook = open(file)) {
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
          assertThat(texts(workbook.getSheetAt(i))).doesNotContainPattern("\\p{IsHan}");
          assertThat(workbook.getSheetAt(i).getCTWorksheet().xmlText())
              .doesNotContainPattern("\\p{IsHan}");
        }
      }
    }
  }

  /** It works on totals: nobody is asked for a name. */
  @ParameterizedTest
  @EnumSource(Lang.class)
  void nobodyIsAskedForANameOrANumber(Lang lang) throws IOException {
    Survey survey = sample(lang);
    Path form = write(survey, new Templates(survey).forms(Set.of(5))).get(0);
    try (XSSFWorkbook workbook = open(form)) {
      assertThat(texts(workbook.getSheetAt(0)))
          .doesNotContain("填报人", "负责人", "联系人", "姓名", "电话", "Name", "Phone", "Contact");
    }
  }

  private static String texts(XSSFSheet sheet) {
    StringBuilder texts = new StringBuilder();
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (cell.getCellType() == CellType.STRING) {
          texts.append(cell.getStringCellValue()).append('\n');
        }
      }
    }
    return texts.toString();
  }

  @Test
  void sameBytesInAnyZoneAndLocale() throws IOException {
    Survey survey = sample(Lang.ZH);
    Templates templates = new Templates(survey);
    List<Delivery.Item> items = new ArrayList<>(templates.tables());
    items.addAll(templates.forms(Set.of(0)));
    TreeMap<String, byte[]> first = new TreeMap<>();
    for (Path file : write(survey, items)) {
      first.put(file.getFileName().toString(), Files.readAllBytes(file));
    }
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(new Locale("ar", "EG"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      for (Path file : write(survey, items)) {
        assertThat(Files.readAllBytes(file)).isEqualTo(first.get(file.getFileName().toString()));
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void namesOfUnitsAreInert() throws IOException {
    Survey survey =
        survey(Odd.SIGNS.load(workspace.resolve("config")), Period.month(2026, 1), Lang.ZH);
    for (Path file : write(survey, new Templates(survey).tables())) {
      try (ZipFile zip = new ZipFile(file.toFile())) {
        assertThat(part(zip, "xl/worksheets/sheet1.xml")).doesNotContain("<f>");
        assertThat(part(zip, "xl/sharedStrings.xml")).contains("=白马镇");
      }
    }
  }

  private static String part(ZipFile zip, String name) throws IOException {
    return new String(
        zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }

  /** What another office program makes of filled forms and tables says the same. */
  @Test
  void readsBackAfterLibreOfficeHasSavedIt() throws Exception {
    assumeTrue(isThere("soffice"), "LibreOffice is not installed");
    Survey survey = sample(Lang.ZH);
    Survey next = survey(loaded(SAMPLE), Period.month(2026, 2), Lang.ZH);
    List<Path> forms = write(survey, new Templates(survey).forms(all(survey.roster())));
    List<Path> files = new ArrayList<>(forms);
    files.addAll(write(next, new Templates(next).tables()));
    List<String> command =
        new ArrayList<>(
            List.of(
                "soffice",
                "--headless",
                "-env:UserInstallation=" + workspace.resolve("profile").toUri(),
                "--convert-to",
                "xlsx",
                "--outdir",
                workspace.resolve("saved").toString()));
    for (Path file : files) {
      fill(forms.contains(file) ? survey : next, file);
      command.add(file.toString());
    }
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(workspace.resolve("soffice.log").toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    for (Path file : files) {
      Files.delete(file);
      Files.move(workspace.resolve("saved").resolve(file.getFileName()), file);
    }
    assertReadsBack(survey);
    assertReadsBack(next);
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
