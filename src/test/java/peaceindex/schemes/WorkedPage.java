package peaceindex.schemes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import peaceindex.panel.Period;

/**
 * A page of figures worked by hand. Of its tables count those whose first column is {@code period},
 * for the main index, or {@code period of ID} for another; the second column is the unit's id, and
 * the head says what the others hold. A blank cell says nothing, {@code —} that there is none.
 */
final class WorkedPage {

  /**
   * A row of a table.
   *
   * @param index id of the index; empty for the main one
   * @param figures what is expected, by the head of its column
   */
  record Line(String index, Period period, String unit, Map<String, String> figures) {}

  private WorkedPage() {}

  static List<Line> read(Path file) throws IOException {
    List<Line> lines = new ArrayList<>();
    List<String> head = List.of();
    for (String text : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      List<String> cells = cells(text);
      if (cells.isEmpty()) {
        head = List.of();
      } else if (cells.get(0).startsWith("period")) {
        head = cells;
      } else if (!head.isEmpty() && !cells.get(0).startsWith("-")) {
        lines.add(line(head, cells));
      }
    }
    return lines;
  }

  private static List<String> cells(String text) {
    return text.startsWith("|")
        ? Stream.of(text.substring(1).split("\\|")).map(String::strip).toList()
        : List.of();
  }

  private static Line line(List<String> head, List<String> cells) {
    Map<String, String> figures = new LinkedHashMap<>();
    for (int i = 2; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        figures.put(head.get(i), cells.get(i));
      }
    }
    return new Line(
        head.get(0).replaceFirst("^period( of )?", ""),
        Period.parse(cells.get(0)).orElseThrow(),
        cells.get(1),
        figures);
  }
}
