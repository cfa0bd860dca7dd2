package peaceindex.app;

import java.util.List;
import peaceindex.config.Configuration;
import peaceindex.index.IndexDefinition;
import peaceindex.panel.Labels;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;
import peaceindex.ranking.Scheme;
import peaceindex.ranking.Trend;

/** What a command line can ask for, and what is said where it asks for something else. */
final class Asked {
  private Asked() {}

  /** The periods that can be asked for: those reported, or of a longer index those scored. */
  static List<Period> periods(Trend trend, Panel panel, IndexDefinition definition) {
    List<Period> reported = panel.periods();
    boolean isBase = reported.get(0).frequency() == definition.frequency();
    List<Period> scored = trend.periods();
    boolean same = scored.isEmpty() || scored.get(0).frequency() == reported.get(0).frequency();
    return scored.isEmpty() || (isBase && same) ? reported : scored;
  }

  /** No index of this id; those there are are named. */
  static Problem noSuchIndex(String index, Configuration configuration) {
    List<String> ids = configuration.schemes().stream().map(Scheme::id).toList();
    return Problem.of(
        Code.NO_SUCH_INDEX,
        Place.NONE,
        "found",
        index,
        "expected",
        new Text(String.join("、", ids), String.join(", ", ids)),
        "hint",
        Labels.nearest(index, ids)
            .map(name -> Messages.phrase("hint.didYouMean", "name", name))
            .orElse(Text.of("")));
  }

  /** Some of the outputs cannot be had; those that can be are named. */
  static Problem noSuchOutput(List<String> outputs, List<String> possible, List<String> pictures) {
    List<String> unknown =
        outputs.stream()
            .filter(name -> !possible.contains(name) && !pictures.contains(name))
            .toList();
    return Problem.of(
        Code.OPTION_VALUE,
        Place.NONE,
        "found",
        "--only " + String.join(",", unknown),
        "expected",
        new Text(
            String.join("、", possible) + " 中的一个或几个，用逗号隔开",
            "one or more of " + String.join(", ", possible) + ", with commas between them"));
  }

  /** Nothing is known of a period: nobody reported it, or there are no rules for it. */
  static Problem noStanding(Period wanted, List<Period> reported, IndexDefinition definition) {
    if (!reported.contains(wanted)) {
      String first = reported.get(0).toString();
      String last = reported.get(reported.size() - 1).toString();
      String known = first.equals(last) ? first : first + " … " + last;
      return Problem.of(Code.PERIOD_NOT_REPORTED, Place.NONE, "found", wanted, "expected", known);
    }
    return Problem.of(
        Code.PERIOD_NOT_RULED,
        Place.NONE,
        "found",
        wanted,
        "expected",
        definition.trees().first().map(Period::toString).orElse(""));
  }

  /** No unit of this id, code, name or alias; the nearest is offered. */
  static Problem noSuchUnit(String unit, Roster roster) {
    Text hint =
        roster
            .nearestName(unit)
            .map(near -> Messages.phrase("hint.nearest", "name", near))
            .orElse(Text.of(""));
    return Problem.of(Code.UNIT_NOT_ON_ROSTER, Place.NONE, "found", unit, "hint", hint);
  }
}
