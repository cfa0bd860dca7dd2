package peaceindex.panel;

import peaceindex.problem.Text;

/** How often returns come: the base period of an index. */
public enum Frequency {
  MONTH(new Text("月", "month")),
  YEAR(new Text("年", "year")),
  /** Returns without a period: there is one table only. */
  NONE(new Text("无", "none"));

  private final Text label;

  Frequency(Text label) {
    this.label = label;
  }

  public Text label() {
    return label;
  }
}
