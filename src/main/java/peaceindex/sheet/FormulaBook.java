package peaceindex.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationName;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.apache.poi.ss.formula.EvaluationWorkbook;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.FormulaParsingWorkbook;
import org.apache.poi.ss.formula.SheetIdentifier;
import org.apache.poi.ss.formula.SheetRangeIdentifier;
import org.apache.poi.ss.formula.ptg.Area3DPtg;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.NameXPtg;
import org.apache.poi.ss.formula.ptg.NameXPxg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Ref3DPtg;
import org.apache.poi.ss.formula.udf.AggregatingUDFFinder;
import org.apache.poi.ss.formula.udf.UDFFinder;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Table;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/**
 * A workbook as POI's calculator sees it: our own cells and formulas, hidden sheets too, and none
 * of POI's model of a workbook. There are no names, no tables and no other workbooks in it, so a
 * formula that needs one cannot be calculated.
 */
final class FormulaBook implements EvaluationWorkbook, FormulaParsingWorkbook {
  private static final String NO_SUCH = "not within this workbook";

  private final String shown;
  private final boolean epoch1904;
  private final List<FormulaSheet> sheets = new ArrayList<>();
  private IntUnaryOperator references = IntUnaryOperator.identity();
  private Ptg[] current = {};

  FormulaBook(String shown, boolean epoch1904) {
    this.shown = shown;
    this.epoch1904 = epoch1904;
  }

  /**
   * Begins a sheet; {@link FormulaSheet#close} ends it.
   *
   * @param tab its number in the workbook
   */
  FormulaSheet add(int tab, String name, boolean hidden) {
    int cells = sheets.stream().mapToInt(sheet -> sheet.cells().size()).sum();
    int formulas = sheets.stream().mapToInt(FormulaSheet::formulas).sum();
    FormulaSheet sheet =
        new FormulaSheet(
            tab,
            name,
            hidden,
            Cells.Builder.forFormulas(shown, name, epoch1904, Recalculation.MAX_CELLS - cells),
            Recalculation.MAX_FORMULAS - formulas);
    sheets.add(sheet);
    return sheet;
  }

  /**
   * Sets what the references to other sheets in the old format are.
   *
   * @param table the tab to which a reference leads, or -1 if it leads elsewhere
   */
  void references(IntUnaryOperator table) {
    references = table;
  }

  List<FormulaSheet> sheets() {
    return sheets;
  }

  /** The sheet to which a reference leads, or -1. */
  int sheetOf(int reference) {
    int tab = references.applyAsInt(reference);
    for (int i = 0; i < sheets.size(); i++) {
      if (sheets.get(i).tab() == tab) {
        return i;
      }
    }
    return -1;
  }

  /** Sets the steps of the only formula that is not done. */
  void current(Ptg[] tokens) {
    current = tokens;
  }

  // For the parser -------------------------------------------------------------------------

  @Override
  public Ptg get3DReferencePtg(CellReference cell, SheetIdentifier sheet) {
    return new Ref3DPtg(cell, named(sheet));
  }

  @Override
  public Ptg get3DReferencePtg(AreaReference area, SheetIdentifier sheet) {
    return new Area3DPtg(area, named(sheet));
  }

  private int named(SheetIdentifier sheet) {
    boolean elsewhere = sheet.getBookName() != null || sheet instanceof SheetRangeIdentifier;
    String name = sheet.getSheetIdentifier().getName();
    for (int i = 0; i < sheets.size() && !elsewhere; i++) {
      if (sheets.get(i).name().equalsIgnoreCase(name)) {
        return sheets.get(i).tab();
      }
    }
    throw new FormulaParseException(NO_SUCH);
  }

  /** The newer functions are found by name; which of them may be used is not decided here. */
  @Override
  public Ptg getNameXPtg(String name, @Nullable SheetIdentifier sheet) {
    if (sheet != null) {
      throw new FormulaParseException(NO_SUCH);
    }
    return new NameXPxg(name);
  }

  @Override
  public @Nullable EvaluationName getName(String name, int sheet) {
    return null;
  }

  @Override
  public Name createName() {
    throw new FormulaParseException(NO_SUCH);
  }

  @Override
  public @Nullable Table getTable(String name) {
    return null;
  }

  @Override
  public int getExternalSheetIndex(String sheet) {
    throw new FormulaParseException(NO_SUCH);
  }

  @Override
  public int getExternalSheetIndex(String workbook, String sheet) {
    throw new FormulaParseException(NO_SUCH);
  }

  @Override
  public SpreadsheetVersion getSpreadsheetVersion() {
    return SpreadsheetVersion.EXCEL2007;
  }

  // For the calculator -----------------------------------------------------------------------

  /** By its number, as two sheets of a damaged workbook may have one name. */
  @Override
  public ExternalSheet getExternalSheet(int reference) {
    return new ExternalSheet(null, Integer.toString(sheetOf(reference)));
  }

  @Override
  public int getSheetIndex(String number) {
    return Integer.parseInt(number);
  }

  @Override
  public int getSheetIndex(EvaluationSheet sheet) {
    return sheets.indexOf(sheet);
  }

  @Override
  public String getSheetName(int sheet) {
    return sheets.get(sheet).name();
  }

  @Override
  public EvaluationSheet getSheet(int sheet) {
    return sheets.get(sheet);
  }

  @Override
  public int convertFromExternSheetIndex(int reference) {
    return sheetOf(reference);
  }

  @Override
  public Ptg[] getFormulaTokens(EvaluationCell cell) {
    return current;
  }

  @Override
  public @Nullable ExternalSheet getExternalSheet(String first, String last, int workbook) {
    return null;
  }

  @Override
  public @Nullable ExternalName getExternalName(int sheet, int name) {
    return null;
  }

  @Override
  public @Nullable ExternalName getExternalName(String name, String sheet, int workbook) {
    return null;
  }

  @Override
  public @Nullable EvaluationName getName(NamePtg name) {
    return null;
  }

  @Override
  public String resolveNameXText(NameXPtg name) {
    throw new FormulaParseException(NO_SUCH);
  }

  @Override
  public UDFFinder getUDFFinder() {
    return new AggregatingUDFFinder(AggregatingUDFFinder.DEFAULT);
  }

  @Override
  public void clearAllCachedResultValues() {
    // There are none but those that were found.
  }
}
