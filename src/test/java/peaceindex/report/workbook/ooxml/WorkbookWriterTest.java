package peaceindex.report.workbook.ooxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, as another program reads it. */
class WorkbookWriterTest {
  private static final CellFormat PLAIN =
      new CellFormat(
          new CellFormat.Font("宋体", 134, 10, false, false, false, "#000000"),
          CellFormat.Side.LEFT,
          false,
          CellFormat.GENERAL,
          false,
          true,
          "",
          CellFormat.Border.NONE);

  @TempDir Path folder;

  @Test
  void everyKindOfCellIsRead() throws IOException {
    Path file =
        write(
            book -> {
              SheetWriter sheet = book.sheet("a");
              sheet.row(0, 0);
              sheet.number(0, 12.5, 0);
              sheet.text(1, "  two\nlines ", 0);
              sheet.text(3, "_x000D_ is five letters", 0);
              sheet.blank(4, 0);
              sheet.formula(5, "A1*2", 25, 0);
              sheet.formula(6, "\"<\"&B1", "<x", 0);
              sheet.row(4, 30);
              sheet.text(27, "far", 0);
            });
    try (XSSFWorkbook book = open(file)) {
      XSSFSheet sheet = book.getSheet("a");
      assertThat(sheet.getRow(0).getCell(0).getNumericCellValue()).isEqualTo(12.5);
      assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("  two\nlines ");
      assertThat(sheet.getRow(0).getCell(3).getStringCellValue())
          .isEqualTo("_x000D_ is five letters");
      assertThat(sheet.getRow(0).getCell(4).getCellType()).isEqualTo(CellType.BLANK);
      assertThat(sheet.getRow(0).getCell(5).getCellFormula()).isEqualTo("A1*2");
      assertThat(sheet.getRow(0).getCell(5).getNumericCellValue()).isEqualTo(25);
      assertThat(sheet.getRow(0).getCell(6).getStringCellValue()).isEqualTo("<x");
      assertThat(sheet.getRow(4).getCell(27).getStringCellValue()).isEqualTo("far");
      assertThat(sheet.getRow(4).getHeightInPoints()).isEqualTo(30);
    }
  }

  /** Sheets that are packed in pieces, by several threads, are whole and always the same. */
  @ParameterizedTest
  @ValueSource(ints = {1, 10, 3_000, 60_000})
  void aSheetOfAnyLengthIsWhole(int rows) throws IOException {
    Consumer<WorkbookWriter> content =
        book -> {
          for (String name : List.of("a", "b")) {
            SheetWriter sheet = book.sheet(name);
            Random random = new Random(rows);
            for (int row = 0; row < rows; row++) {
              sheet.row(row, 18);
              sheet.text(0, "镇" + random.nextInt(500), 0);
              sheet.number(1, random.nextInt(), 0);
              sheet.number(2, random.nextDouble(), 0);
            }
          }
        };
    Path file = write(content);
    byte[] first = Files.readAllBytes(file);
    assertThat(Files.readAllBytes(write(content))).isEqualTo(first);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (int sheet = 1; sheet <= 2; sheet++) {
        var part = zip.getEntry("xl/worksheets/sheet" + sheet + ".xml");
        byte[] xml = zip.getInputStream(part).readAllBytes();
        assertThat((long) xml.length).isEqualTo(part.getSize());
        String text = new String(xml, java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text.split("<row ", -1)).hasSize(rows + 1);
        assertThat(text).endsWith("</worksheet>").contains("<row r=\"" + rows + "\"");
      }
    }
  }

  /** As the zip of the standard library goes through it from the front. */
  @Test
  void thePartsStandInTheFileOneAfterTheOther() throws IOException {
    Path file = write(book -> book.sheet("a"));
    try (var in = new java.util.zip.ZipInputStream(Files.newInputStream(file))) {
      assertThat(in.getNextEntry().getName()).isEqualTo("_rels/.rels");
      int parts = 1;
      while (in.getNextEntry() != null) {
        assertThat(in.readAllBytes()).isNotEmpty();
        parts++;
      }
      assertThat(parts).isEqualTo(9);
    }
  }

  @Test
  void formatsAreKeptOnce() throws IOException {
    CellFormat bold =
        new CellFormat(
            new CellFormat.Font("黑体", 134, 18, true, true, true, "#FF0000"),
            CellFormat.Side.CENTER,
            true,
            "0.00_ ",
            true,
            false,
            "#DCE6F0",
            new CellFormat.Border(CellFormat.Line.MEDIUM, "#C00000"));
    Path file =
        write(
            book -> {
              assertThat(book.format(PLAIN)).isEqualTo(book.format(PLAIN)).isZero();
              int format = book.format(bold);
              assertThat(book.format(bold)).isEqualTo(format).isEqualTo(1);
              SheetWriter sheet = book.sheet("a");
              sheet.row(0, 0);
              sheet.number(0, 1, format);
            });
    try (XSSFWorkbook book = open(file)) {
      var style = book.getSheet("a").getRow(0).getCell(0).getCellStyle();
      assertThat(style.getDataFormatString()).isEqualTo("0.00_ ");
      assertThat(style.getFont().getFontName()).isEqualTo("黑体");
      assertThat(style.getFont().getBold()).isTrue();
      assertThat(style.getFont().getStrikeout()).isTrue();
      assertThat(style.getLocked()).isFalse();
      assertThat(style.getQuotePrefixed()).isTrue();
      assertThat(style.getWrapText()).isTrue();
      assertThat(style.getFillForegroundColorColor().getARGBHex()).isEqualTo("FFDCE6F0");
      assertThat(style.getTopBorderXSSFColor().getARGBHex()).isEqualTo("FFC00000");
      assertThat(book.getNumCellStyles()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,0", "0,0"})
  void cellsGoToTheRightAndRowsDown(int first, int second) throws IOException {
    assertThatThrownBy(
            () ->
                write(
                    book -> {
                      SheetWriter sheet = book.sheet("a");
                      sheet.row(0, 0);
                      sheet.blank(first, 0);
                      sheet.blank(second, 0);
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                write(
                    book -> {
                      SheetWriter sheet = book.sheet("a");
                      sheet.row(first, 0);
                      sheet.row(second, 0);
                    }))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "", "'a", "a'", "A", "[x]", "12345678901234567890123456789012"})
  void aNameThatNoSheetCanHaveIsRefused(String name) {
    assertThatThrownBy(
            () ->
                write(
                    book -> {
                      book.sheet("a");
                      book.sheet(name);
                    }))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      value = {"月报表|月报表", "a/b|a_b", "'x'|_x_", "[1]:*?|_1____"},
      delimiter = '|',
      quoteCharacter = '`')
  void aSafeNameIsAsMuchLikeItAsCanBe(String name, String safe) {
    assertThat(WorkbookWriter.safeName(name, '_')).isEqualTo(safe);
    assertThat(WorkbookWriter.safeName(name.repeat(20), '_')).hasSizeLessThanOrEqualTo(31);
  }

  @Test
  void areasAreSaidAsSpreadsheetsDo() {
    assertThat(List.of(0, 25, 26, 701, 702, 16_383).stream().map(Area::letters))
        .containsExactly("A", "Z", "AA", "ZZ", "AAA", "XFD");
    assertThat(new Area(1, 2, 4, 2).on("it's")).isEqualTo("'it''s'!$C$2:$C$5");
    assertThat(
            Area.joined(List.of(Area.cell(1, 1), Area.cell(2, 1), Area.cell(4, 1), Area.cell(5, 2)))
                .stream()
                .map(Area::name)
                .collect(Collectors.joining(" ")))
        .isEqualTo("B2:B3 B5 C6");
  }

  private Path write(Consumer<WorkbookWriter> content) throws IOException {
    Path file = folder.resolve("book.xlsx");
    try (WorkbookWriter book =
        new WorkbookWriter(file, "peace-index", LocalDate.of(2025, 1, 1), PLAIN)) {
      content.accept(book);
      book.finish();
    }
    return file;
  }

  private static XSSFWorkbook open(Path file) throws IOException {
    return new XSSFWorkbook(Files.newInputStream(file));
  }
}
