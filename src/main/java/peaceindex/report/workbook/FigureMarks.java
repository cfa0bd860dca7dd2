package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import peaceindex.index.IndexTree;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.problem.CellRef;
import peaceindex.problem.Problem;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;
import peaceindex.report.Refusals;
import peaceindex.returns.InputFile;

/**
 * What is to be known of a figure of a return beside its value: that it came late or by a
 * correction, which problem keeps it from being used, and which indicators made of it are scored by
 * another value than it gives.
 */
final class FigureMarks {
  /** Marks of figures in the order in which the legend explains them; then those of values. */
  private static final List<String> OF_FIGURES = List.of("LATE", "CORRECTED", "REFUSED");

  /**
   * One mark.
   *
   * @param kind what the legend explains
   */
  record Mark(String kind, String text) {}

  private final Words words;
  private final Marks marks;
  private final Panel panel;
  private final Period period;
  private final Standing standing;
  private final Refusals refusals;
  private final Set<String> corrections;

  /** Whether any return came late or not at all. */
  private final boolean late;

  /** Whether any indicator is scored by another value than its figures give. */
  private final boolean touched;

  /** By group of units, for each field the indicators made of it. */
  private final Map<String, List<List<Integer>>> made = new HashMap<>();

  FigureMarks(Findings findings, Words words) {
    this.words = words;
    this.marks = new Marks(words);
    this.panel = findings.panel();
    this.period = findings.period();
    this.standing = findings.standing();
    this.refusals = new Refusals(findings);
    this.corrections =
        findings.provenance().inputs().stream()
            .filter(InputFile::isCorrection)
            .map(InputFile::file)
            .collect(Collectors.toSet());
    this.late =
        panel.periods().stream()
            .filter(period::covers)
            .anyMatch(part -> units().anyMatch(unit -> !panel.lateness(part, unit).isEmpty()));
    this.touched = units().anyMatch(unit -> isTouched(unit, tree(unit).indicators()));
  }

  private IntStream units() {
    return IntStream.range(0, panel.roster().size());
  }

  private boolean isTouched(int unit, List<Integer> nodes) {
    for (int node : nodes) {
      if (standing.scores().status(node, unit).isTouched()) {
        return true;
      }
    }
    return false;
  }

  /** The marks of one figure, as they stand in its row. */
  String of(Period part, int unit, int field) {
    if (!isMarked(part, unit, field)) {
      return "";
    }
    List<String> texts = new ArrayList<>();
    each(part, unit, field, mark -> texts.add(mark.text()));
    return String.join(words.say("semicolon"), texts);
  }

  /** Whether there could be any: most figures are asked only this. */
  private boolean isMarked(Period part, int unit, int field) {
    return panel.status(part, unit, field) == CellStatus.UNUSABLE
        || (late && !panel.lateness(part, unit).isEmpty())
        || (!corrections.isEmpty() && isCorrected(part, unit, field))
        || (touched && isTouched(unit, made(unit).get(field)));
  }

  private boolean isCorrected(Period part, int unit, int field) {
    return corrections.contains(panel.origins().file(panel.packedOrigin(part, unit, field)));
  }

  /** Finds the marks of one figure. */
  private void each(Period part, int unit, int field, Consumer<Mark> found) {
    long origin = panel.packedOrigin(part, unit, field);
    String file = panel.origins().file(origin);
    if (corrections.contains(file)) {
      found.accept(new Mark("CORRECTED", words.say("mark.CORRECTED")));
    } else if (!file.isEmpty()
        && panel.lateness(part, unit).stream().anyMatch(late -> late.concerns(file))) {
      found.accept(new Mark("LATE", words.say("mark.LATE")));
    }
    if (panel.status(part, unit, field) == CellStatus.UNUSABLE) {
      refusals
          .of(part, unit, field)
          .ifPresent(
              problem ->
                  found.accept(new Mark("REFUSED", why(problem, panel.origin(part, unit, field)))));
    }
    IndexTree tree = tree(unit);
    Map<CellStatus, String> touched = new EnumMap<>(CellStatus.class);
    for (int node : made(unit).get(field)) {
      CellStatus status = standing.scores().status(node, unit);
      if (status.isTouched()) {
        String name = words.in(tree.node(node).name());
        touched.merge(status, name, (all, next) -> all + words.say("listed") + next);
      }
    }
    touched.forEach(
        (status, names) ->
            found.accept(
                new Mark(
                    status.name(),
                    words.say("markOf", "mark", marks.of(status), "indicators", names))));
  }

  /** The code of a problem, and its place where that is not the figure's own. */
  private String why(Problem problem, Optional<CellRef> origin) {
    String code = problem.code().id();
    if (!(problem.where() instanceof CellRef where) || where.cell().isEmpty()) {
      return code;
    }
    boolean sameSheet =
        origin
            .filter(cell -> cell.file().equals(where.file()) && cell.sheet().equals(where.sheet()))
            .isPresent();
    boolean own = sameSheet && origin.filter(where::equals).isPresent();
    return own
        ? code
        : words.say("refusedAt", "code", code, "place", sameSheet ? where.cell() : where.show());
  }

  private IndexTree tree(int unit) {
    Roster roster = panel.roster();
    return standing.tree().of(roster.get(unit).group());
  }

  private List<List<Integer>> made(int unit) {
    return made.computeIfAbsent(panel.roster().get(unit).group(), group -> made(tree(unit)));
  }

  private List<List<Integer>> made(IndexTree tree) {
    List<List<Integer>> nodes = new ArrayList<>();
    for (int field = 0; field < panel.fields().size(); field++) {
      nodes.add(new ArrayList<>());
    }
    for (int node : tree.indicators()) {
      for (String name : new LinkedHashSet<>(tree.indicator(node).value().variables())) {
        int field = panel.fields().indexOf(name);
        // A score of another index is made of no figure.
        if (field >= 0) {
          nodes.get(field).add(node);
        }
      }
    }
    return nodes;
  }

  /** What the marks mean that occur; empty where there are none. */
  List<Line> legend() {
    Set<String> kinds = kinds();
    List<String> meanings = new ArrayList<>();
    for (String kind : OF_FIGURES) {
      meaning(kinds, kind, words.say("mark." + kind)).ifPresent(meanings::add);
    }
    for (CellStatus status : CellStatus.values()) {
      meaning(kinds, status.name(), marks.of(status)).ifPresent(meanings::add);
    }
    String all = String.join(words.say("semicolon"), meanings);
    return all.isEmpty() ? List.of() : List.of(Line.note(words.say("note.marks", "marks", all)));
  }

  private Set<String> kinds() {
    Set<String> kinds = new HashSet<>();
    for (Period part : panel.periods()) {
      for (int unit = 0; period.covers(part) && unit < panel.roster().size(); unit++) {
        for (int field = 0;
            panel.roster().isActive(unit, part) && field < panel.fields().size();
            field++) {
          if (isMarked(part, unit, field)) {
            each(part, unit, field, mark -> kinds.add(mark.kind()));
          }
        }
      }
    }
    return kinds;
  }

  private Optional<String> meaning(Set<String> found, String kind, String mark) {
    return found.contains(kind)
        ? Optional.of(words.say("meaning", "mark", mark, "what", words.say("meaning." + kind)))
        : Optional.empty();
  }
}
