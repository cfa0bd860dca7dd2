package peaceindex.report.workbook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import peaceindex.formula.Formula;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.index.PeriodScores;
import peaceindex.index.ScoreOf;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Panel;
import peaceindex.report.workbook.excel.Excel;
import peaceindex.report.workbook.excel.ExcelFormula;
import peaceindex.report.workbook.excel.UnprintableException;

/** The values of indicators as formulas over the cells of the data page. */
final class ValueFormulas {
  /** Programs take 255 arguments. */
  private static final int MOST_ARGUMENTS = 250;

  private final Formulas formulas;
  private final Marks marks;
  private final Panel panel;

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
        ? indicator.value().variables().stream().findFirst().map(f -> cell(f, row.unit()))
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
    List<String> fields = indicator.value().variables();
    String cells =
        fields.stream().map(field -> cell(field, row.unit())).collect(Collectors.joining(","));
    try {
      String value =
          Excel.orElse(
              ExcelFormula.print(
                  indicator.guardedValue(), new Figures(field -> cell(field, row.unit()))),
              none);
      return Optional.of(
          fields.isEmpty()
              ? value
              : "IF(COUNT("
                  + cells
                  + ")<"
                  + fields.size()
                  + ","
                  + Excel.text(missing)
                  + ","
                  + value
                  + ")");
    } catch (UnprintableException e) {
      return Optional.empty();
    }
  }

  /** Whether the rules of the unit's group ask for the indicator. */
  private boolean isAsked(int node, UnitRow row) {
    IndexTree own = formulas.tree(row);
    return own == formulas.tree() || own.weight(node) > 0 || formulas.tree().weight(node) == 0;
  }

  private String cell(String field, int unit) {
    return formulas.grid("data").cell(DataPage.key(unit, field(field)), "value");
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
      String value =
          ExcelFormula.print(indicator.guardedValue(), new Figures(name -> sum(name, fields)));
      return Optional.of(Excel.orElse(value, Cell.NOTHING));
    } catch (UnprintableException e) {
      return Optional.empty();
    }
  }

  /** The sum of a field over the units that sent all the fields it is used with. */
  private String sum(String name, List<String> fields) {
    List<Integer> whole =
        formulas.units().stream().filter(u -> sent(u, fields) == fields.size()).toList();
    boolean others =
        formulas.units().stream().anyMatch(u -> sent(u, List.of(name)) > 0 && !whole.contains(u));
    if (!others && isFoundByName(name)) {
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
        .map(unit -> cell(name, unit))
        .collect(Collectors.joining(",", "SUM(", ")"));
  }

  /** How many of the fields a unit sent. */
  private int sent(int unit, List<String> fields) {
    return (int)
        fields.stream()
            .filter(f -> !Double.isNaN(panel.value(formulas.findings().period(), unit, field(f))))
            .count();
  }

  /** Whether a search for the field's name finds it and nothing else. */
  private boolean isFoundByName(String field) {
    String name = shown(field);
    long namesakes =
        panel.fields().all().stream()
            .filter(f -> formulas.words().in(f.name()).equalsIgnoreCase(name))
            .count();
    return namesakes == 1
        && name.chars().noneMatch(c -> "*?~<>=".indexOf(c) >= 0)
        && name.chars().anyMatch(Character::isLetter);
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
