package peaceindex.report.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.IStabilityClassifier;
import org.apache.poi.ss.formula.eval.NotImplementedFunctionException;
import org.apache.poi.ss.formula.udf.IndexedUDFFinder;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import peaceindex.problem.Messages;
import peaceindex.problem.Text;

/**
 * Recomputes a workbook that this program has written, and compares what its formulas result in
 * with the engine's figures that were written beside them. The figures are taken out first, so that
 * no formula can rest on one: whatever is found follows from the formulas alone.
 */
final class Verification {

  /** A formula and the figure that stood beside it. */
  private record Live(XSSFCell cell, Computed written) {}

  private Verification() {}

  /**
   * Compares all formulas.
   *
   * @param file a workbook of this program's own; nothing guards against a stranger's
   */
  static Comparison of(Path file) throws IOException {
    Comparison comparison = new Comparison();
    if (!hasFormulas(file)) {
      return comparison;
    }
    try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ);
        XSSFWorkbook workbook = new XSSFWorkbook(parts)) {
      List<Live> formulas = takeOut(workbook);
      // Nothing changes while it computes: then POI need not note who depends on whom.
      XSSFFormulaEvaluator evaluator =
          XSSFFormulaEvaluator.create(
              workbook, IStabilityClassifier.TOTALLY_IMMUTABLE, new IndexedUDFFinder());
      for (Live live : formulas) {
        XSSFCell cell = live.cell;
        comparison.add(
            cell.getSheet().getSheetName(),
            cell.getAddress().formatAsString(),
            live.written,
            compute(cell, evaluator));
      }
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    }
    return comparison;
  }

  /**
   * Takes the figures beside formulas out of the workbook. Sheets are taken from the last to the
   * first: they go from the ranking back to the data, and one wrong formula makes everything wrong
   * that rests on it, so the cell to be named first is the one nearest to the data.
   */
  private static List<Live> takeOut(XSSFWorkbook workbook) {
    List<Live> formulas = new ArrayList<>();
    for (int i = workbook.getNumberOfSheets() - 1; i >= 0; i--) {
      XSSFSheet sheet = workbook.getSheetAt(i);
      for (Row row : sheet) {
        for (Cell any : row) {
          if (any.getCellType() == CellType.FORMULA) {
            XSSFCell cell = (XSSFCell) any;
            formulas.add(new Live(cell, Computed.written(cell)));
            CTCell content = cell.getCTCell();
            if (content.isSetV()) {
              content.unsetV();
            }
            if (content.isSetT()) {
              content.unsetT();
            }
          }
        }
      }
    }
    return formulas;
  }

  private static Computed compute(XSSFCell cell, XSSFFormulaEvaluator evaluator) {
    try {
      CellValue value = evaluator.evaluate(cell);
      return switch (value.getCellType()) {
        case NUMERIC -> new Computed.Figure(value.getNumberValue());
        case STRING -> new Computed.Words(value.getStringValue());
        case BOOLEAN -> new Computed.Truth(value.getBooleanValue());
        case ERROR -> Computed.fault(value.getErrorValue());
        default -> new Computed.Nothing(Messages.phrase("verify.nothing"));
      };
    } catch (RuntimeException | StackOverflowError e) {
      return new Computed.Nothing(why(e));
    }
  }

  /** A formula that cannot be computed is as wrong as one that computes something else. */
  private static Text why(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof NotImplementedFunctionException unknown) {
        return Messages.phrase("verify.function", "name", unknown.getFunctionName());
      }
      if (cause instanceof FormulaParseException) {
        return Messages.phrase("verify.unreadable");
      }
    }
    return Messages.phrase("verify.failed", "found", e.getClass().getSimpleName());
  }

  /** Looked for in the bytes, as a workbook of values only may be far too large to be held. */
  private static boolean hasFormulas(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry part : zip.stream().toList()) {
        if (part.getName().startsWith("xl/worksheets/sheet") && hasFormula(zip, part)) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean hasFormula(ZipFile zip, ZipEntry part) throws IOException {
    try (InputStream bytes = zip.getInputStream(part)) {
      XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(bytes);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("f")) {
          return true;
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
