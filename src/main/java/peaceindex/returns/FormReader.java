package peaceindex.returns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import peaceindex.panel.Field;
import peaceindex.panel.Fields;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;
import peaceindex.returns.InputFolder.ReturnFile;
import peaceindex.sheet.Cells;

/** Enters the form on a sheet. */
final class FormReader {
  private final Fields fields;
  private final Vocabulary words;
  private final UnitFinder units;
  private final PeriodFinder periods;
  private final Sources sources;
  private final Merger merger;
  private final Problems problems;

  FormReader(
      Fields fields,
      Vocabulary words,
      UnitFinder units,
      PeriodFinder periods,
      Sources sources,
      Merger merger,
      Problems problems) {
    this.fields = fields;
    this.words = words;
    this.units = units;
    this.periods = periods;
    this.sources = sources;
    this.merger = merger;
    this.problems = problems;
  }

  /** Reads a sheet; whether it held a form. */
  boolean read(ReturnFile file, Cells cells) {
    Form form = Form.find(cells, words);
    if (form.entries().isEmpty()) {
      return false;
    }
    List<String> titles = cells.texts(0, form.firstRow());
    int unit = unitOf(file, cells, form, titles);
    Optional<String> labelled =
        form.period() >= 0 ? Optional.of(periods.text(cells, form.period())) : form.periodText();
    Optional<Period> period = periods.require(file, cells.sheet(), titles, labelled);
    if (unit >= 0 && period.isPresent()) {
      merger.arrived(period.get(), unit);
      enter(file, cells, form, period.get(), unit);
    }
    return true;
  }

  private void enter(ReturnFile file, Cells cells, Form form, Period period, int unit) {
    Map<Integer, Form.Entry> seen = new HashMap<>();
    for (Form.Entry entry : form.entries()) {
      Field field = fields.get(entry.field());
      Form.Entry before = seen.putIfAbsent(entry.field(), entry);
      if (!entry.clear()) {
        problems.add(
            Problem.of(Code.LABEL_UNCLEAR, cells.where(entry.label()), "field", field.name())
                .about("", field.id()));
        merger.refuse(cells, entry.row(), entry.column(), period, unit, entry.field());
      } else if (before != null) {
        problems.add(
            Problem.of(
                    Code.FIELD_TWICE,
                    cells.where(entry.label()),
                    "field",
                    field.name(),
                    "other",
                    cells.where(before.label()).cell())
                .about("", field.id()));
        merger.refuse(cells, before.row(), before.column(), period, unit, entry.field());
      } else if (sources.mayComeFrom(file.name(), field, cells.where(entry.label()))) {
        merger.enter(cells, entry.row(), entry.column(), period, unit, entry.field());
      }
    }
  }

  private int unitOf(ReturnFile file, Cells cells, Form form, List<String> titles) {
    String code = form.unitCode() >= 0 ? cells.text(form.unitCode()).strip() : "";
    String name =
        form.unitName() >= 0 ? cells.text(form.unitName()).strip() : form.unitNameText().orElse("");
    if (name.isEmpty() && code.isEmpty()) {
      int unit = units.inTitleOrFileName(titles, file.name());
      if (unit >= 0) {
        return unit;
      }
    }
    CellRef sheet = CellRef.sheet(cells.file(), cells.sheet());
    CellRef nameAt = form.unitName() >= 0 ? cells.where(form.unitName()) : sheet;
    CellRef codeAt = form.unitCode() >= 0 ? cells.where(form.unitCode()) : sheet;
    return units.require(code, name, codeAt, name.isEmpty() ? codeAt : nameAt);
  }
}
