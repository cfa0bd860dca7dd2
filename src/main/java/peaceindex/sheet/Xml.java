package peaceindex.sheet;

import java.io.Closeable;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * A stranger's XML, tag by tag, by local names: the usual and the strict form of the standard
 * differ in their namespaces only.
 *
 * <p>A document type declaration is refused, so there are no entities to expand or to fetch.
 * Nesting is bounded, and so is the text between two tags.
 *
 * <p>There are two readers of it: {@link UsualXml} for the plain UTF-8 that programs write, and
 * {@link GeneralXml} for everything that is XML. Where the first one goes on, both say the same.
 */
abstract class Xml implements Closeable {

  /** Moves to the next start or end of an element; whether there is one. */
  abstract boolean next() throws XMLStreamException;

  /** Whether an element was just begun. */
  abstract boolean isStart();

  abstract boolean isStart(String name);

  abstract boolean isEnd(String name);

  abstract String name();

  /** The text between the last two tags. */
  abstract String before();

  /** Elements that are open; the one just begun included, the one just ended not. */
  abstract int depth();

  /** The value of an attribute of the element just begun; {@code null} if it is missing. */
  abstract @Nullable String optional(String attribute);

  /**
   * Keeps the text of the element just begun as a value, until the next one is read, and moves to
   * its end.
   *
   * @return whether there is any text
   */
  abstract boolean readValue() throws XMLStreamException;

  /**
   * Reads the shared string that comes next if it is written as most are: {@code
   * <si><t>text</t></si>}.
   *
   * @return its text; {@code null} if it is written otherwise, and then nothing is read
   */
  @Nullable String readPlainString() {
    return null;
  }

  /**
   * Reads the cell that comes next if it is written as most are: {@code <c r="B5"
   * s="3"><v>17</v></c>}, its style left out or not, as a number or with {@code t="s"} as a shared
   * string. Its value is kept. Otherwise nothing is read.
   */
  boolean readPlainCell() {
    return false;
  }

  /** The place of the plain cell just read. */
  long cellAddress() {
    return Address.NONE;
  }

  /** The style of the plain cell just read; -1 if it has none. */
  int cellStyle() {
    return -1;
  }

  /** Whether the plain cell just read is a shared string. */
  boolean isSharedString() {
    return false;
  }

  /** The value that is kept. */
  abstract String value();

  /** The value that is kept, as a number. */
  double decimal() {
    return Double.parseDouble(value());
  }

  /** The value that is kept, as a whole number. */
  int whole() {
    return Integer.parseInt(value().strip());
  }

  /** The text of the element just begun; moves to its end. */
  String text() throws XMLStreamException {
    int outside = depth() - 1;
    StringBuilder text = new StringBuilder();
    while (depth() > outside && next()) {
      text.append(before());
      if (text.length() > Guard.MAX_CHARACTERS) {
        throw Refused.tooLarge("bound.characters", text.length(), Guard.MAX_CHARACTERS);
      }
    }
    return text.toString();
  }

  /** Passes over the rest of the element just begun. */
  void skip() throws XMLStreamException {
    int outside = depth() - 1;
    while (depth() > outside && next()) {
      // Nothing in here is asked for.
    }
  }

  /** An attribute; empty if it is missing. */
  String attribute(String name) {
    String value = optional(name);
    return value == null ? "" : value;
  }

  int number(String attribute, int otherwise) {
    String value = attribute(attribute).strip();
    return value.isEmpty() ? otherwise : Integer.parseInt(value);
  }

  /** The place that an attribute such as {@code C7} names; {@link Address#NONE} if it is empty. */
  long address(String attribute) {
    String value = attribute(attribute);
    return value.isEmpty() ? Address.NONE : Address.of(value);
  }

  boolean isTrue(String attribute) {
    String value = attribute(attribute);
    return value.equals("1") || value.equals("true") || value.equals("on");
  }

  /** Whether a measure such as a height is there and is nothing. */
  boolean isZero(String attribute) {
    String value = attribute(attribute).strip();
    return !value.isEmpty() && Double.parseDouble(value) == 0;
  }
}
