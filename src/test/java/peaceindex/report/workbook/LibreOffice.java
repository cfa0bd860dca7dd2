package peaceindex.report.workbook;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import peaceindex.problem.Text;

/**
 * Recomputes a workbook in LibreOffice, a program that shares nothing with ours. It gets a copy
 * without the figures that stand beside formulas (see {@link Stripped}): those it would keep, and
 * the proof could not fail. Where LibreOffice is not installed the test is skipped and says so.
 *
 * <p>As a clerk does who asks what if, a test may change cells of the copy before.
 */
final class LibreOffice {
  private static final int PATIENCE_SECONDS = 180;

  /**
   * A number entered into a cell that holds no formula.
   *
   * @param cell address such as {@code C7}
   */
  record Change(String sheet, String cell, double value) {}

  /** All cells with content of a recomputed workbook. */
  record Recomputed(Map<String, Map<String, Computed>> sheets) {

    /** What stands in a cell; nothing where it is blank. */
    Computed at(String sheet, String cell) {
      return sheets
          .getOrDefault(sheet, Map.of())
          .getOrDefault(cell, new Computed.Nothing(Text.of("blank")));
    }

    double number(String sheet, String cell) {
      return at(sheet, cell) instanceof Computed.Figure figure ? figure.value() : Double.NaN;
    }
  }

  private LibreOffice() {}

  /** Compares every formula of a workbook with the figure written beside it. */
  static Comparison compare(Path workbook) throws IOException {
    Recomputed recomputed = recompute(workbook);
    Comparison comparison = new Comparison();
    try (InputStream in = Files.newInputStream(workbook);
        XSSFWorkbook written = new XSSFWorkbook(in)) {
      for (Sheet sheet : written) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.FORMULA) {
              String address = cell.getAddress().formatAsString();
              comparison.add(
                  sheet.getSheetName(),
                  address,
                  Computed.written((XSSFCell) cell),
                  recomputed.at(sheet.getSheetName(), address));
            }
          }
        }
      }
    }
    return comparison;
  }

  /** Recomputes a workbook after changes to some of its cells. */
  static Recomputed recompute(Path workbook, Change... changes) throws IOException {
    Path soffice = installed();
    Path scratch = Files.createTempDirectory("recompute");
    try {
      Path copy = scratch.resolve("stripped.xlsx");
      Stripped.copy(workbook, copy, List.of(changes));
      return read(convert(soffice, copy, scratch));
    } finally {
      delete(scratch);
    }
  }

  /** Skips the test where LibreOffice is not installed. */
  private static Path installed() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    Optional<Path> found =
        Stream.of(path.split(File.pathSeparator))
            .flatMap(folder -> Stream.of("soffice", "soffice.exe").map(Path.of(folder)::resolve))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), "LibreOffice (soffice) is not installed: not recomputed there");
    return found.orElseThrow();
  }

  /** With a profile of its own: one that is in use by a person would not let us in. */
  private static Path convert(Path soffice, Path copy, Path scratch) throws IOException {
    Path out = Files.createDirectory(scratch.resolve("out"));
    Path log = scratch.resolve("log.txt");
    Process process =
        new ProcessBuilder(
                soffice.toString(),
                "-env:UserInstallation=" + scratch.resolve("profile").toUri(),
                "--headless",
                "--norestore",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                out.toString(),
                copy.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = false;
    try {
      ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (!ended) {
        // The launcher has a child that does the work.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
    Path result = out.resolve("stripped.xlsx");
    if (!ended || !Files.exists(result)) {
      throw new IOException("LibreOffice made no workbook: " + Files.readString(log));
    }
    return result;
  }

  private static Recomputed read(Path file) throws IOException {
    Map<String, Map<String, Computed>> sheets = new HashMap<>();
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      for (Sheet sheet : workbook) {
        Map<String, Computed> cells = new HashMap<>();
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() != CellType.BLANK) {
              cells.put(cell.getAddress().formatAsString(), Computed.written((XSSFCell) cell));
            }
          }
        }
        sheets.put(sheet.getSheetName(), cells);
      }
    }
    return new Recomputed(sheets);
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      tree.forEach(all::add);
    }
    for (int i = all.size() - 1; i >= 0; i--) {
      Files.deleteIfExists(all.get(i));
    }
  }
}
