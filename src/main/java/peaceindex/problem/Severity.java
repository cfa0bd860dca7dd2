package peaceindex.problem;

/**
 * How bad a problem is. An {@link #ERROR} means that the figure or file is not used until somebody
 * answers; a {@link #WARNING} means used, but look; {@link #INFO} needs no answer.
 */
public enum Severity {
  ERROR(new Text("错误", "error")),
  WARNING(new Text("警告", "warning")),
  INFO(new Text("提示", "info"));

  private final Text label;

  Severity(Text label) {
    this.label = label;
  }

  public Text label() {
    return label;
  }

  /** The word used in JSON: {@code error}, {@code warning} or {@code info}. */
  public String tag() {
    return label.en();
  }
}
