package peaceindex.returns;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import peaceindex.panel.Fields;
import peaceindex.panel.Labels;

/** The words by which the parts of a return are recognised, ready to be compared. */
final class Vocabulary {
  /** A unit of measurement after a name: 常住人口（人）, 群众安全感(%), 常住人口/万人. */
  private static final Pattern MEASURE =
      Pattern.compile("(?:[(\\[（【][^()\\[\\]（）【】]{1,8}[)\\]）】]|[/／][^/／]{1,4})\\s*$");

  private final Fields fields;
  private final Set<String> unitCode;
  private final Set<String> unitName;
  private final Set<String> period;
  private final Set<String> total;
  private final Set<String> remark;

  Vocabulary(ReturnsLayout layout) {
    this.fields = layout.fields();
    this.unitCode = keys(layout.unitCode());
    this.unitName = keys(layout.unitName());
    this.period = keys(layout.period());
    this.total = keys(layout.total());
    this.remark = keys(layout.remark());
  }

  /** Words as they are compared. */
  static Set<String> keys(List<String> words) {
    return words.stream().map(Labels::key).collect(Collectors.toUnmodifiableSet());
  }

  boolean isUnitCode(String label) {
    return unitCode.contains(Labels.key(label));
  }

  boolean isUnitName(String label) {
    return unitName.contains(Labels.key(label));
  }

  /** Whether a label stands over or beside the unit, by code or by name. */
  boolean isUnit(String label) {
    String key = Labels.key(label);
    return unitName.contains(key) || unitCode.contains(key);
  }

  boolean isPeriod(String label) {
    return period.contains(Labels.key(label));
  }

  /** Whether a text begins like a total row or a remark. */
  boolean isTotalOrRemark(String text) {
    String key = Labels.key(text);
    return total.stream().anyMatch(key::startsWith) || remark.stream().anyMatch(key::startsWith);
  }

  /** The field that a single label names, with or without a unit of measurement; -1 if none. */
  int field(String label) {
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
  int field(List<String> labels) {
    for (int from = 0; from < labels.size(); from++) {
      int field = field(String.join("", labels.subList(from, labels.size())));
      if (field >= 0) {
        return field;
      }
    }
    for (int i = labels.size() - 2; i >= 0; i--) {
      int field = field(labels.get(i));
      if (field >= 0) {
        return field;
      }
    }
    return -1;
  }
}
