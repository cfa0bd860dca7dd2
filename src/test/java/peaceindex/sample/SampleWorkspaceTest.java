package peaceindex.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed sample is what the generator writes, and irregular only where it says so. */
class SampleWorkspaceTest {

  private static final Path COMMITTED = Path.of("input");

  /** Written by hand, beside the files that are not. */
  private static final Map<SampleField, SampleField> WHOLE_OF_PART =
      new EnumMap<>(
          Map.of(
              SampleField.DISPUTES_RESOLVED, SampleField.DISPUTES_RECEIVED,
              SampleField.PETITIONS_ON_TIME, SampleField.PETITIONS_DUE,
              SampleField.GRID_HANDLED, SampleField.GRID_REPORTED,
              SampleField.HOTLINE_CLOSED, SampleField.HOTLINE_RECEIVED,
              SampleField.THEFT_CASES, SampleField.CRIMINAL_CASES,
              SampleField.FRAUD_CASES, SampleField.CRIMINAL_CASES,
              SampleField.HAZARDS_FIXED, SampleField.HAZARDS_FOUND));

  @TempDir private static Path generated;

  @BeforeAll
  static void generate() {
    SampleWorkspace.write(generated);
  }

  @Test
  void the_committed_files_are_the_generated_ones() throws IOException {
    assertThat(files(COMMITTED)).isEqualTo(files(generated));
  }

  @Test
  void every_committed_workbook_has_the_generated_parts() throws IOException {
    for (String file : files(generated)) {
      Map<String, byte[]> expected = parts(generated.resolve(file));
      Map<String, byte[]> actual = parts(COMMITTED.resolve(file));
      assertThat(actual.keySet()).as(file).isEqualTo(expected.keySet());
      expected.forEach(
          (part, bytes) ->
              assertThat(new String(actual.get(part), UTF_8))
                  .as("%s in %s", part, file)
                  .isEqualTo(new String(bytes, UTF_8)));
    }
  }

  @Test
  void another_time_zone_and_language_make_no_difference(@TempDir Path elsewhere)
      throws IOException {
    TimeZone zone = TimeZone.getDefault();
    Locale language = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      SampleWorkspace.write(elsewhere);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(language);
    }
    for (String file : files(generated)) {
      assertThat(elsewhere.resolve(file)).hasSameBinaryContentAs(generated.resolve(file));
    }
  }

  @Test
  void only_one_form_is_missing() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (int number = 1; number <= 12; number++) {
      YearMonth month = YearMonth.of(2025, number);
      for (SampleUnit unit : SampleUnit.ALL) {
        expected.add(month + "/" + unit.displayName() + "_" + month + ".xlsx");
      }
    }
    expected.removeAll(files(generated));
    assertThat(expected).containsExactly("2025-08/双溪镇_2025-08.xlsx");
  }

  @Test
  void only_one_form_is_corrected() throws IOException {
    String name = "白马镇_2025-10.xlsx";
    assertThat(files(generated).stream().filter(file -> file.contains("更正")))
        .containsExactly("2025-10/更正/" + name);

    Map<String, String> original = form(generated.resolve("2025-10").resolve(name));
    Map<String, String> correction = form(generated.resolve("2025-10/更正").resolve(name));
    original.keySet().removeIf(label -> correction.get(label).equals(original.get(label)));
    assertThat(original).containsOnlyKeys("热线诉求办结数", "备注", "填报日期");
  }

  @Test
  void only_one_part_exceeds_its_whole() {
    List<String> excesses = new ArrayList<>();
    for (SampleReturn filed : filedReturns()) {
      WHOLE_OF_PART.forEach(
          (part, whole) -> {
            if (filed.figure(part) > filed.figure(whole)) {
              excesses.add(filed.unit().displayName() + " " + filed.month() + " " + part.label());
            }
          });
    }
    assertThat(excesses).containsExactly("大河镇 2025-12 矛盾纠纷化解数");
  }

  @Test
  void every_other_figure_is_possible() {
    for (SampleReturn filed : filedReturns()) {
      assertThat(filed.figures().keySet()).containsExactlyElementsOf(SampleField.ALL);
      assertThat(filed.figures().values()).allMatch(figure -> figure >= 0);
      assertThat(filed.figure(SampleField.POPULATION)).isBetween(8_000, 90_000);
      assertThat(filed.figure(SampleField.THEFT_CASES) + filed.figure(SampleField.FRAUD_CASES))
          .isLessThanOrEqualTo(filed.figure(SampleField.CRIMINAL_CASES));
      SampleField.ALL.stream()
          .filter(SampleField::isPercentage)
          .forEach(field -> assertThat(filed.figure(field)).isBetween(0, 100_00));
    }
  }

  @Test
  void only_one_form_came_late_and_every_form_is_in_the_register() throws IOException {
    List<String> late = new ArrayList<>();
    Set<String> registered = new TreeSet<>();
    try (XSSFWorkbook workbook = open(generated.resolve(ReceiptsWorkbook.FILE))) {
      for (Row row : workbook.getSheetAt(0)) {
        if (row.getRowNum() < 2) {
          continue;
        }
        String file = row.getCell(2).getStringCellValue();
        YearMonth month = YearMonth.parse(row.getCell(3).getStringCellValue());
        boolean correction = row.getCell(5).getStringCellValue().equals("更正");
        registered.add(month + (correction ? "/更正/" : "/") + file);
        LocalDate received = date(row.getCell(4));
        assertThat(received).isAfter(month.atEndOfMonth());
        if (received.isAfter(month.plusMonths(1).atDay(5))) {
          late.add(file + " " + received);
        }
      }
    }
    assertThat(late).containsExactly("云溪镇_2025-12.xlsx 2026-01-09");
    assertThat(registered)
        .isEqualTo(
            files(generated).stream()
                .filter(file -> file.startsWith("2025-"))
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void the_tables_of_2024_end_in_a_total_and_a_remark() throws IOException {
    int tables = 0;
    for (String file : files(generated)) {
      if (!file.startsWith("2024-")) {
        continue;
      }
      try (XSSFWorkbook workbook = open(generated.resolve(file))) {
        Sheet sheet = workbook.getSheetAt(0);
        int last = sheet.getLastRowNum();
        assertThat(last).isEqualTo(2 + SampleUnit.ALL.size() + 2);
        assertThat(sheet.getRow(last).getCell(0).getStringCellValue()).startsWith("备注：");
        assertThat(sheet.getRow(last - 1).getCell(0).getStringCellValue()).isEqualTo("合计");
        assertTotals(sheet.getRow(last - 1));
      }
      tables++;
    }
    assertThat(tables).isEqualTo(12);
  }

  @Test
  void the_page_on_the_sample_tells_every_anomaly() throws IOException {
    assertThat(Files.readString(Path.of("docs/sample.md")))
        .contains("双溪镇 2025-08", "云溪镇 2025-12", "2026-01-09", "白马镇 2025-10", "大河镇 2025-12")
        .contains("合计", "备注");
  }

  private static void assertTotals(Row total) {
    for (SampleField field : SampleField.ALL) {
      Cell cell = total.getCell(3 + field.position());
      if (field.isPercentage()) {
        assertThat(cell.getStringCellValue()).isEqualTo("—");
      } else {
        double sum = 0;
        for (int row = 3; row < total.getRowNum(); row++) {
          sum += total.getSheet().getRow(row).getCell(cell.getColumnIndex()).getNumericCellValue();
        }
        assertThat(cell.getNumericCellValue()).isEqualTo(sum);
      }
    }
  }

  /** The returns as they were first filed, and the correction. */
  private static List<SampleReturn> filedReturns() {
    List<SampleReturn> filed = new ArrayList<>(SampleCounty.returns());
    filed.removeIf(Anomalies::isMissing);
    List<SampleReturn> originals =
        filed.stream().filter(Anomalies::isCorrected).map(Anomalies::original).toList();
    filed.addAll(originals);
    return filed;
  }

  private static LocalDate date(Cell cell) {
    return cell.getCellType() == CellType.STRING
        ? LocalDate.parse(cell.getStringCellValue())
        : cell.getLocalDateTimeCellValue().toLocalDate();
  }

  /** The lines of a form, label to value. */
  private static Map<String, String> form(Path file) throws IOException {
    try (XSSFWorkbook workbook = open(file)) {
      Map<String, String> lines = new TreeMap<>();
      for (Row row : workbook.getSheetAt(0)) {
        lines.put(row.getCell(0).toString(), row.getCell(1).toString());
      }
      return lines;
    }
  }

  private static XSSFWorkbook open(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new XSSFWorkbook(in);
    }
  }

  private static Map<String, byte[]> parts(Path file) throws IOException {
    return ReproducibleXlsx.parts(Files.readAllBytes(file));
  }

  /** The files of a folder by their paths in it, with {@code /} on every system. */
  private static Set<String> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .filter(file -> !file.endsWith(".DS_Store"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
