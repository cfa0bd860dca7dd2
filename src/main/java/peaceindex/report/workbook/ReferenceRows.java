package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import peaceindex.formula.Formula;
import peaceindex.formula.Formula.Statistic;
import peaceindex.formula.Statistics;
import peaceindex.index.Indicator;
import peaceindex.index.Part;
import peaceindex.index.Reference;
import peaceindex.index.Reference.Figures;
import peaceindex.index.Reference.Of;
import peaceindex.index.When;

/**
 * The references of a period that have statistics: each stands on the page of references once, and
 * formulas look there.
 */
final class ReferenceRows {

  /**
   * A set of figures.
   *
   * @param node the indicator
   * @param group whose group's figures they are; empty if not those of a group
   * @param unit whose own figures they are; −1 if not those of a unit
   */
  record Row(int node, Figures figures, String group, int unit) {

    boolean isNow() {
      return figures.when() instanceof When.Now;
    }
  }

  private final Formulas formulas;
  private final Map<Indicator, List<Reference>> asked = new IdentityHashMap<>();
  private @Nullable List<Row> all;

  ReferenceRows(Formulas formulas) {
    this.formulas = formulas;
  }

  /** All that are asked for by any unit or by the county. */
  List<Row> all() {
    List<Row> known = all;
    if (known == null) {
      known = formulas.standing().scores().isAveraged() ? List.of() : found();
      all = known;
    }
    return known;
  }

  private List<Row> found() {
    Set<Row> rows = new LinkedHashSet<>();
    for (int node : formulas.tree().indicators()) {
      for (int unit : formulas.units()) {
        add(rows, node, UnitRow.of(formulas.standing(), unit));
      }
      add(rows, node, new UnitRow(formulas.standing(), UnitRow.Who.POOLED, -1));
    }
    return new ArrayList<>(rows);
  }

  private void add(Set<Row> rows, int node, UnitRow row) {
    Indicator indicator = formulas.indicator(node, row);
    List<Reference> references = asked.get(indicator);
    if (references == null) {
      references = asked(indicator);
      asked.put(indicator, references);
    }
    for (Reference reference : references) {
      of(reference, node, row).ifPresent(rows::add);
    }
  }

  /** The references at whose statistics the parts of an indicator's score look. */
  private static List<Reference> asked(Indicator indicator) {
    List<Reference> asked = new ArrayList<>();
    for (Part part : indicator.parts()) {
      if (part.score(new Formula.Variable(Parameters.X), indicator.polarity())
          .has(Statistic.class)) {
        asked.add(part.reference());
      }
    }
    return asked;
  }

  /** The figures against which a row is judged; empty for a set figure. */
  static Optional<Row> of(Reference reference, int node, UnitRow row, String group) {
    if (!(reference instanceof Figures figures)) {
      return Optional.empty();
    }
    if (!row.isUnit()) {
      boolean ofAll = figures.of() == Of.UNITS || figures.of() == Of.GROUP;
      Figures of = new Figures(ofAll ? Of.UNITS : Of.COUNTY, figures.when());
      return Optional.of(new Row(node, of, "", -1));
    }
    return Optional.of(
        new Row(
            node,
            figures,
            figures.of() == Of.GROUP ? group : "",
            figures.of() == Of.OWN ? row.unit() : -1));
  }

  Optional<Row> of(Reference reference, int node, UnitRow row) {
    return of(reference, node, row, row.isUnit() ? formulas.group(row.unit()) : "");
  }

  /** The statistics as they were fitted. */
  Statistics statistics(Row row) {
    var references = formulas.standing().scores().references();
    var period = formulas.findings().period();
    return switch (row.figures().of()) {
      case UNITS, COUNTY -> references.county(row.figures(), row.node(), period);
      case GROUP ->
          references
              .units(row.figures(), row.node(), period)[
              formulas.units().stream()
                  .filter(unit -> formulas.group(unit).equals(row.group()))
                  .findFirst()
                  .orElseThrow()];
      case OWN -> references.units(row.figures(), row.node(), period)[row.unit()];
    };
  }

  /** The cells of the figures, where they stand in the workbook. */
  Optional<String> range(Row row) {
    if (!row.isNow()) {
      return Optional.empty();
    }
    Grid values = formulas.grid("values");
    String column = ValuesPage.column(row.node());
    return switch (row.figures().of()) {
      case UNITS -> Optional.of(formulas.column("values", column));
      case COUNTY -> Optional.of(values.cell(UnitRow.Who.POOLED, column));
      case OWN -> Optional.of(values.cell(row.unit(), column));
      case GROUP -> {
        List<Integer> members =
            formulas.units().stream()
                .filter(unit -> formulas.group(unit).equals(row.group()))
                .toList();
        yield Optional.of(values.range(column, members.get(0), members.get(members.size() - 1)));
      }
    };
  }
}
