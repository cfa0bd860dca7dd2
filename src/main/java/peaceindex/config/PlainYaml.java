package peaceindex.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import peaceindex.problem.LineRef;

/**
 * Reads YAML as configuration is written nearly always: keys and lists by indentation, braces and
 * brackets that close in their line, plain and quoted words that need no escape, comments. It is
 * many times as fast as a parser of all of YAML, which counts where a roster has 40,000 lines, and
 * gives the very same values at the very same places. Whatever else a file holds, faults above all,
 * is not for it: then it gives nothing, and the parser says what there is to say.
 */
final class PlainYaml {
  /** Nobody nests so deep; the bound of all documents is beyond. */
  private static final int MAXIMAL_DEPTH = 40;

  /** Says that the text is not as plain as that; never leaves this class. */
  private static final class NotPlain extends Exception {
    private static final long serialVersionUID = 1L;
    private static final NotPlain IT = new NotPlain();

    private NotPlain() {
      super(null, null, false, false);
    }
  }

  private final String text;
  private final String file;

  /** Words that were read, by what their characters add up to. */
  private final @Nullable String[] words = new String[256];

  /** Where the next character is, and in which line. */
  private int at;

  private int line = 1;
  private int lineStart;

  private PlainYaml(String text, String file) {
    this.text = text;
    this.file = file;
  }

  /**
   * The document, if it is a plain one.
   *
   * @param file how it is called in places
   */
  static Optional<YamlNode> read(String text, String file) {
    if (!isPrintable(text)) {
      return Optional.empty();
    }
    try {
      PlainYaml reader = new PlainYaml(text, file);
      reader.skipToContent();
      if (reader.at == text.length() || reader.column() != 0) {
        return Optional.empty();
      }
      YamlNode root = reader.map(0, 1);
      return reader.at == text.length() ? Optional.of(root) : Optional.empty();
    } catch (NotPlain e) {
      return Optional.empty();
    }
  }

  /** Whether every character is one that YAML takes, and takes one place in its line. */
  private static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean printable =
          (c >= ' ' && c <= '~')
              || c == '\n'
              || (c >= 0xA0 && c < 0xD800 && c != 0x2028 && c != 0x2029)
              || (c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF);
      if (!printable) {
        return false;
      }
    }
    return true;
  }

  // --- blocks

  /** The keys and values that begin at this column of the line, and of those below. */
  private YamlNode map(int indent, int depth) throws NotPlain {
    checkDepth(depth);
    LineRef start = place(at);
    YamlNode.Entries entries = new YamlNode.Entries();
    while (at < text.length() && column() == indent) {
      LineRef keyPlace = place(at);
      int colon = endOfKey(at);
      if (colon < 0) {
        throw NotPlain.IT;
      }
      String key = once(at, colon);
      at = colon + 1;
      YamlNode value = valueOf(keyPlace, indent, depth + 1);
      if (entries.has(key)) {
        throw NotPlain.IT;
      }
      entries.add(key, keyPlace, value);
    }
    checkDedented(indent);
    return YamlNode.map(start, entries);
  }

  /** What stands after a key: in its line, or in those below. */
  private YamlNode valueOf(LineRef key, int indent, int depth) throws NotPlain {
    skipBlanks();
    if (!isAtEndOfContent()) {
      YamlNode value = inLine(depth);
      endLine();
      checkDedented(indent);
      return value;
    }
    skipToContent();
    if (at < text.length() && column() > indent) {
      return isEntry() ? list(column(), depth) : map(column(), depth);
    }
    if (at < text.length() && column() == indent && isEntry()) {
      return list(indent, depth);
    }
    return YamlNode.scalar(key, "", true, 0);
  }

  /** The entries whose dashes stand at this column. */
  private YamlNode list(int indent, int depth) throws NotPlain {
    checkDepth(depth);
    LineRef start = place(at);
    List<YamlNode> items = new ArrayList<>();
    while (at < text.length() && column() == indent && isEntry()) {
      at++;
      skipBlanks();
      if (isAtEndOfContent()) {
        throw NotPlain.IT;
      }
      if (endOfKey(at) >= 0) {
        items.add(map(column(), depth + 1));
      } else {
        items.add(inLine(depth + 1));
        endLine();
      }
      // A map that goes on below its first line has ended there.
      if (at < text.length() && column() > indent) {
        throw NotPlain.IT;
      }
    }
    return YamlNode.list(start, items);
  }

  /** Whether a dash stands here that begins an entry. */
  private boolean isEntry() {
    return text.charAt(at) == '-' && at + 1 < text.length() && text.charAt(at + 1) == ' ';
  }

  /** What is indented further would belong to the value that has just ended. */
  private void checkDedented(int indent) throws NotPlain {
    if (at < text.length() && column() > indent) {
      throw NotPlain.IT;
    }
  }

  private static void checkDepth(int depth) throws NotPlain {
    if (depth > MAXIMAL_DEPTH) {
      throw NotPlain.IT;
    }
  }

  // --- within a line

  /** A word, or what braces or brackets hold. */
  private YamlNode inLine(int depth) throws NotPlain {
    char c = text.charAt(at);
    return c == '{' || c == '[' ? flow(depth) : word(false);
  }

  private YamlNode flow(int depth) throws NotPlain {
    checkDepth(depth);
    LineRef start = place(at);
    boolean isMap = text.charAt(at++) == '{';
    char close = isMap ? '}' : ']';
    YamlNode.Entries entries = new YamlNode.Entries();
    List<YamlNode> items = new ArrayList<>();
    skipBlanks();
    boolean more = here() != close;
    while (more) {
      if (isMap) {
        LineRef keyPlace = place(at);
        int colon = endOfKey(at);
        if (colon < 0) {
          throw NotPlain.IT;
        }
        String key = once(at, colon);
        at = colon + 1;
        skipBlanks();
        YamlNode value = flowValue(depth + 1);
        if (entries.has(key)) {
          throw NotPlain.IT;
        }
        entries.add(key, keyPlace, value);
      } else {
        items.add(flowValue(depth + 1));
      }
      skipBlanks();
      more = here() == ',';
      if (more) {
        at++;
        skipBlanks();
      }
    }
    if (here() != close) {
      throw NotPlain.IT;
    }
    at++;
    return isMap ? YamlNode.map(start, entries) : YamlNode.list(start, items);
  }

  private YamlNode flowValue(int depth) throws NotPlain {
    char c = here();
    return c == '{' || c == '[' ? flow(depth) : word(true);
  }

  private YamlNode word(boolean inFlow) throws NotPlain {
    int start = at;
    char first = here();
    if (first == '"' || first == '\'') {
      at++;
      int close = text.indexOf(first, at);
      if (close < 0 || close > endOfLine()) {
        throw NotPlain.IT;
      }
      String raw = text.substring(at, close);
      boolean isEscaped = first == '"' ? raw.indexOf('\\') >= 0 : charAt(close + 1) == '\'';
      at = close + 1;
      char next = charAt(at);
      boolean ends = next == ' ' || next == '\n' || (inFlow && ",]}".indexOf(next) >= 0);
      if (isEscaped || !ends) {
        throw NotPlain.IT;
      }
      return YamlNode.scalar(place(start), raw, false, start - lineStart + 2);
    }
    boolean begins =
        Character.isLetterOrDigit(first)
            || (first == '-' && Character.isLetterOrDigit(charAt(at + 1)))
            || first == '_'
            || first == '+'
            || first == '.'
            || first == '('
            || first == '/'
            || (first > '~' && !Character.isSpaceChar(first));
    if (!begins) {
      throw NotPlain.IT;
    }
    int end = at;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\n' || (inFlow && (c == ',' || c == ']' || c == '}'))) {
        break;
      }
      if (c == ':' && !Character.isLetterOrDigit(charAt(at + 1))) {
        throw NotPlain.IT;
      }
      if (inFlow && (c == '[' || c == '{' || c == '?' || c == '#')) {
        throw NotPlain.IT;
      }
      if (c == '#' && text.charAt(at - 1) == ' ') {
        break;
      }
      if (c != ' ') {
        end = at + 1;
      }
    }
    YamlNode word = YamlNode.scalar(place(start), once(start, end), true, start - lineStart + 1);
    if (word.kind() == YamlNode.Kind.NULL) {
      throw NotPlain.IT;
    }
    return word;
  }

  /** The place of the colon after a plain key that begins here; -1 if there is none. */
  private int endOfKey(int from) {
    int end = from;
    while (end < text.length() && isOfKey(text.charAt(end), end == from)) {
      end++;
    }
    boolean isKey =
        end > from
            && charAt(end) == ':'
            && (charAt(end + 1) == ' ' || charAt(end + 1) == '\n')
            && YamlNode.kindOf(once(from, end)) == YamlNode.Kind.TEXT;
    return isKey ? end : -1;
  }

  private static boolean isOfKey(char c, boolean first) {
    return Character.isLetter(c)
        || c == '_'
        || (!first && (Character.isDigit(c) || c == '-' || c == '.'));
  }

  /** A part of the text; keys and words that come again and again are kept once. */
  private String once(int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    int place = hash & (words.length - 1);
    String known = words[place];
    if (known == null || known.length() != to - from || !text.startsWith(known, from)) {
      known = text.substring(from, to);
      words[place] = known;
    }
    return known;
  }

  // --- characters

  /** The character here; a line that ends before its brackets close is not plain. */
  private char here() throws NotPlain {
    char c = charAt(at);
    if (c == '\n') {
      throw NotPlain.IT;
    }
    return c;
  }

  /** A character; after the last one, the end of its line. */
  private char charAt(int index) {
    return index < text.length() ? text.charAt(index) : '\n';
  }

  private int column() {
    return at - lineStart;
  }

  private LineRef place(int index) {
    return new LineRef(file, line, index - lineStart + 1);
  }

  private int endOfLine() {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  private void skipBlanks() {
    while (charAt(at) == ' ') {
      at++;
    }
  }

  private boolean isAtEndOfContent() {
    char c = charAt(at);
    return c == '\n' || (c == '#' && text.charAt(at - 1) == ' ');
  }

  /** Ends a line after a value: only a comment may follow. */
  private void endLine() throws NotPlain {
    skipBlanks();
    if (!isAtEndOfContent()) {
      throw NotPlain.IT;
    }
    skipToContent();
  }

  /** Goes on to the next character that is neither blank nor comment, if need be lines below. */
  private void skipToContent() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#' && (at == lineStart || text.charAt(at - 1) == ' ')) {
        at = endOfLine();
      } else if (c == '\n') {
        at++;
        line++;
        lineStart = at;
      } else if (c == ' ') {
        at++;
      } else {
        return;
      }
    }
  }
}
