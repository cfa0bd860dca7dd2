package peaceindex.report.template;

import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFColor;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.problem.CellRef;
import peaceindex.report.workbook.PaperSheet;
import peaceindex.report.workbook.Words;

/**
 * A sheet that minds what is typed into it: drop-downs, rules for figures, and all cells locked but
 * those to be filled in. There is no password: what is locked is kept from slips, not from people.
 */
final class Guarded {
  /** What a spreadsheet shows of a message. */
  private static final int LONGEST_MESSAGE = 250;

  private static final byte[] RED = {(byte) 0xFF, (byte) 0xF8, (byte) 0xCB, (byte) 0xAD};
  private static final byte[] AMBER = {(byte) 0xFF, (byte) 0xFF, (byte) 0xE6, (byte) 0x99};

  private final SXSSFSheet sheet;
  private final Survey survey;
  private final Words words;

  Guarded(SXSSFSheet sheet, Survey survey) {
    this.sheet = sheet;
    this.survey = survey;
    this.words = survey.words();
  }

  /**
   * Figures of one field in the cells of a column.
   *
   * @param wholeRow row of the whole's first figure, where the rule has a whole
   * @param wholeColumn column of the whole's figures
   */
  void figures(EntryRule rule, CellRangeAddress cells, int wholeRow, int wholeColumn) {
    String first = CellRef.address(cells.getFirstRow(), cells.getFirstColumn());
    String formula = rule.formula(first, CellRef.address(wholeRow, wholeColumn));
    DataValidation validation =
        validation(helper().createCustomConstraint(formula), cells, rule.words(survey));
    // Else a spreadsheet lets pass anything while the whole is blank.
    validation.setEmptyCellAllowed(rule.whole().isEmpty());
    if (rule.field().kind() == FieldKind.PERCENTAGE) {
      validation.createPromptBox(
          words.say("template.prompt"), cut(words.say("template.prompt.percentage")));
      validation.setShowPromptBox(true);
    }
    sheet.addValidationData(validation);
    // A rule is asked when something is typed; colour shows what was pasted in or changed beside
    // it.
    colour(cells, "NOT(" + formula + ")", RED);
    if (rule.field().kind() == FieldKind.PERCENTAGE) {
      colour(
          cells,
          "AND(ISNUMBER(%s),%s>0,%s<=1,LEFT(CELL(\"format\",%s),1)<>\"P\")"
              .formatted(first, first, first, first),
          AMBER);
    }
  }

  /** A choice of a few words. */
  void choice(CellRangeAddress cells, List<String> choices) {
    DataValidationConstraint list =
        helper().createExplicitListConstraint(choices.toArray(String[]::new));
    sheet.addValidationData(validation(list, cells, words.say("template.rule.choice")));
  }

  /** A choice of what stands elsewhere in the workbook; what is chosen twice gets a colour. */
  void distinctChoice(CellRangeAddress cells, String listed) {
    sheet.addValidationData(
        validation(
            helper().createFormulaListConstraint(listed),
            cells,
            words.say("template.rule.choice")));
    String first = CellRef.address(cells.getFirstRow(), cells.getFirstColumn());
    String all = cells.formatAsString(null, true);
    colour(cells, "AND(%s<>\"\",COUNTIF(%s,%s)>1)".formatted(first, all, first), RED);
  }

  /** Locks what is not to be filled in. Columns may still be widened, cells be coloured. */
  void lock() {
    PaperSheet.lock(sheet);
  }

  private DataValidationHelper helper() {
    return sheet.getDataValidationHelper();
  }

  private DataValidation validation(
      DataValidationConstraint constraint, CellRangeAddress cells, String message) {
    CellRangeAddressList at = new CellRangeAddressList();
    at.addCellRangeAddress(cells);
    DataValidation validation = helper().createValidation(constraint, at);
    validation.createErrorBox(words.say("template.error"), cut(message));
    validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
    validation.setShowErrorBox(true);
    return validation;
  }

  private void colour(CellRangeAddress cells, String formula, byte[] rgb) {
    SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
    var rule = formatting.createConditionalFormattingRule(formula);
    rule.createPatternFormatting().setFillBackgroundColor(new XSSFColor(rgb, null));
    formatting.addConditionalFormatting(new CellRangeAddress[] {cells}, rule);
  }

  /** The rules of {@code fields} on one sheet, a whole before its parts or not. */
  static EntryRule rule(Field field, List<Field> fields, Survey survey) {
    return new EntryRule(
        field,
        fields.stream().filter(f -> f.id().equals(field.partOf())).findFirst(),
        survey.notApplicable());
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
  }
}
