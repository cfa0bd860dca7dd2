package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import peaceindex.formula.Formula;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.index.PeriodScores;
import peaceindex.index.ScoreOf;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Panel;
import peaceindex.report.workbook.excel.Excel;
import peaceindex.report.workbook.excel.ExcelFormula;
import peaceindex.report.workbook.excel.Template;
import peaceindex.report.workbook.excel.UnprintableException;

/** The values of indicators as formulas over the cells of the data page. */
final class ValueFormulas {
  /** Programs take 255 arguments. */
  private static final int MOST_ARGUMENTS = 250;

  private final Formulas formulas;
  private final Marks marks;
  private final Panel panel;

  /**
   * The value of an indicator for any unit, and for the county.
   *
   * @param fields of which it is made
   * @param value over gaps for their cells or sums, in the same order
   */
  private record Printed(int[] fields, Template value) {}

  private final Map<Indicator, Printed> printed = new IdentityHashMap<>();

  /** Whether a search for a field's name finds it and nothing else. */
  private final Map<String, Boolean> foundByName = new HashMap<>();

  private boolean @Nullable [] namedAlone;

  ValueFormulas(Formulas formulas) {
    this.formulas = formulas;
    this.marks = new Marks(formulas.words());
    this.panel = formulas.findings().panel();
  }

  boolean isOn() {
    return formulas.isOn();
  }

  /** A value of a unit or of the county; empty where it is none that follows from the data page. */
  Optional<String> value(int node, UnitRow row) {
    return switch (row.who()) {
      case UNIT -> ofUnit(node, row);
      case MEAN ->
          Optional.of(
              Excel.mean(formulas.columnHere("values", ValuesPage.column(node)), Cell.NOTHING));
      case POOLED -> pooled(node);
    };
  }

  /** Where the first figure stands of which a value is made. */
  Optional<String> figure(int node, UnitRow row) {
    Indicator indicator = formulas.indicator(node, row);
    return isDerived(indicator)
        ? indicator.value().variables().stream().findFirst().map(f -> cell(field(f), row.unit()))
        : Optional.empty();
  }

  /** Whether the values of an indicator follow from the data page, where nothing touched them. */
  boolean isDerived(Indicator indicator) {
    return formulas.isBase() && ScoreOf.of(indicator.value()).isEmpty();
  }

  private Optional<String> ofUnit(int node, UnitRow row) {
    Indicator indicator = formulas.indicator(node, row);
    PeriodScores scores = formulas.standing().scores();
    CellStatus status = scores.status(node, row.unit());
    // Whatever the status says of the score, a value that is not the reported one is no formula.
    boolean isOwn =
        Double.compare(scores.value(node, row.unit()), scores.reportedValue(node, row.unit())) == 0;
    if (!isDerived(indicator) || !isOwn || !isAsked(node, row)) {
      return Optional.empty();
    }
    boolean isLacking = !status.hasFigure() && Double.isNaN(scores.value(node, row.unit()));
    String missing = isLacking ? marks.missing(status) : marks.of(CellStatus.NOT_REPORTED);
    String none = marks.missing(indicator.zeroDenominator().status());
    try {
      Printed printed = printed(indicator);
      String[] cells = new String[printed.fields().length];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = cell(printed.fields()[i], row.unit());
      }
      String value = Excel.orElse(printed.value().fill(cells), none);
      return Optional.of(
          cells.length == 0
              ? value
              : "IF(COUNT("
                  + String.join(",", cells)
                  + ")<"
                  + cells.length
                  + ","
                  + Excel.text(missing)
                  + ","
                  + value
                  + ")");
    } catch (UnprintableException e) {
      return Optional.empty();
    }
  }

  private Printed printed(Indicator indicator) {
    return printed.computeIfAbsent(indicator, this::newPrinted);
  }

  private Printed newPrinted(Indicator indicator) {
    List<String> names = indicator.value().variables();
    int[] fields = names.stream().mapToInt(this::field).toArray();
    Figures gaps = new Figures(name -> Template.gap(names.indexOf(name)));
    return new Printed(fields, new Template(indicator.guardedValue(), gaps));
  }

  /** Whether the rules of the unit's group ask for the indicator. */
  private boolean isAsked(int node, UnitRow row) {
    IndexTree own = formulas.tree(row);
    return own == formulas.tree() || own.weight(node) > 0 || formulas.tree().weight(node) == 0;
  }

  private String cell(int field, int unit) {
    return formulas.grid("data").cell(DataPage.key(unit, field), "value");
  }

  /**
   * The value of the county: the formula over the sums of its fields, of those units that sent all
   * of them.
   */
  private Optional<String> pooled(int node) {
    Indicator indicator = formulas.tree().indicator(node);
    if (!isDerived(indicator) || Double.isNaN(formulas.standing().scores().pooledValue(node))) {
      return Optional.empty();
    }
    List<String> fields = indicator.value().variables();
    if (!fields.stream().allMatch(f -> panel.fields().get(field(f)).kind().isAdditive())) {
      return Optional.empty();
    }
    try {
      String[] sums = fields.stream().map(name -> sum(name, fields)).toArray(String[]::new);
      return Optional.of(Excel.orElse(printed(indicator).value().fill(sums), Cell.NOTHING));
    } catch (UnprintableException e) {
      return Optional.empty();
    }
  }

  /** The sum of a field over the units that sent all the fields it is used with. */
  private String sum(String name, List<String> fields) {
    List<Integer> whole = new ArrayList<>();
    boolean others = false;
    for (int unit : formulas.units()) {
      if (sentAll(unit, fields)) {
        whole.add(unit);
      } else {
        others |= sent(unit, name);
      }
    }
    if (!others && foundByName.computeIfAbsent(name, this::isFoundByName)) {
      Grid data = formulas.grid("data");
      return "SUMIF("
          + data.all("field")
          + ","
          + Excel.text(shown(name))
          + ","
          + data.all("value")
          + ")";
    }
    if (whole.size() > MOST_ARGUMENTS) {
      throw new UnprintableException("more than " + MOST_ARGUMENTS + " cells");
    }
    return whole.stream()
        .map(unit -> cell(field(name), unit))
        .collect(Collectors.joining(",", "SUM(", ")"));
  }

  private boolean sentAll(int unit, List<String> fields) {
    for (String field : fields) {
      if (!sent(unit, field)) {
        return false;
      }
    }
    return true;
  }

  private boolean sent(int unit, String field) {
    return !Double.isNaN(panel.value(formulas.findings().period(), unit, field(field)));
  }

  private boolean isFoundByName(String field) {
    String name = shown(field);
    return isNamedAlone()[field(field)]
        && name.chars().noneMatch(c -> "*?~<>=".indexOf(c) >= 0)
        && name.chars().anyMatch(Character::isLetter);
  }

  /** Of each field whether no other has its name; to a search upper and lower case are one. */
  private boolean[] isNamedAlone() {
    boolean[] known = namedAlone;
    if (known == null) {
      List<String> names =
          panel.fields().all().stream().map(of -> formulas.words().in(of.name())).toList();
      known = new boolean[names.size()];
      Arrays.fill(known, true);
      for (int i = 0; i < known.length; i++) {
        for (int j = 0; j < i; j++) {
          if (names.get(i).equalsIgnoreCase(names.get(j))) {
            known[i] = false;
            known[j] = false;
          }
        }
      }
      namedAlone = known;
    }
    return known;
  }

  private int field(String id) {
    return panel.fields().indexOf(id);
  }

  private String shown(String field) {
    return formulas.words().in(panel.fields().get(field(field)).name());
  }

  /** Formulas over fields alone. */
  private record Figures(java.util.function.UnaryOperator<String> cell)
      implements ExcelFormula.Places {
    @Override
    public String variable(String name) {
      return cell.apply(name);
    }

    @Override
    public String parameter(Formula.Parameter parameter) {
      return Excel.number(parameter.value());
    }
  }
}
