package peaceindex.report.template;

import java.util.Optional;
import peaceindex.panel.Field;

/**
 * What may be typed in for a field, as a formula of the spreadsheet and in words: what the reader
 * of returns takes without a question.
 *
 * @param whole the field of which it is a part, if that is asked on the same sheet
 * @param notApplicable the word that may stand in place of a figure
 */
record EntryRule(Field field, Optional<Field> whole, Optional<String> notApplicable) {

  /**
   * The formula that is true for what may stand in {@code cell}. IF, not OR, chooses between figure
   * and word: OR is wrong wherever one of its parts is an error, such as INT of a word.
   *
   * @param wholeCell the cell of {@link #whole}
   */
  String formula(String cell, String wholeCell) {
    StringBuilder figure = new StringBuilder();
    switch (field.kind()) {
      case COUNT, POPULATION -> figure.append("%s>=0,%s=INT(%s)".formatted(cell, cell, cell));
      case PERCENTAGE -> figure.append("%s>=0,%s<=100".formatted(cell, cell));
      case AMOUNT -> figure.append("%s>=0".formatted(cell));
      case NUMBER -> figure.append("TRUE");
    }
    if (whole.isPresent()) {
      figure.append(",OR(NOT(ISNUMBER(%s)),%s<=%s)".formatted(wholeCell, cell, wholeCell));
    }
    String other =
        notApplicable
            .map(word -> "OR(%s=\"\",%s=\"%s\")".formatted(cell, cell, word.replace("\"", "\"\"")))
            .orElse(cell + "=\"\"");
    return "IF(ISNUMBER(%s),AND(%s),%s)".formatted(cell, figure, other);
  }

  /** The same in words. */
  String words(Survey survey) {
    StringBuilder text = new StringBuilder(survey.words().say("template.rule." + field.kind()));
    whole.ifPresent(
        of -> text.append(survey.words().say("template.rule.part", "whole", of.name())));
    text.append(survey.words().say("template.rule.blank"));
    notApplicable.ifPresent(
        word -> text.append(survey.words().say("template.rule.notApplicable", "word", word)));
    return text.toString();
  }
}
