package peaceindex.returns;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that is made ready when it is first needed: of the many by which unusual
 * spellings are understood, most runs need few.
 */
final class Expression {
  private final String regex;
  private volatile @Nullable Pattern pattern;

  Expression(String regex) {
    this.regex = regex;
  }

  Matcher matcher(String text) {
    return pattern().matcher(text);
  }

  String[] split(String text) {
    return pattern().split(text);
  }

  private Pattern pattern() {
    Pattern known = pattern;
    if (known == null) {
      known = Pattern.compile(regex);
      pattern = known;
    }
    return known;
  }
}
