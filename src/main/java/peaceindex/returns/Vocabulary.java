package peaceindex.returns;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import peaceindex.panel.Field;
import peaceindex.panel.Fields;
import peaceindex.panel.Frequency;
import peaceindex.panel.Labels;
import peaceindex.panel.Period;

/** The words by which the parts of a return are recognised, ready to be compared. */
final class Vocabulary {
  /**
   * A field that a label names.
   *
   * @param field number of the field, -1 if the label names none
   * @param clear whether the label says no more than the field, its measure and the period; 纠纷受理数
   *     （1-12月） is not clear
   * @param factor by which figures under the label are multiplied: 10000 under 常住人口（万人）
   * @param measure the measure that makes the factor; empty where figures stay as they are
   */
  record Label(int field, boolean clear, BigDecimal factor, String measure) {
    static final Label NONE = new Label(-1, false, BigDecimal.ONE, "");

    boolean isNone() {
      return field < 0;
    }

    /** The same label with a measure that stands elsewhere, such as in a row of its own. */
    Label measured(String text, Field of) {
      Optional<BigDecimal> other = Measure.factor(text, of);
      boolean scales = other.isPresent() && other.get().compareTo(BigDecimal.ONE) != 0;
      boolean contradicts =
          other.isEmpty() || (!measure.isEmpty() && other.get().compareTo(factor) != 0);
      return contradicts
          ? new Label(field, false, factor, measure)
          : scales ? new Label(field, clear, other.get(), text.strip()) : this;
    }

    Label unclear() {
      return new Label(field, false, factor, measure);
    }
  }

  /** No label, name or figure is longer; what is, is not even looked at. */
  static final int LONGEST = 100;

  private static final int MAXIMAL_SUFFIXES = 3;

  /** What stands after a name in brackets, behind a slash, a comma or a colon. */
  private static final Expression SUFFIX =
      new Expression(
          "(?s)(?:[(\\[（【〔]([^()\\[\\]（）【】〔〕]{1,20})[)\\]）】〕]|[/／,，:：]([^/／,，:：]{1,8}))\\s*$");

  /** What stands before or after a name and says nothing: 1. 一、（二） 其中： * ① */
  private static final Expression ORNAMENT =
      new Expression(
          "^(?:\\s*(?:[*＊★☆※#]|其中[:：]?|[(（][一二三四五六七八九十\\d]{1,3}[)）]"
              + "|[一二三四五六七八九十]{1,3}[、．.]|\\d{1,2}[、．.](?!\\d)))+\\s*"
              + "|\\s*[*＊★☆※:：\\p{No}]+\\s*$");

  /** In a return of a week 本周 stands for 本月, and 本月 is of a longer time. */
  private static final List<String> PRESENT =
      List.of(
          "本月",
          "本期",
          "当月",
          "当期",
          "本季",
          "本季度",
          "本月数",
          "本期数",
          "当月数",
          "本季数",
          "本月发生数",
          "本期发生数",
          "本月数据",
          "本期数据",
          "本月情况",
          "本月值",
          "本期值",
          "数",
          "数量",
          "数值",
          "数据",
          "实际数",
          "实际值",
          "指标值",
          "填报数",
          "填报值",
          "填报数据",
          "上报数",
          "报送数",
          "完成数",
          "完成值",
          "结果",
          "个数",
          "必填",
          "必填项",
          "value",
          "figure",
          "number",
          "current",
          "current month",
          "this month",
          "this period",
          "actual");

  /** Below a field whose parts stand beside it: 刑事案件立案数 over 合计 and 其中盗窃. */
  private static final Set<String> WHOLE = Set.of("合计", "总计", "小计", "总数", "计", "total", "all");

  private static final String OTHER_PERIOD =
      "累计|同期|上年|去年|上月|上期|上季|同比|环比|增减|增幅|增长|升降|年初|全年|本年|今年以来|截至|截止|目标|计划|前年|年度数"
          + "|上半年|下半年|第?[一二三四1-4]季度|[一1][-—至到]本月"
          + "|cumulative|yeartodate|ytd|lastyear|lastmonth|previous|prior(?!ity)|(?<!ex)change"
          + "|target|rolling";

  /** A group of which the figures below are but a part, or something else. */
  private static final Expression OTHER_FIGURES =
      new Expression("其中|排名|名次|占比|比重|得分|rateper|per\\d|share");

  /** Before the name of a field: 本月矛盾纠纷受理数. */
  private static final String AT_PRESENT = "^(?:本月|当月|本期|当期)(?=\\S)";

  /** In a return of a third or a week only. */
  private static final String LONGER_PERIOD = "|[本当][月季]|thismonth|currentmonth|";

  private static final Expression MEASURE_NOTE =
      new Expression(
          "(?<!\\p{IsHan})(?:计量单位|单位|[Uu]nits?)\\s*[:：][\\s\u3000]*([^()（）:：]{1,30})"
              + "|[Ff]igures in ((?:hundred |ten )?(?:thousand|million)s?)");

  private static final Expression AVERAGE = new Expression("平均|均值|average|mean");

  /** What {@link #ORNAMENT} begins with beside figures, and ends with. */
  private static final String FIRST_ORNAMENTS = "*＊★☆※#其(（一二三四五六七八九十";

  private static final String LAST_ORNAMENTS = "*＊★☆※:：";

  /** No {@link #SUFFIX} is without one of these. */
  private static final String SIGNS_OF_SUFFIX = ")]）】〕/／,，:：";

  /** The field of labels is the same whatever period is wanted, unless one of them names a time. */
  private record Column(List<String> texts, Optional<Period> wanted) {}

  private final Memo<Column, Label> columns =
      new Memo<>(column -> found(column.texts(), column.wanted()));
  private final Memo<String, Label> labels = new Memo<>(text -> label(text, Optional.empty()));
  private final Memo<String, Boolean> ofOtherPeriods;
  private final Memo<String, Boolean> ofPersons = new Memo<>(this::asksForPerson);

  // What a label may stand beside or over.
  private static final int UNIT_CODE = 1;
  private static final int UNIT_NAME = 2;
  private static final int PERIOD = 4;

  /** The words that stand beside or over these. */
  private final Map<String, Integer> kinds = new HashMap<>();

  private final Memo<String, Integer> kindsOfOrnamented = new Memo<>(this::kindsOfOrnamented);

  private final Fields fields;
  private final Set<String> present;
  private final Expression atPresent;
  private final Expression otherPeriod;
  private final Set<String> total;
  private final Set<String> remark;
  private final Set<String> personal;

  Vocabulary(ReturnsLayout layout, Frequency frequency) {
    this.fields = layout.fields();
    this.present = present(frequency);
    this.atPresent =
        new Expression(
            switch (frequency) {
              case TEN_DAYS -> AT_PRESENT.replace('月', '旬');
              case WEEK -> AT_PRESENT.replace('月', '周');
              default -> AT_PRESENT;
            });
    this.otherPeriod =
        new Expression(
            switch (frequency) {
              case TEN_DAYS -> OTHER_PERIOD + LONGER_PERIOD + "上一旬|[本上]周";
              case WEEK -> OTHER_PERIOD + LONGER_PERIOD + "上一?周|本旬|上一旬";
              default -> OTHER_PERIOD;
            });
    this.ofOtherPeriods = new Memo<>(text -> otherPeriod.matcher(Labels.key(text)).find());
    addKind(UNIT_CODE, layout.unitCode());
    addKind(UNIT_NAME, layout.unitName());
    addKind(PERIOD, layout.period());
    this.total = keys(layout.total());
    this.remark = keys(layout.remark());
    this.personal = keys(layout.personal());
  }

  private void addKind(int kind, List<String> words) {
    for (String word : words) {
      kinds.merge(Labels.key(word), kind, (a, b) -> a | b);
    }
  }

  private static Set<String> present(Frequency frequency) {
    if (!ShortPeriods.isShort(frequency)) {
      return keys(PRESENT);
    }
    boolean week = frequency == Frequency.WEEK;
    return keys(
        PRESENT.stream()
            .filter(word -> !word.contains("季"))
            .map(word -> word.replace("月", week ? "周" : "旬"))
            .map(word -> word.replace("month", week ? "week" : "ten days"))
            .toList());
  }

  Field field(int number) {
    return fields.get(number);
  }

  /** Words as they are compared. */
  static Set<String> keys(List<String> words) {
    Set<String> keys = new HashSet<>();
    for (String word : words) {
      keys.add(Labels.key(word));
    }
    return keys;
  }

  boolean isUnitCode(String label) {
    return is(UNIT_CODE, label);
  }

  boolean isUnitName(String label) {
    return is(UNIT_NAME, label);
  }

  /** Whether a label stands over or beside the unit, by code or by name. */
  boolean isUnit(String label) {
    return is(UNIT_CODE | UNIT_NAME, label);
  }

  boolean isPeriod(String label) {
    return is(PERIOD, label);
  }

  private boolean is(int kind, String label) {
    if (label.length() > LONGEST) {
      return false;
    }
    int found = isBare(label) ? kinds.getOrDefault(label, 0) : kindsOfOrnamented.of(label);
    return (found & kind) != 0;
  }

  /** Of a label perhaps with ornaments or a remark in brackets: 填报单位（盖章）. */
  private int kindsOfOrnamented(String label) {
    String rest = plain(label);
    int found = kinds.getOrDefault(Labels.key(label), 0) | kinds.getOrDefault(Labels.key(rest), 0);
    Matcher suffix = SUFFIX.matcher(rest);
    return mayHaveSuffix(rest) && suffix.find()
        ? found | kinds.getOrDefault(Labels.key(rest.substring(0, suffix.start())), 0)
        : found;
  }

  /** Whether a label is plainly without ornament and suffix, as names and codes of units are. */
  private static boolean isBare(String label) {
    return Labels.isPlain(label) && label.indexOf('.') < 0 && !label.startsWith("其中");
  }

  /** Whether a text stands at a total row (合计, 镇乡合计) or begins a remark. */
  boolean isTotalOrRemark(String text) {
    String key = Labels.key(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    return isTotal(key) || remark.stream().anyMatch(key::startsWith);
  }

  /** Whether a text stands at a row that adds up others; an average does not. */
  boolean isSum(String text) {
    String key = Labels.key(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    return isTotal(key) && !AVERAGE.matcher(key).find();
  }

  private boolean isTotal(String key) {
    return total.stream().anyMatch(word -> key.startsWith(word) || key.endsWith(word));
  }

  /** Whether a column of remarks stands below this label. */
  boolean isRemark(String label) {
    String key = Labels.key(label);
    return label.length() <= LONGEST && remark.stream().anyMatch(key::startsWith);
  }

  /** Whether a column of data of persons stands below this label: 联系电话, 经办人姓名. */
  boolean isPersonal(String label) {
    return label.length() <= LONGEST && ofPersons.of(label);
  }

  private boolean asksForPerson(String label) {
    String key = Labels.key(plain(label));
    Matcher suffix = SUFFIX.matcher(key);
    String rest = mayHaveSuffix(key) && suffix.find() ? key.substring(0, suffix.start()) : key;
    for (String word : personal) {
      if (key.endsWith(word) || rest.endsWith(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a heading says that figures are of the period reported: 本月, 数量. */
  boolean isPresent(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    Matcher suffix = SUFFIX.matcher(text);
    String key =
        Labels.key(mayHaveSuffix(text) && suffix.find() ? text.substring(0, suffix.start()) : text);
    return present.contains(key)
        || (atPresent.matcher(key).lookingAt() && !otherPeriod.matcher(key).find());
  }

  /**
   * Whether a text says that figures are of another time than the period reported, or are no
   * figures of it at all: 累计, 上年同期, 同比.
   */
  boolean isOtherPeriod(String text) {
    return text.length() <= LONGEST && ofOtherPeriods.of(text);
  }

  /** The same, also for a text that names another period than the one that is {@code wanted}. */
  boolean isOtherPeriod(String text, Optional<Period> wanted) {
    return isOtherPeriod(text)
        || (text.length() <= LONGEST
            && wanted.filter(period -> PeriodText.namesOther(text, period)).isPresent());
  }

  /** The field that a single label names. */
  Label label(String text) {
    return text.length() > LONGEST ? Label.NONE : labels.of(text);
  }

  private Label label(String text, Optional<Period> wanted) {
    if (text.length() > LONGEST) {
      return Label.NONE;
    }
    int exact = fields.indexOf(text);
    if (exact >= 0) {
      return new Label(exact, true, BigDecimal.ONE, "");
    }
    String rest = plain(text);
    List<String> notes = new ArrayList<>();
    for (int i = 0; i <= MAXIMAL_SUFFIXES; i++) {
      int field = fields.indexOf(rest);
      if (field >= 0) {
        return noted(new Label(field, true, BigDecimal.ONE, ""), notes, wanted);
      }
      if (mayBePresent(rest) && atPresent.matcher(rest).lookingAt()) {
        rest = atPresent.matcher(rest).replaceFirst("");
        continue;
      }
      Matcher suffix = SUFFIX.matcher(rest);
      if (!mayHaveSuffix(rest) || !suffix.find()) {
        return Label.NONE;
      }
      notes.add(note(suffix));
      rest = plain(rest.substring(0, suffix.start()));
    }
    return Label.NONE;
  }

  /** What a suffix says, in brackets or behind a sign. */
  private static String note(Matcher suffix) {
    return suffix.group(1) == null ? suffix.group(2) : suffix.group(1);
  }

  private Label noted(Label label, List<String> notes, Optional<Period> wanted) {
    Label noted = label;
    for (String note : notes) {
      boolean says = isPresent(note) || wanted.filter(p -> PeriodText.names(note, p)).isPresent();
      noted = says ? noted : noted.measured(note, fields.get(label.field()));
    }
    return noted;
  }

  /** The titles among which a note such as 单位：万元 stands; empty if there plainly is none. */
  static String noteAmong(List<String> titles) {
    StringBuilder joined = new StringBuilder();
    for (String title : titles) {
      if (title.length() <= LONGEST) {
        // A note may stand in two cells.
        joined.append(joined.isEmpty() ? "" : "\u3000").append(title);
      }
    }
    String all = joined.toString();
    boolean maybe = all.contains("单位") || all.contains("nit") || all.contains("igures in");
    return maybe ? all : "";
  }

  /**
   * A label under a note such as 单位：万元 above the whole table, which holds for the fields that are
   * counted in 元 and say nothing else.
   *
   * @param titles of {@link #noteAmong}
   */
  Label underNote(Label label, String titles) {
    return label.measure().isEmpty() && !titles.isEmpty() ? measuredByNote(label, titles) : label;
  }

  private Label measuredByNote(Label label, String titles) {
    Field field = fields.get(label.field());
    Matcher note = MEASURE_NOTE.matcher(titles);
    while (note.find()) {
      if (note.group(1) == null) {
        return Measure.factor(note.group(2), field).isPresent()
            ? label.measured(note.group(2), field)
            : label;
      }
      for (String measure : note.group(1).split("[、,，/／\\s\u3000]+")) {
        String key = Labels.key(measure);
        boolean own =
            (!field.unit().zh().isEmpty() && key.endsWith(Labels.key(field.unit().zh())))
                || (!field.unit().en().isEmpty() && key.endsWith(Labels.key(field.unit().en())));
        if (own && Measure.factor(measure, field).isPresent()) {
          return label.measured(measure, field);
        }
      }
    }
    return label;
  }

  /** A label under a group or heading that says in brackets what all below is measured in. */
  Label underHeading(Label label, String heading) {
    Matcher suffix = SUFFIX.matcher(heading.length() > LONGEST ? "" : heading);
    if (!mayHaveSuffix(heading) || !suffix.find()) {
      return label;
    }
    String note = note(suffix);
    Field field = fields.get(label.field());
    return Measure.factor(note, field).isPresent() ? label.measured(note, field) : label;
  }

  /** Whether a text, such as what follows 单位：, is a measure of any of the fields. */
  boolean isMeasureOfAny(String text) {
    return text.length() <= LONGEST
        && fields.all().stream().anyMatch(field -> Measure.factor(text, field).isPresent());
  }

  /** A label without what ornaments it. */
  private static String plain(String text) {
    String before;
    String after = text.strip();
    do {
      before = after;
      if (!mayBeOrnamented(before)) {
        break;
      }
      after = ORNAMENT.matcher(before).replaceFirst("").strip();
    } while (!after.equals(before) && !after.isEmpty());
    return after.isEmpty() ? text : after;
  }

  // Most labels are without any of these, which is told faster than by trying to match them.

  /** Whether a label without blanks around it begins or ends like an {@link #ORNAMENT}. */
  private static boolean mayBeOrnamented(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char first = text.charAt(0);
    char last = text.charAt(text.length() - 1);
    boolean begins =
        first >= '0' && first <= '9'
            ? isNumberSign(text, 1) || isNumberSign(text, 2)
            : FIRST_ORNAMENTS.indexOf(first) >= 0;
    return begins
        || LAST_ORNAMENTS.indexOf(last) >= 0
        || Character.isSurrogate(last)
        || Character.getType(last) == Character.OTHER_NUMBER;
  }

  /** Whether what stands at a place may end the number of a label: 1. 12、 */
  private static boolean isNumberSign(String text, int place) {
    return place < text.length() && "、．.".indexOf(text.charAt(place)) >= 0;
  }

  private static boolean mayHaveSuffix(String text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      if (SIGNS_OF_SUFFIX.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayBePresent(String text) {
    return !text.isEmpty() && (text.charAt(0) == '本' || text.charAt(0) == '当');
  }

  /**
   * The field that a column's labels name, from the top down: as many of them together as possible
   * (矛盾纠纷 over 受理数), the lowest first. What stands above is a group, which must not be of another
   * period; what stands below must be a measure or say that it is this period.
   */
  Label label(List<String> texts, Optional<Period> wanted) {
    boolean timeless = true;
    for (String text : texts) {
      if (text.length() > LONGEST) {
        return found(texts, wanted);
      }
      timeless &= !PeriodText.mayNameTime(text);
    }
    if (timeless && texts.size() == 1) {
      return labels.of(texts.get(0));
    }
    return columns.of(new Column(List.copyOf(texts), timeless ? Optional.empty() : wanted));
  }

  private Label found(List<String> texts, Optional<Period> wanted) {
    int n = texts.size();
    for (int length = n; length > 0; length--) {
      for (int from = n - length; from >= 0; from--) {
        Label label = together(texts.subList(from, from + length), wanted);
        if (!label.isNone()) {
          return surrounded(label, texts.subList(0, from), texts.subList(from + length, n), wanted);
        }
      }
    }
    return Label.NONE;
  }

  /** The field that labels name together; a group may carry a measure: 矛盾纠纷（件） over 受理数. */
  private Label together(List<String> texts, Optional<Period> wanted) {
    if (texts.size() == 1) {
      String text = texts.get(0);
      return PeriodText.mayNameTime(text) ? label(text, wanted) : label(text);
    }
    String together = String.join("", texts);
    Label joined = label(together, wanted);
    if (!joined.isNone()) {
      return joined;
    }
    StringBuilder names = new StringBuilder();
    List<String> notes = new ArrayList<>();
    for (String text : texts.subList(0, texts.size() - 1)) {
      String rest = plain(text);
      Matcher suffix = SUFFIX.matcher(rest);
      if (mayHaveSuffix(rest) && suffix.find()) {
        notes.add(note(suffix));
        rest = rest.substring(0, suffix.start());
      }
      names.append(rest);
    }
    String name = names.append(plain(texts.get(texts.size() - 1))).toString();
    Label label = name.equals(together) ? joined : label(name, wanted);
    return label.isNone() ? label : noted(label, notes, wanted);
  }

  private Label surrounded(
      Label label, List<String> above, List<String> below, Optional<Period> wanted) {
    Label result = label;
    for (String text : above) {
      boolean other = isOtherPeriod(text, wanted) || OTHER_FIGURES.matcher(Labels.key(text)).find();
      result = other ? result.unclear() : underHeading(result, text);
    }
    List<String> notes = below.stream().filter(text -> !WHOLE.contains(Labels.key(text))).toList();
    return noted(result, notes, wanted);
  }
}
