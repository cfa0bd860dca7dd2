package peaceindex.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON of our own into maps, lists, texts, doubles and truths. It is there for the schemas,
 * which every run needs, where a library would take longer to get ready than to read them; JSON of
 * strangers is not for it.
 */
final class PlainJson {
  private final String text;
  private int at;

  private PlainJson(String text) {
    this.text = text;
  }

  /** The object that {@code text} is. */
  static Map<?, ?> object(String text) {
    return (Map<?, ?>) new PlainJson(text).value();
  }

  private Object value() {
    char c = next();
    return switch (c) {
      case '{' -> map();
      case '[' -> list();
      case '"' -> string();
      case 't' -> word("true", Boolean.TRUE);
      case 'f' -> word("false", Boolean.FALSE);
      default -> number();
    };
  }

  private Map<?, ?> map() {
    Map<String, Object> map = new LinkedHashMap<>();
    at++;
    while (next() != '}') {
      String key = string();
      expect(':');
      map.put(key, value());
      if (next() == ',') {
        at++;
      }
    }
    at++;
    return map;
  }

  private List<?> list() {
    List<Object> list = new ArrayList<>();
    at++;
    while (next() != ']') {
      list.add(value());
      if (next() == ',') {
        at++;
      }
    }
    at++;
    return list;
  }

  private String string() {
    expect('"');
    int end = text.indexOf('"', at);
    String plain = text.substring(at, end);
    if (plain.indexOf('\\') < 0) {
      at = end + 1;
      return plain;
    }
    StringBuilder out = new StringBuilder();
    while (text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c == '\\') {
        c = text.charAt(at++);
        if ("\"\\/".indexOf(c) < 0) {
          throw new IllegalStateException("no escape of ours at " + at);
        }
      }
      out.append(c);
    }
    at++;
    return out.toString();
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw new IllegalStateException("no JSON at " + at);
    }
    at += word.length();
    return value;
  }

  private Object number() {
    int start = at;
    while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return Double.valueOf(text.substring(start, at));
  }

  private void expect(char c) {
    if (next() != c) {
      throw new IllegalStateException("no JSON at " + at);
    }
    at++;
  }

  /** The next character that is no blank. */
  private char next() {
    while (text.charAt(at) <= ' ') {
      at++;
    }
    return text.charAt(at);
  }
}
