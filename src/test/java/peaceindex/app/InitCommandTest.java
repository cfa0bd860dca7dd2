package peaceindex.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code peace-index init}, and the first month in the workspace that it makes. */
class InitCommandTest {
  private static final List<String> ALL =
      List.of(
          "README.md",
          "config/index.yaml",
          "config/returns.yaml",
          "config/schema/index.schema.json",
          "config/schema/returns.schema.json",
          "config/schema/townships.schema.json",
          "config/townships.yaml",
          "input/收件登记表.xlsx");

  @TempDir Path here;

  private Path county() {
    return here.resolve("河口县");
  }

  private static List<String> files(Path root) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      return tree.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void makesAFolderWithAllThatIsNeeded() throws IOException {
    Cli run = Cli.run("init", county().toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("已建立工作文件夹：")
        .contains("peace-index template 2026-01", "peace-index check", "peace-index score");
    assertThat(files(here)).containsExactlyElementsOf(ALL.stream().map("河口县/"::concat).toList());
    assertThat(county().resolve("output")).isEmptyDirectory();
    for (String name : List.of("index", "returns", "townships")) {
      assertThat(county().resolve("config/" + name + ".yaml"))
          .hasSameTextualContentAs(Path.of("config/" + name + ".yaml"));
      assertThat(county().resolve("config/schema/" + name + ".schema.json"))
          .hasSameTextualContentAs(Path.of("config/schema/" + name + ".schema.json"));
    }
    assertThat(county().resolve("README.md")).content().contains("平安指数工作文件夹");
  }

  @Test
  void makesItInEnglish() throws IOException {
    Cli run = Cli.run("init", here.resolve("hekou").toString(), "--lang", "en");
    assertThat(run.out()).startsWith("Workspace made: ").doesNotContainPattern("\\p{IsHan}");
    assertThat(here.resolve("hekou/README.md")).content().doesNotContainPattern("\\p{IsHan}");
    assertThat(here.resolve("hekou/config/index.yaml"))
        .content()
        .containsPattern("(?m)^language: en\\b")
        .doesNotContain("language: zh");
  }

  @Test
  void fillsAFolderThatIsEmptyAndStaysInIt() throws IOException {
    Files.createDirectories(county().resolve(".peace-index.new/config"));
    assertThat(Cli.run("init", county().toString()).code()).isZero();
    assertThat(files(county())).containsExactlyElementsOf(ALL);
  }

  @Test
  void jsonNamesTheFiles() {
    Cli run = Cli.run("init", county().toString(), "--json");
    assertThat(run.code()).isZero();
    assertThat(run.json().get("written")).hasSize(ALL.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void leavesAloneWhatIsThere(String lang) throws IOException {
    Files.createDirectories(county());
    Files.writeString(county().resolve("notes.txt"), "mine");
    assertFails(lang, 2, "U124", county().toString());
    assertFails(lang, 2, "U125", county().resolve("notes.txt").toString());
    assertFails(lang, 2, "U125", county().resolve("notes.txt/below").toString());
    assertFails(lang, 2, "U126");
    assertThat(files(here)).containsExactly("河口县/notes.txt");
    assertThat(county().resolve("notes.txt")).hasContent("mine");
  }

  private void assertFails(String lang, int exit, String code, String... args) {
    List<String> all = new java.util.ArrayList<>(List.of("init", "--lang", lang));
    all.addAll(List.of(args));
    Cli run = Cli.run(all.toArray(String[]::new));
    assertThat(run.code()).isEqualTo(exit);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains(" " + code + ": ").doesNotContain("{");
  }

  @Test
  void sameBytesEveryTime() throws IOException {
    Cli.run("init", here.resolve("a").toString());
    Cli.run("init", here.resolve("b").toString());
    for (String file : ALL) {
      assertThat(here.resolve("b/" + file)).hasSameBinaryContentAs(here.resolve("a/" + file));
    }
  }

  /** As the clerk would: new workspace, blank forms, filled and put in, registered, scored. */
  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void theFirstMonthGoesThroughWithoutARemark(String lang) throws IOException {
    String workspace = county().toString();
    assertThat(Cli.run("init", workspace, "--lang", lang).code()).isZero();
    Cli unsaid = Cli.run("template", "--workspace", workspace);
    assertThat(unsaid.code()).isEqualTo(2);
    assertThat(unsaid.err()).contains(" U120: ");
    assertThat(Cli.run("template", "2026-01", "--forms", "--workspace", workspace).code()).isZero();

    Path input = Files.createDirectories(county().resolve("input/2026-01"));
    List<Path> forms;
    try (Stream<Path> written = Files.list(county().resolve("output/2026-01/templates"))) {
      forms = written.sorted().toList();
    }
    assertThat(forms).hasSize(15);
    for (Path form : forms) {
      fill(form, input.resolve(form.getFileName()));
    }
    Path late = input.resolve(forms.get(3).getFileName());
    register(late.getFileName().toString());

    Cli score = Cli.run("score", "--no-charts", "--workspace", workspace);
    assertThat(score.err().lines()).hasSize(1).allMatch(line -> line.contains(" P502: "));
    assertThat(score.code()).isZero();
    assertThat(score.out()).contains(lang.equals("zh") ? "2026年1月" : "2026-01");
  }

  private static void fill(Path form, Path filled) throws IOException {
    try (InputStream in = Files.newInputStream(form);
        XSSFWorkbook workbook = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(filled)) {
      for (Row row : workbook.getSheetAt(0)) {
        Cell value = row.getCell(2);
        if (row.getRowNum() > 4 && value != null && !value.getCellStyle().getLocked()) {
          assertThat(value.getCellType()).isEqualTo(CellType.BLANK);
          // Falling, as a part stands below its whole; percentages come last.
          value.setCellValue(118 - row.getRowNum());
        }
      }
      workbook.write(out);
    }
  }

  private void register(String file) throws IOException {
    Path register = county().resolve("input/收件登记表.xlsx");
    try (InputStream in = Files.newInputStream(register);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      List<XSSFDataValidation> rules = sheet.getDataValidations();
      assertThat(rules).hasSize(2);
      assertThat(rules.get(0).getValidationConstraint().getFormula1()).isEqualTo("DATE(2000,1,1)");
      Row line = sheet.getRow(2);
      line.getCell(1).setCellValue(file);
      line.getCell(2).setCellValue("2026-01");
      line.getCell(3).setCellValue(LocalDate.of(2026, 2, 9));
      line.getCell(4).setCellValue(sheet.getRow(1).getCell(4).getStringCellValue());
      try (OutputStream out = Files.newOutputStream(register)) {
        workbook.write(out);
      }
    }
  }
}
