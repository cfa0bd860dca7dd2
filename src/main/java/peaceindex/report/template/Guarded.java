package peaceindex.report.template;

import java.util.List;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.problem.CellRef;
import peaceindex.report.workbook.Words;
import peaceindex.report.workbook.ooxml.Area;
import peaceindex.report.workbook.ooxml.Condition;
import peaceindex.report.workbook.ooxml.Highlight;
import peaceindex.report.workbook.ooxml.SheetWriter;
import peaceindex.report.workbook.ooxml.Validation;

/**
 * A sheet that minds what is typed into it: drop-downs, rules for figures, and all cells locked but
 * those to be filled in. There is no password: what is locked is kept from slips, not from people.
 */
final class Guarded {
  /** What a spreadsheet shows of a message. */
  private static final int LONGEST_MESSAGE = 250;

  private static final Highlight RED = Highlight.ground("#F8CBAD");
  private static final Highlight AMBER = Highlight.ground("#FFE699");

  private final SheetWriter sheet;
  private final Survey survey;
  private final Words words;

  Guarded(SheetWriter sheet, Survey survey) {
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
  void figures(EntryRule rule, Area cells, int wholeRow, int wholeColumn) {
    String first = CellRef.address(cells.top(), cells.left());
    String formula = rule.formula(first, CellRef.address(wholeRow, wholeColumn));
    Validation validation = validation(new Validation.Custom(formula), rule.words(survey));
    if (rule.whole().isPresent()) {
      // Else a spreadsheet lets pass anything while the whole is blank.
      validation = validation.notBlank();
    }
    if (rule.field().kind() == FieldKind.PERCENTAGE) {
      validation =
          validation.hinting(
              words.say("template.prompt"), cut(words.say("template.prompt.percentage")));
    }
    sheet.validate(List.of(cells), validation);
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
  void choice(Area cells, List<String> choices) {
    sheet.validate(
        List.of(cells),
        validation(new Validation.Choice(choices), words.say("template.rule.choice")));
  }

  /** A choice of what stands elsewhere in the workbook; what is chosen twice gets a colour. */
  void distinctChoice(Area cells, String listed) {
    sheet.validate(
        List.of(cells),
        validation(new Validation.Listed(listed), words.say("template.rule.choice")));
    String first = CellRef.address(cells.top(), cells.left());
    String all = cells.absolute();
    colour(cells, "AND(%s<>\"\",COUNTIF(%s,%s)>1)".formatted(first, all, first), RED);
  }

  /** Locks what is not to be filled in. Columns may still be widened, cells be coloured. */
  void lock() {
    sheet.lock(true);
  }

  private Validation validation(Validation.Rule rule, String message) {
    return new Validation(rule, words.say("template.error"), cut(message));
  }

  private void colour(Area cells, String formula, Highlight highlight) {
    sheet.highlight(cells, List.of(new Condition.When(formula, highlight)));
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
