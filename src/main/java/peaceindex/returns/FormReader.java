package peaceindex.returns;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import peaceindex.panel.Field;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.returns.Form.Entry;
import peaceindex.returns.InputFolder.ReturnFile;
import peaceindex.returns.Vocabulary.Label;
import peaceindex.sheet.Cells;

/** Finds and enters the forms on a sheet. */
final class FormReader {
  /** What numbers in words are made of, and words in their place. */
  private static final Expression NUMERAL = new Expression("[0-9０-９〇零一二三四五六七八九十百千万两几多若]");

  /** A longer text explains something. */
  private static final int LONGEST_FIGURE = 10;

  private final Desk desk;
  private final UnitNames names;

  FormReader(Desk desk) {
    this.desk = desk;
    this.names = new UnitNames(desk);
  }

  /** The forms of a sheet; empty if it holds none. */
  List<Form> find(Cells cells, Optional<Period> wanted) {
    return Form.find(cells, desk.words(), desk.units(), wanted);
  }

  /** Whether anything is filled in. */
  boolean holdsFigures(Cells cells, List<Form> forms) {
    return forms.stream()
        .flatMap(form -> form.entries().stream())
        .map(entry -> cells.at(entry.row(), entry.column()))
        .anyMatch(cell -> cell >= 0 && isFigure(cells, cell));
  }

  /** Whether anything is meant as a figure, even one that cannot be read: 三十五, 12起, an error. */
  static boolean isFigure(Cells cells, int cell) {
    if (cells.kind(cell) != Cells.Kind.TEXT) {
      return true;
    }
    String text = cells.text(cell);
    return text.matches("[^\\d]{0,2}\\d.*")
        || (text.length() <= LONGEST_FIGURE && NUMERAL.matcher(text).find());
  }

  /** Enters the forms of a sheet. */
  void enter(ReturnFile file, Cells cells, List<Form> forms) {
    for (Form form : forms) {
      enter(file, cells, form);
    }
  }

  private void enter(ReturnFile file, Cells cells, Form form) {
    reportPersonal(cells, form);
    if (desk.periods().isCumulative(file, cells, form.titles())) {
      return;
    }
    int unit = unitOf(file, cells, form);
    Optional<String> labelled =
        form.period() >= 0
            ? Optional.of(desk.periods().text(cells, form.period()))
            : form.periodText();
    Optional<Period> period = desk.periods().require(file, cells.sheet(), form.titles(), labelled);
    if (unit >= 0 && period.isPresent()) {
      Supplier<CellRef> sheet = () -> CellRef.sheet(file.shown(), cells.sheet());
      int active = desk.units().requireActive(unit, period.get(), sheet);
      if (active >= 0) {
        desk.merger().arrived(cells, period.get(), active);
        enter(file, cells, form, period.get(), active);
      }
    }
  }

  private void enter(ReturnFile file, Cells cells, Form form, Period period, int unit) {
    @Nullable Entry[] seen = new Entry[desk.fields().size()];
    String note = Vocabulary.noteAmong(form.titles());
    String fileName = file.name();
    for (Entry entry : form.entries()) {
      Label label = desk.words().underNote(entry.label(), note);
      Field field = desk.fields().get(label.field());
      Entry before = seen[label.field()];
      if (!label.clear()) {
        reportUnclear(cells, entry, field, unit);
        desk.merger().refuse(cells, entry.row(), entry.column(), period, unit, label.field());
      } else if (before != null) {
        reportTwice(cells, entry, before, field, unit);
        desk.merger().refuse(cells, before.row(), before.column(), period, unit, label.field());
      } else if (desk.sources().mayComeFrom(fileName, field, () -> cells.where(entry.cell()))) {
        desk.merger().enter(cells, entry.row(), entry.column(), period, unit, label);
      }
      seen[label.field()] = before == null ? entry : before;
    }
  }

  private void reportUnclear(Cells cells, Entry entry, Field field, int unit) {
    desk.problems()
        .add(
            Problem.of(Code.LABEL_UNCLEAR, cells.where(entry.cell()), "field", field.name())
                .about(desk.units().idOf(unit), field.id()));
  }

  private void reportTwice(Cells cells, Entry entry, Entry before, Field field, int unit) {
    desk.problems()
        .add(
            Problem.of(
                    Code.FIELD_TWICE,
                    cells.where(entry.cell()),
                    "field",
                    field.name(),
                    "other",
                    cells.where(before.cell()).cell())
                .about(desk.units().idOf(unit), field.id()));
  }

  private void reportPersonal(Cells cells, Form form) {
    for (int label : form.personal()) {
      desk.problems()
          .add(
              Code.PERSONAL_COLUMN,
              cells.where(label),
              "found",
              Messages.phrase("personal.heading"));
    }
  }

  /** The place of a cell; the sheet if it is -1. */
  private static CellRef at(Cells cells, int cell) {
    return cell >= 0 ? cells.where(cell) : CellRef.sheet(cells.file(), cells.sheet());
  }

  private int unitOf(ReturnFile file, Cells cells, Form form) {
    String code = form.unitCode() >= 0 ? cells.text(form.unitCode()).strip() : "";
    String name =
        form.unitName() >= 0 ? cells.text(form.unitName()).strip() : form.unitNameText().orElse("");
    if (name.isEmpty() && code.isEmpty()) {
      int unit = desk.units().named(form.titles(), cells.sheet(), file.name());
      if (unit >= 0) {
        return names.agree(file, cells, form.titles(), -1, "") ? unit : -1;
      }
    }
    Supplier<CellRef> nameAt = () -> at(cells, form.unitName());
    Supplier<CellRef> codeAt = () -> at(cells, form.unitCode());
    int unit = desk.units().require(code, name, codeAt, name.isEmpty() ? codeAt : nameAt);
    return unit < 0 || names.agree(file, cells, form.titles(), unit, name.isEmpty() ? code : name)
        ? unit
        : -1;
  }
}
