package peaceindex.report.template;

import java.util.List;
import java.util.Optional;
import peaceindex.index.IndexDefinition;
import peaceindex.panel.Field;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.panel.Unit;
import peaceindex.problem.Lang;
import peaceindex.report.workbook.Words;
import peaceindex.returns.ReturnsLayout;

/**
 * What is asked, of whom, for when, and in which language.
 *
 * @param period the period that blank returns are for
 */
public record Survey(
    IndexDefinition index, Roster roster, ReturnsLayout returns, Period period, Lang lang) {
  private static final int LONGEST_WORD = 40;

  /**
   * The fields that a supplier is asked for in the period: the one place that chooses.
   *
   * @param source id of a department; empty for the units themselves
   */
  List<Field> fields(String source) {
    return returns.fields().all().stream()
        .filter(field -> field.source().equals(source) && field.arrival().isDue(period))
        .toList();
  }

  /** The units that exist in the period, under the names that they have then. */
  List<Unit> units() {
    return roster.active(period).stream().map(unit -> roster.get(unit, period)).toList();
  }

  /** Whether the same is asked in another period, so that a blank return will do for it, too. */
  boolean asksTheSameIn(Period other) {
    return returns.fields().all().stream()
        .allMatch(field -> field.arrival().isDue(other) == field.arrival().isDue(period));
  }

  /** The word that says that a question does not apply to the unit, if there is one. */
  Optional<String> notApplicable() {
    return returns.notApplicable().isEmpty()
        ? Optional.empty()
        : Optional.of(suited(returns.notApplicable())).filter(w -> w.length() <= LONGEST_WORD);
  }

  /** Of words that mean the same to the reader of returns the first in the survey's language. */
  String suited(List<String> words) {
    return suited(words, lang);
  }

  static String suited(List<String> words, Lang lang) {
    return words.stream()
        .filter(word -> (lang == Lang.EN) == word.chars().allMatch(c -> c < 128))
        .findFirst()
        .orElse(words.get(0));
  }

  Words words() {
    return new Words(lang);
  }

  /**
   * The words of a heading that is none of a field: in brackets where a field or a unit is called
   * the same, lest the heading be taken for it.
   */
  String heading(String key) {
    String text = words().say("template." + key);
    boolean taken = returns.fields().indexOf(text) >= 0 || returns.unitName().contains(text);
    return taken ? "[" + text + "]" : text;
  }
}
