package peaceindex.problem;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words for everything the tool says, by key, in both languages. Texts live in {@code
 * messages_zh.properties} and {@code messages_en.properties} (UTF-8); an argument is named in
 * braces: {@code 找到 {found}，应为 {expected}}. The words of a problem stand under its code's id.
 */
public final class Messages {
  private static final Properties ZH = load("messages_zh.properties");
  private static final Properties EN = load("messages_en.properties");

  private Messages() {}

  /** The whole diagnostic line: {@code FILE [SHEET!CELL]: error P104: text}. */
  public static String line(Problem problem, Lang lang) {
    String place = problem.where().show();
    return (place.isEmpty() ? "" : place + ": ")
        + problem.severity().label().in(lang)
        + " "
        + problem.code().id()
        + ": "
        + text(problem, lang);
  }

  /**
   * What the problem says, without its place and code. {@code {used}} stands for what its severity
   * means for the figures: whether they are used.
   */
  public static String text(Problem problem, Lang lang) {
    return fill(problem.code().id(), lang, arguments(problem));
  }

  private static Map<String, Object> arguments(Problem problem) {
    Map<String, Object> arguments = new HashMap<>(problem.arguments());
    arguments.put("used", phrase("used." + problem.severity()));
    return arguments;
  }

  /**
   * What was found and expected, without what to do. Every message says the one in its first
   * sentence and the other in the rest.
   */
  public static String statement(Problem problem, Lang lang) {
    return fillTemplate(halves(problem, lang)[0], lang, arguments(problem));
  }

  /** What to do; empty where nothing is to be done. */
  public static String advice(Problem problem, Lang lang) {
    return fillTemplate(halves(problem, lang)[1], lang, arguments(problem));
  }

  /** Both halves of a message, divided before a stranger's words are filled in. */
  private static String[] halves(Problem problem, Lang lang) {
    String template = table(lang).getProperty(problem.code().id(), "");
    String stop = lang == Lang.ZH ? "。" : ". ";
    int end = template.indexOf(stop);
    return end < 0
        ? new String[] {template, ""}
        : new String[] {template.substring(0, end), template.substring(end + stop.length())};
  }

  /** The phrase under {@code key}, with arguments given as name, value, name, value … */
  public static String say(String key, Lang lang, Object... namesAndValues) {
    Map<String, Object> arguments = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fill(key, lang, arguments);
  }

  /** The phrase under {@code key} in both languages, to be an argument of another message. */
  public static Text phrase(String key, Object... namesAndValues) {
    return new Text(say(key, Lang.ZH, namesAndValues), say(key, Lang.EN, namesAndValues));
  }

  /** All keys of one language, for the test that keeps both complete. */
  public static Set<String> keys(Lang lang) {
    return new TreeSet<>(table(lang).stringPropertyNames());
  }

  /** Whether there is a text under a key. */
  public static boolean has(String key, Lang lang) {
    return table(lang).containsKey(key);
  }

  /** The names of the arguments in one text, for the same test. */
  public static Set<String> argumentsOf(String key, Lang lang) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{([A-Za-z]+)}").matcher(table(lang).getProperty(key, ""));
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static String fill(String key, Lang lang, Map<String, Object> arguments) {
    String template = table(lang).getProperty(key);
    if (template == null) {
      throw new IllegalStateException("no message for " + key + " in " + lang.tag());
    }
    return fillTemplate(template, lang, arguments);
  }

  /** Puts arguments in place of their names; a name without an argument stays. */
  private static String fillTemplate(String template, Lang lang, Map<String, Object> arguments) {
    int open = template.indexOf('{');
    if (open < 0) {
      return template;
    }
    StringBuilder out = new StringBuilder();
    int done = 0;
    for (; open >= 0; open = template.indexOf('{', Math.max(done, open + 1))) {
      int close = template.indexOf('}', open);
      Object value = close < 0 ? null : arguments.get(template.substring(open + 1, close));
      if (value != null) {
        out.append(template, done, open).append(show(value, lang));
        done = close + 1;
      }
    }
    return out.append(template, done, template.length()).toString();
  }

  private static String show(Object value, Lang lang) {
    String shown = value instanceof Text text ? text.in(lang) : String.valueOf(value);
    return oneLine(shown);
  }

  /** A diagnostic is one line, whatever a stranger's cell or file name holds. */
  private static String oneLine(String text) {
    int at = 0;
    while (at < text.length() && !isBreak(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder line = new StringBuilder(text.length()).append(text, 0, at);
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (!isBreak(c)) {
        line.append(c);
      } else if (at == 0 || !isBreak(text.charAt(at - 1))) {
        line.append(' ');
      }
    }
    return line.toString();
  }

  private static boolean isBreak(char c) {
    return c < ' ' || c == 0x7F || c == 0x2028 || c == 0x2029;
  }

  private static Properties table(Lang lang) {
    return lang == Lang.ZH ? ZH : EN;
  }

  private static Properties load(String name) {
    try (var in = Messages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource missing: " + name);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file of properties line by line, which every start waits for; lines that use more of
   * the format than {@code key=text} are left to the library.
   */
  static Properties parse(String text) throws IOException {
    Properties table = new Properties();
    if (text.indexOf('\t') >= 0 || text.indexOf('\r') >= 0) {
      table.load(new StringReader(text));
      return table;
    }
    StringBuilder others = new StringBuilder();
    int escape = text.indexOf('\\');
    for (int from = 0; from < text.length(); ) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      int equals = text.indexOf('=', from);
      if (escape >= 0 && escape < from) {
        escape = text.indexOf('\\', from);
      }
      boolean plain = (escape < 0 || escape > end) && equals > from && equals < end;
      if (plain && isKey(text, from, equals)) {
        boolean blank = equals + 1 < end && text.charAt(equals + 1) == ' ';
        String value = text.substring(equals + 1, end);
        table.put(text.substring(from, equals), blank ? value.stripLeading() : value);
      } else {
        while (end < text.length() && text.charAt(end - 1) == '\\') {
          // What is continued goes along with it.
          int next = text.indexOf('\n', end + 1);
          end = next < 0 ? text.length() : next;
        }
        others.append(text, from, end).append('\n');
      }
      from = end + 1;
    }
    table.load(new StringReader(others.toString()));
    return table;
  }

  /** Whether all of it belongs to a key: no blank, which would end it, and no remark. */
  private static boolean isKey(String text, int from, int end) {
    char first = text.charAt(from);
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == ':') {
        return false;
      }
    }
    return first != '#' && first != '!';
  }
}
