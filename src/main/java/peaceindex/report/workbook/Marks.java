package peaceindex.report.workbook;

import java.util.EnumMap;
import java.util.Map;
import peaceindex.panel.CellStatus;

/** The short words that stand where a figure is missing, or behind one that was touched. */
final class Marks {
  private final Words words;
  private final Map<CellStatus, String> marks = new EnumMap<>(CellStatus.class);

  Marks(Words words) {
    this.words = words;
    for (CellStatus status : CellStatus.values()) {
      marks.put(status, status == CellStatus.REPORTED ? "" : words.say("mark." + status.name()));
    }
  }

  /** The mark of a figure that is missing though all figures below it are there: undefined. */
  String of(CellStatus status) {
    CellStatus shown = status.hasFigure() ? CellStatus.UNDEFINED : status;
    return marks.getOrDefault(shown, Cell.NOTHING);
  }

  /** The mark behind a figure that is not the one reported. */
  String touched(CellStatus status) {
    return marks.getOrDefault(status, "");
  }

  /** What the marks mean. */
  Line legend() {
    return Line.note(words.say("note.marks"));
  }
}
