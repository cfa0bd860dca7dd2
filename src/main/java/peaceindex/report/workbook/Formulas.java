package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import peaceindex.index.Dimension;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.panel.Group;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;

/**
 * The formulas of a workbook: how its cells follow from one another, from the ranking down to the
 * figures reported. A page asks for the formula of a cell while it is written; where everything
 * stands is known by then, as all tables are laid out before.
 *
 * <p>Above the number of units that is set there are none, and pages show the engine's figures.
 */
final class Formulas {
  /** The units' rows on every page on which formulas look at columns: those of a group together. */
  private @Nullable List<Integer> units;

  private final Findings findings;
  private final Standing standing;
  private final Words words;
  private final boolean on;
  private final boolean base;
  private final Map<String, Grid> grids = new HashMap<>();
  private final ReferenceRows references;
  private @Nullable Parameters parameters;

  private Formulas(Findings findings, Words words, @Nullable List<Integer> units, boolean on) {
    this.findings = findings;
    this.standing = findings.standing();
    this.words = words;
    this.units = units;
    this.on = on;
    this.base = isBase(findings.panel(), findings.period());
    this.references = new ReferenceRows(this);
  }

  /** The formulas of a workbook that is not too large for them. */
  static Formulas of(Findings findings, Words words) {
    List<Integer> units = byGroup(findings);
    boolean on = !units.isEmpty() && units.size() <= findings.page().formulasUpTo();
    return new Formulas(findings, words, units, on);
  }

  /** No formulas. */
  static Formulas none(Findings findings, Words words) {
    return new Formulas(findings, words, null, false);
  }

  /** The units that exist in the period, those of a group together, else as on the roster. */
  private static List<Integer> byGroup(Findings findings) {
    Roster roster = findings.panel().roster();
    List<Integer> active = roster.active(findings.period());
    if (roster.groups().isEmpty()) {
      return active;
    }
    Map<String, Integer> places = new HashMap<>();
    for (Group group : roster.groups()) {
      places.putIfAbsent(group.id(), places.size());
    }
    List<Integer> units = new ArrayList<>(active);
    units.sort(Comparator.comparingInt(unit -> places.getOrDefault(roster.get(unit).group(), -1)));
    return units;
  }

  /** That there are no formulas, and why; nothing where there are some. */
  List<Line> absence() {
    return on
        ? List.of()
        : List.of(
            Line.note(
                words.say(
                    "note.noFormulas",
                    "count",
                    units().size(),
                    "most",
                    findings.page().formulasUpTo())));
  }

  boolean isOn() {
    return on;
  }

  /** Whether there are none as there are more units than formulas are written for. */
  boolean isOff() {
    return !on && units().size() > findings.page().formulasUpTo();
  }

  List<Integer> units() {
    List<Integer> known = units;
    if (known == null) {
      known = byGroup(findings);
      units = known;
    }
    return known;
  }

  Findings findings() {
    return findings;
  }

  Words words() {
    return words;
  }

  Parameters parameters() {
    Parameters known = parameters;
    if (known == null) {
      known = new Parameters(findings, words);
      parameters = known;
    }
    return known;
  }

  ReferenceRows references() {
    return references;
  }

  Standing standing() {
    return standing;
  }

  IndexTree tree() {
    return standing.tree();
  }

  /** The rules for a row: a unit's by its group, the county's the common ones. */
  IndexTree tree(UnitRow row) {
    return row.isUnit() ? tree().of(group(row.unit())) : tree();
  }

  String group(int unit) {
    return findings.panel().roster().get(unit).group();
  }

  /** The units of a unit's group, which stand together. */
  List<Integer> groupOf(int unit) {
    return units().stream().filter(other -> group(other).equals(group(unit))).toList();
  }

  /** Whether the figures of the period are those of one base period, which the data page shows. */
  boolean isBase() {
    return base;
  }

  private static boolean isBase(Panel panel, Period period) {
    boolean isBase = false;
    for (Period part : panel.periods()) {
      if (period.covers(part)) {
        if (!part.equals(period)) {
          return false;
        }
        isBase = true;
      }
    }
    return isBase;
  }

  /** Says where a page's table stands. */
  void place(String page, Grid grid) {
    grids.put(page, grid);
  }

  Grid grid(String page) {
    Grid grid = grids.get(page);
    if (grid == null) {
      throw new IllegalStateException("page " + page + " is not laid out");
    }
    return grid;
  }

  /** A cell with a formula behind it, if the workbook has any. */
  Cell live(Cell shown, Supplier<String> formula) {
    return on ? new Cell.Live(shown, formula) : shown;
  }

  /** A cell that leads to another one, if the workbook has formulas. */
  Cell leading(Cell shown, Supplier<String> target) {
    return on ? new Cell.Jump(shown, target) : shown;
  }

  /** A column over the units of a page. */
  String column(String page, String column) {
    return grid(page).range(column, first(), last());
  }

  /** The same as formulas on the page itself call it. */
  String columnHere(String page, String column) {
    return grid(page).rangeHere(column, first(), last());
  }

  private Integer first() {
    return units().get(0);
  }

  private Integer last() {
    return units().get(units().size() - 1);
  }

  /** The name of a dimension or an indicator. */
  String name(int node) {
    return words.in(tree().node(node).name());
  }

  static boolean isDimension(IndexTree tree, int node) {
    return tree.node(node) instanceof Dimension;
  }

  /** The indicator of a node by the rules of a row. */
  Indicator indicator(int node, UnitRow row) {
    return tree(row).indicator(node);
  }
}
