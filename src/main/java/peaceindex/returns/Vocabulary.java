package peaceindex.returns;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import peaceindex.panel.Fields;
import peaceindex.panel.Labels;

/** The words by which the parts of a return are recognised, ready to be compared. */
final class Vocabulary {
  /**
   * A field that a label names.
   *
   * @param field number of the field, -1 if the label names none
   * @param clear whether the label says no more than the field and its unit; 纠纷受理数（1-12月） is not
   *     clear, and 常住人口（万人） is not where people are counted
   */
  record Label(int field, boolean clear) {
    static final Label NONE = new Label(-1, false);
  }

  /** No label, name or figure is longer; what is, is not even looked at. */
  static final int LONGEST = 100;

  /** What stands after a name in brackets or behind a slash. */
  private static final Pattern SUFFIX =
      Pattern.compile("(?:[(\\[（【][^()\\[\\]（）【】]{1,20}[)\\]）】]|[/／][^/／]{1,8})$");

  private static final Pattern BRACKETS = Pattern.compile("[()\\[\\]【】/]");

  /**
   * Units that leave a figure as it is. Units that scale it (万人, ‰) are only understood as the
   * field's own.
   */
  private static final Set<String> COUNTERS =
      Set.of(
          "人", "件", "起", "处", "个", "次", "户", "名", "例", "宗", "条", "家", "场", "元", "%", "persons",
          "people", "cases", "number", "no.", "count");

  private static final Pattern OTHER_PERIOD =
      Pattern.compile(
          "累计|同期|上年|去年|上月|上期|同比|环比|增减|增幅|增长|年初|全年|目标|计划"
              + "|cumulative|yeartodate|ytd|lastyear|previous|change|target");

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
    return label.length() <= LONGEST && unitCode.contains(Labels.key(label));
  }

  boolean isUnitName(String label) {
    return label.length() <= LONGEST && unitName.contains(Labels.key(label));
  }

  /** Whether a label stands over or beside the unit, by code or by name. */
  boolean isUnit(String label) {
    return isUnitName(label) || isUnitCode(label);
  }

  boolean isPeriod(String label) {
    return label.length() <= LONGEST && period.contains(Labels.key(label));
  }

  /** Whether a text stands at a total row (合计, 镇乡合计) or begins a remark. */
  boolean isTotalOrRemark(String text) {
    String key = Labels.key(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    return total.stream().anyMatch(word -> key.startsWith(word) || key.endsWith(word))
        || remark.stream().anyMatch(key::startsWith);
  }

  /**
   * Whether a text says that figures are of another time than the period reported, or are no
   * figures of it at all: 累计, 上年同期, 同比.
   */
  boolean isOtherPeriod(String text) {
    return text.length() <= LONGEST && OTHER_PERIOD.matcher(Labels.key(text)).find();
  }

  /** The field that a single label names. */
  Label label(String text) {
    if (text.length() > LONGEST) {
      return Label.NONE;
    }
    int exact = fields.indexOf(text);
    if (exact >= 0) {
      return new Label(exact, true);
    }
    Matcher suffix = SUFFIX.matcher(text.strip());
    if (!suffix.find()) {
      return Label.NONE;
    }
    int field = fields.indexOf(text.strip().substring(0, suffix.start()));
    return field < 0 ? Label.NONE : new Label(field, isMeasure(suffix.group(), field));
  }

  /**
   * The field that a column's labels name, from the top down: all of them together (矛盾纠纷 over 受理数),
   * else the last ones, else the last one alone, else one above its unit of measurement.
   */
  Label label(List<String> texts) {
    for (int from = 0; from < texts.size(); from++) {
      Label label = label(String.join("", texts.subList(from, texts.size())));
      if (label.field() >= 0) {
        boolean other = texts.subList(0, from).stream().anyMatch(this::isOtherPeriod);
        return new Label(label.field(), label.clear() && !other);
      }
    }
    for (int i = texts.size() - 2; i >= 0; i--) {
      Label label = label(texts.get(i));
      if (label.field() >= 0) {
        boolean measures =
            texts.subList(i + 1, texts.size()).stream().allMatch(t -> isMeasure(t, label.field()));
        return new Label(label.field(), label.clear() && measures);
      }
    }
    return Label.NONE;
  }

  /** Whether a text is nothing but a unit in which the field may be measured. */
  boolean isMeasure(String text, int field) {
    if (text.length() > LONGEST) {
      return false;
    }
    String key = BRACKETS.matcher(Labels.key(text)).replaceAll("");
    return COUNTERS.contains(key)
        || key.equals(Labels.key(fields.get(field).unit().zh()))
        || key.equals(Labels.key(fields.get(field).unit().en()));
  }
}
