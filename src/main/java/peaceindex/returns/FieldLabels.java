package peaceindex.returns;

import java.util.List;
import java.util.regex.Pattern;
import peaceindex.panel.Fields;
import peaceindex.panel.Labels;

/** Finds the field that a label in a return names. */
final class FieldLabels {
  /** A unit of measurement after the name: 常住人口（人）, 群众安全感(%), 常住人口/万人. */
  private static final Pattern MEASURE =
      Pattern.compile("(?:[(\\[（【][^()\\[\\]（）【】]{1,8}[)\\]）】]|[/／][^/／]{1,4})\\s*$");

  private final Fields fields;

  FieldLabels(Fields fields) {
    this.fields = fields;
  }

  /** The field that a single label names, with or without a unit of measurement; -1 if none. */
  int find(String label) {
    int field = fields.indexOf(label);
    if (field < 0) {
      String bare = MEASURE.matcher(label.strip()).replaceFirst("");
      field = bare.isBlank() ? -1 : fields.indexOf(bare);
    }
    return field;
  }

  /**
   * The field that a column's labels name, from the top down: all of them together (矛盾纠纷 over 受理数),
   * else the last ones, else the last one alone, else one above a unit of measurement.
   */
  int find(List<String> labels) {
    for (int from = 0; from < labels.size(); from++) {
      int field = find(String.join("", labels.subList(from, labels.size())));
      if (field >= 0) {
        return field;
      }
    }
    for (int i = labels.size() - 2; i >= 0; i--) {
      int field = find(labels.get(i));
      if (field >= 0) {
        return field;
      }
    }
    return -1;
  }

  /** Whether {@code text} is one of {@code words}, as labels are compared. */
  static boolean isOneOf(String text, List<String> words) {
    String key = Labels.key(text);
    return words.stream().anyMatch(word -> Labels.key(word).equals(key));
  }

  /** Whether {@code text} begins with one of {@code words}, as labels are compared. */
  static boolean beginsWith(String text, List<String> words) {
    String key = Labels.key(text);
    return words.stream().map(Labels::key).anyMatch(word -> key.startsWith(word));
  }
}
