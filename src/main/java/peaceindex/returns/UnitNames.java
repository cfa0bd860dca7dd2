package peaceindex.returns;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Text;
import peaceindex.returns.InputFolder.ReturnFile;
import peaceindex.sheet.Cells;

/**
 * Whether label, title, sheet and file name mean the same unit: a template may have been copied.
 */
final class UnitNames {
  private static final Expression LIST = new Expression("[、,，;；/\\s\\u3000]+|[和与及](?=.{2,})");
  private static final Text COMMA = new Text("，", ", ");

  private static final Expression NAME = new Expression("[\\p{L}\\p{N}][\\p{L}\\p{N} ]*");
  private static final int LONGEST_NAME = 20;

  /** Where a unit is named, and what stands there. */
  private record Named(String text, String key) {}

  private final Desk desk;

  UnitNames(Desk desk) {
    this.desk = desk;
  }

  /**
   * Whether all that name a unit name the same one; it is said if they do not.
   *
   * @param labelled the unit beside its label, -1 if there is no label
   * @param label what stands there
   */
  boolean agree(ReturnFile file, Cells cells, List<String> titles, int labelled, String label) {
    Map<Integer, Named> found = new TreeMap<>();
    if (labelled >= 0) {
      say(found, labelled, label, "unit.label");
    }
    for (String title : titles) {
      collect(found, title, "unit.title");
    }
    collect(found, cells.sheet(), "unit.sheet");
    collect(found, UnitFinder.withoutExtension(file.name()), "unit.file");
    if (found.size() < 2) {
      return true;
    }
    desk.problems()
        .add(
            Code.UNIT_CONTRADICTS,
            CellRef.sheet(file.shown(), cells.sheet()),
            "found",
            found.entrySet().stream()
                .map(entry -> said(entry.getKey(), entry.getValue()))
                .reduce((a, b) -> a.plus(COMMA).plus(b))
                .orElse(Text.of("")));
    return false;
  }

  /** Whether any of {@link #LIST} is in a text; else its only part is the text. */
  private static boolean mayBeList(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || "、,，;；/\u3000和与及".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static void say(Map<Integer, Named> found, int unit, String text, String key) {
    found.putIfAbsent(unit, new Named(text, key));
  }

  private Text said(int unit, Named named) {
    return Messages.phrase(named.key(), "name", quoted(unit, named.text()));
  }

  /** The units that a text names, also where there are several. */
  private void collect(Map<Integer, Named> found, String text, String key) {
    if (text.length() > Vocabulary.LONGEST) {
      return;
    }
    int whole = desk.units().mentionedIn(text);
    if (whole >= 0) {
      say(found, whole, text, key);
      return;
    }
    if (!mayBeList(text)) {
      return;
    }
    for (String part : LIST.split(text)) {
      int unit = part.isEmpty() ? -1 : desk.units().mentionedIn(part);
      if (unit >= 0) {
        say(found, unit, part, key);
      }
    }
  }

  /** No more of a text than the name of the unit: beside it may stand that of a person. */
  private String quoted(int unit, String text) {
    String shortest = "";
    for (int length = 2; length <= Math.min(text.length(), LONGEST_NAME); length++) {
      for (int from = 0; from + length <= text.length(); from++) {
        String part = text.substring(from, from + length);
        if (NAME.matcher(part).matches() && desk.units().find(part) == unit) {
          if (UnitFinder.isAdministrative(part)) {
            return part;
          }
          shortest = shortest.isEmpty() ? part : shortest;
        }
      }
    }
    return shortest.isEmpty() ? desk.units().idOf(unit) : shortest;
  }
}
