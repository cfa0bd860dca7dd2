package peaceindex.report.workbook.ooxml;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The texts of all cells, each kept once; cells call them by number. There are programs that cannot
 * change a text that lies in the cell itself, and a county's names stand on every sheet.
 */
final class SharedTexts {
  /** What a reader would take for a character, such as {@code _x000D_}. */
  private static final Pattern CODE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

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
    return text.indexOf("_x") < 0 ? text : CODE.matcher(text).replaceAll("_x005F_");
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
