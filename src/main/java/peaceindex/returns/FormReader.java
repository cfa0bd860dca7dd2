package peaceindex.returns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import peaceindex.panel.Field;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Problem;
import peaceindex.returns.InputFolder.ReturnFile;
import peaceindex.sheet.Cells;

/** Enters the form on a sheet. */
final class FormReader {
  private final Desk desk;

  FormReader(Desk desk) {
    this.desk = desk;
  }

  /** Reads a sheet; whether it held a form. */
  boolean read(ReturnFile file, Cells cells) {
    Form form = Form.find(cells, desk.words());
    if (form.entries().isEmpty()) {
      return false;
    }
    List<String> titles = cells.texts(0, form.firstRow());
    int unit = unitOf(file, cells, form, titles);
    Optional<String> labelled =
        form.period() >= 0
            ? Optional.of(desk.periods().text(cells, form.period()))
            : form.periodText();
    Optional<Period> period = desk.periods().require(file, cells.sheet(), titles, labelled);
    if (unit >= 0 && period.isPresent()) {
      desk.merger().arrived(period.get(), unit);
      enter(file, cells, form, period.get(), unit);
    }
    return true;
  }

  private void enter(ReturnFile file, Cells cells, Form form, Period period, int unit) {
    Map<Integer, Form.Entry> seen = new HashMap<>();
    for (Form.Entry entry : form.entries()) {
      Field field = desk.fields().get(entry.field());
      Form.Entry before = seen.putIfAbsent(entry.field(), entry);
      if (!entry.clear()) {
        desk.problems()
            .add(
                Problem.of(Code.LABEL_UNCLEAR, cells.where(entry.label()), "field", field.name())
                    .about("", field.id()));
        desk.merger().refuse(cells, entry.row(), entry.column(), period, unit, entry.field());
      } else if (before != null) {
        desk.problems()
            .add(
                Problem.of(
                        Code.FIELD_TWICE,
                        cells.where(entry.label()),
                        "field",
                        field.name(),
                        "other",
                        cells.where(before.label()).cell())
                    .about("", field.id()));
        desk.merger().refuse(cells, before.row(), before.column(), period, unit, entry.field());
      } else if (desk.sources().mayComeFrom(file.name(), field, cells.where(entry.label()))) {
        desk.merger().enter(cells, entry.row(), entry.column(), period, unit, entry.field());
      }
    }
  }

  private int unitOf(ReturnFile file, Cells cells, Form form, List<String> titles) {
    String code = form.unitCode() >= 0 ? cells.text(form.unitCode()).strip() : "";
    String name =
        form.unitName() >= 0 ? cells.text(form.unitName()).strip() : form.unitNameText().orElse("");
    if (name.isEmpty() && code.isEmpty()) {
      int unit = desk.units().inTitleOrFileName(titles, file.name());
      if (unit >= 0) {
        return unit;
      }
    }
    CellRef sheet = CellRef.sheet(cells.file(), cells.sheet());
    CellRef nameAt = form.unitName() >= 0 ? cells.where(form.unitName()) : sheet;
    CellRef codeAt = form.unitCode() >= 0 ? cells.where(form.unitCode()) : sheet;
    return desk.units().require(code, name, codeAt, name.isEmpty() ? codeAt : nameAt);
  }
}
