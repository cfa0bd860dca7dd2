package peaceindex.problem;

/**
 * A name or phrase in both languages. Configuration may give one string for both, or {@code {zh: …,
 * en: …}}.
 */
public record Text(String zh, String en) {

  /** The same words in both languages. */
  public static Text of(String both) {
    return new Text(both, both);
  }

  /** The words in {@code lang}. */
  public String in(Lang lang) {
    return lang == Lang.ZH ? zh : en;
  }

  /** Both languages joined to one text, each with its own counterpart. */
  public Text plus(Text next) {
    return new Text(zh + next.zh, en + next.en);
  }

  /** Chinese, so that an accidental string conversion shows in the default language. */
  @Override
  public String toString() {
    return zh;
  }
}
