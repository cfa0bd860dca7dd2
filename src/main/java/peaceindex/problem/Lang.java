package peaceindex.problem;

import java.util.Locale;

/** The two languages of everything the tool says: Chinese by default, English by a setting. */
public enum Lang {
  ZH(Locale.SIMPLIFIED_CHINESE),
  EN(Locale.ENGLISH);

  private final Locale locale;

  Lang(Locale locale) {
    this.locale = locale;
  }

  /** The locale for libraries that want one; never the machine's own. */
  public Locale locale() {
    return locale;
  }

  /** The tag used on the command line and in configuration: {@code zh} or {@code en}. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The tag, so that the command line completes what is typed. */
  @Override
  public String toString() {
    return tag();
  }
}
