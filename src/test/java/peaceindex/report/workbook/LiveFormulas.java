package peaceindex.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import peaceindex.report.Findings;

/** For tests elsewhere: does a scored workbook follow from its own formulas? */
public final class LiveFormulas {
  private LiveFormulas() {}

  /**
   * Writes the scored workbook of findings and says how many formulas it has, all of them right.
   */
  public static int recompute(Findings findings, Path file) throws IOException {
    new ScoredWorkbook().write(findings, file);
    return right(Verification.of(file));
  }

  /** The same, recomputed by LibreOffice; skipped where there is none. */
  public static int recomputeElsewhere(Path file) throws IOException {
    return right(LibreOffice.compare(file));
  }

  private static int right(Comparison comparison) {
    List<Comparison.Difference> differences = comparison.differences();
    assertThat(differences.stream().limit(5).toList())
        .as("%d differ", differences.size())
        .isEmpty();
    return comparison.formulas();
  }

  /**
   * Enters a number into the cell of a parameter and reads the ranking that follows, a line a unit.
   *
   * @param elsewhere whether LibreOffice works it out; skipped where there is none
   */
  public static List<String> tryOut(Path file, String parameter, double value, boolean elsewhere)
      throws IOException {
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      CellReference at = new CellReference(workbook.getName(parameter).getRefersToFormula());
      XSSFSheet ranking = workbook.getSheetAt(0);
      if (elsewhere) {
        LibreOffice.Change change =
            new LibreOffice.Change(at.getSheetName(), new CellAddress(at).formatAsString(), value);
        LibreOffice.Recomputed recomputed = LibreOffice.recompute(file, change);
        return lines(
            ranking, cell -> shown(recomputed.at(ranking.getSheetName(), cell.formatAsString())));
      }
      workbook
          .getSheet(at.getSheetName())
          .getRow(at.getRow())
          .getCell(at.getCol())
          .setCellValue(value);
      XSSFFormulaEvaluator evaluator = new XSSFFormulaEvaluator(workbook);
      evaluator.evaluateAll();
      return lines(
          ranking,
          cell -> shown(Computed.written(ranking.getRow(cell.getRow()).getCell(cell.getColumn()))));
    }
  }

  /** The rows of the ranking from its first place on, up to the county. */
  private static List<String> lines(XSSFSheet ranking, Function<CellAddress, String> cell) {
    List<String> lines = new ArrayList<>();
    for (Row row : ranking) {
      if (isFormula(row.getCell(0)) && isFormula(row.getCell(1))) {
        lines.add(
            IntStream.range(0, 6)
                .mapToObj(c -> cell.apply(new CellAddress(row.getRowNum(), c)))
                .collect(Collectors.joining(" ")));
      }
    }
    return lines;
  }

  private static boolean isFormula(@Nullable Cell cell) {
    return cell != null && cell.getCellType() == CellType.FORMULA;
  }

  private static String shown(Computed computed) {
    if (computed instanceof Computed.Figure figure) {
      return BigDecimal.valueOf(figure.value()).stripTrailingZeros().toPlainString();
    }
    return computed instanceof Computed.Words words ? words.value() : computed.toString();
  }
}
