package peaceindex.sample;

import java.util.List;

/**
 * The eighteen figures of a return, in the order of the forms.
 *
 * <p>Written out here and not read from the configuration on purpose: the sample is an independent
 * witness of what the configuration must recognise.
 */
enum SampleField {
  POPULATION("", "常住人口", "常住人口数", "人"),
  DISPUTES_RECEIVED("矛盾纠纷", "受理数", "纠纷受理数", "件"),
  DISPUTES_RESOLVED("矛盾纠纷", "化解数", "纠纷化解数", "件"),
  PETITIONS_DUE("信访事项", "应办结数", "", "件"),
  PETITIONS_ON_TIME("信访事项", "按期办结数", "", "件"),
  GRID_REPORTED("网格事项", "上报数", "", "件"),
  GRID_HANDLED("网格事项", "有效处置数", "", "件"),
  HOTLINE_RECEIVED("热线诉求", "受理数", "", "件"),
  HOTLINE_CLOSED("热线诉求", "办结数", "", "件"),
  CRIMINAL_CASES("", "刑事案件立案数", "", "起"),
  THEFT_CASES("", "盗窃案件立案数", "", "起"),
  FRAUD_CASES("", "电信网络诈骗立案数", "电信网络诈骗案件立案数", "起"),
  ROAD_ACCIDENTS("", "道路交通事故数", "道路交通事故起数", "起"),
  HAZARDS_FOUND("安全隐患", "排查数", "", "处"),
  HAZARDS_FIXED("安全隐患", "整改数", "", "处"),
  SAFETY_SENSE("", "群众安全感", "", "%"),
  SATISFACTION("", "群众满意度", "", "%"),
  AWARENESS("", "平安建设知晓率", "", "%");

  /** In the order of the forms. */
  static final List<SampleField> ALL = List.of(values());

  private final String group;
  private final String subLabel;
  private final String alias;
  private final String unit;

  SampleField(String group, String subLabel, String alias, String unit) {
    this.group = group;
    this.subLabel = subLabel;
    this.alias = alias;
    this.unit = unit;
  }

  /** The place in the forms, from 0. */
  int position() {
    return ALL.indexOf(this);
  }

  /** The upper of the two header cells of 2024; empty if the header is one tall cell. */
  String group() {
    return group;
  }

  /** The lower of the two header cells of 2024, or all of the header. */
  String subLabel() {
    return subLabel;
  }

  /** The full name, as the forms of 2025 print it. */
  String label() {
    return group + subLabel;
  }

  /** Another accepted name, or the full name where there is none. */
  String alias() {
    return alias.isEmpty() ? label() : alias;
  }

  /** The unit in full-width brackets, as it stands behind a label. */
  String bracketedUnit() {
    return "（" + unit + "）";
  }

  /** Percentages are kept as hundredths of a percent: 9652 is 96.52 %. */
  boolean isPercentage() {
    return unit.equals("%");
  }
}
