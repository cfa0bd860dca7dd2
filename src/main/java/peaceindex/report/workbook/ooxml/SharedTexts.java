package peaceindex.report.workbook.ooxml;

import java.util.HashMap;
import java.util.Map;

/**
 * The texts of all cells, each kept once; cells call them by number. There are programs that cannot
 * change a text that lies in the cell itself, and a county's names stand on every sheet.
 */
final class SharedTexts {
  /** Digits of a code that a reader would take for a character, such as {@code _x000D_}. */
  private static final String HEX = "0123456789ABCDEFabcdef";

  private static final int CODE_LENGTH = "_x000D_".length();

  private final Map<String, Integer> numbers = new HashMap<>();
  private final XmlBytes items = new XmlBytes(1 << 12);
  private long uses;

  /** The number by which cells call the text. */
  int number(String text) {
    uses++;
    Integer known = numbers.get(text);
    if (known != null) {
      return known;
    }
    int number = numbers.size();
    numbers.put(text, number);
    items.markup(isKept(text) ? "<si><t>" : "<si><t xml:space=\"preserve\">");
    items.text(escaped(text)).markup("</t></si>");
    return number;
  }

  /** Whether a reader keeps all of its blanks without being told. */
  private static boolean isKept(String text) {
    int last = text.length() - 1;
    return last < 0 || (text.charAt(0) > ' ' && text.charAt(last) > ' ' && text.indexOf('\n') < 0);
  }

  /** As it is to stand between tags: what looks like a character's code is marked as none. */
  static String escaped(String text) {
    if (text.indexOf("_x") < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      out.append(isCode(text, i) ? "_x005F_" : text.substring(i, i + 1));
    }
    return out.toString();
  }

  private static boolean isCode(String text, int at) {
    int last = at + CODE_LENGTH - 1;
    if (!text.startsWith("_x", at) || last >= text.length() || text.charAt(last) != '_') {
      return false;
    }
    for (int i = at + 2; i < last; i++) {
      if (HEX.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Says that a cell calls the same text as another one. */
  void again() {
    uses++;
  }

  /** The part. */
  XmlBytes part() {
    XmlBytes xml = new XmlBytes(items.size() + 256);
    xml.markup(Markup.DECLARATION).markup("<sst xmlns=\"").markup(Markup.MAIN);
    xml.markup("\" count=\"").number(uses).markup("\" uniqueCount=\"").number(numbers.size());
    return xml.markup("\">").append(items).markup("</sst>");
  }
}
