package peaceindex.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.panel.Versions;
import peaceindex.problem.Text;

/**
 * The register of events (加减分登记表): the words by which it is found, and what may stand in it.
 *
 * @param unit labels of the column with the unit's name or code
 * @param date labels of the column with the day
 * @param rule labels of the column with the rule
 * @param times labels of the column that says how often; blank is once
 * @param points labels of a column with points, which are only compared with those of the rule
 * @param title words of which one stands in its title, in the name of its sheet or of its file
 * @param kinds the events that count, by the period from which they do
 */
public record EventsLayout(
    List<String> unit,
    List<String> date,
    List<String> rule,
    List<String> times,
    List<String> points,
    List<String> title,
    Versions<List<Kind>> kinds) {

  /** The words that are understood unless configuration names others. */
  public static final EventsLayout DEFAULT =
      new EventsLayout(
          List.of("单位名称", "单位", "乡镇（街道）", "乡镇街道", "乡镇", "街道", "被考核单位", "单位代码", "Unit", "Unit name"),
          List.of("发生日期", "日期", "发生时间", "时间", "认定日期", "Date", "Day"),
          List.of(
              "加减分事项", "加减分项目", "加减分规则", "加减分类型", "事项", "事项名称", "项目", "类型", "规则", "Rule", "Event",
              "Item", "Type"),
          List.of("次数", "起数", "件数", "数量", "Times", "Number", "Count"),
          List.of(
              "分值", "分数", "加减分", "加减分值", "加减分分值", "加分", "减分", "扣分", "加分值", "减分值", "扣分值", "Points"),
          List.of(
              "加减分登记",
              "加扣分登记",
              "加减分事项登记",
              "加减分台账",
              "加扣分台账",
              "加减分记录",
              "加减分情况登记",
              "加分减分登记",
              "奖惩登记",
              "Register of events",
              "Events register"),
          new Versions<>(Map.of()));

  /**
   * An event that a rule gives or takes points for, or that decides by itself.
   *
   * @param aliases other words for it in the register
   * @param points for one event; {@code NaN} where it decides in another way
   * @param repeat factor from the second time on
   */
  public record Kind(String id, Text name, List<String> aliases, double points, double repeat) {

    /** Every way to call it: its id, its names, its aliases. */
    public List<String> labels() {
      List<String> labels = new ArrayList<>(List.of(id, name.zh(), name.en()));
      labels.addAll(aliases);
      return labels;
    }
  }

  /** The same words for other events. */
  public EventsLayout with(Versions<List<Kind>> other) {
    return new EventsLayout(unit, date, rule, times, points, title, other);
  }

  /**
   * The events of several indices, all of which may stand in one register.
   *
   * @param base the base period of the returns
   */
  public static Versions<List<Kind>> together(List<Versions<List<Kind>>> indices, Frequency base) {
    List<Versions<List<Kind>>> byBase = indices.stream().map(one -> one.from(base)).toList();
    Map<Period, List<Kind>> all = new TreeMap<>();
    for (Versions<List<Kind>> one : byBase) {
      for (Period start : one.starts()) {
        all.put(
            start,
            byBase.stream().flatMap(v -> v.at(start).stream()).flatMap(List::stream).toList());
      }
    }
    return new Versions<>(all);
  }

  /** Whether any event counts at any time. */
  public boolean asksForEvents() {
    return kinds.all().stream().anyMatch(list -> !list.isEmpty());
  }
}
