package peaceindex.report.workbook.ooxml;

import java.util.Arrays;

/**
 * XML as it grows, in UTF-8. Numbers become digits without a string in between, as a large workbook
 * has millions of them.
 */
final class XmlBytes {
  /** The digits of 00 to 99: half as many divisions as digit by digit. */
  private static final byte[] PAIRS = pairs();

  private static final int LONGEST_NUMBER = 32;

  /** Decimals with which a published figure is tried before all that a double may have. */
  private static final int MOST_DECIMALS = 9;

  private static final int SCALE = 1_000_000_000;

  /** Up to here every whole number is a double. */
  private static final long EXACT = 1L << 53;

  /** Up to here doubles lie closer together than decimals, so that no two decimals are one. */
  private static final double FINE = 1 << 23;

  private byte[] bytes;
  private int size;

  XmlBytes(int capacity) {
    this.bytes = new byte[capacity];
  }

  int size() {
    return size;
  }

  byte[] bytes() {
    return bytes;
  }

  void clear() {
    size = 0;
  }

  /** Gives the bytes away, of which {@link #size} are used, and goes on with others, empty. */
  byte[] exchange(byte[] empty) {
    byte[] full = bytes;
    bytes = empty;
    size = 0;
    return full;
  }

  /** Takes over what another one holds. */
  XmlBytes append(XmlBytes other) {
    room(other.size);
    System.arraycopy(other.bytes, 0, bytes, size, other.size);
    size += other.size;
    return this;
  }

  /** Puts what another one holds before all else. */
  void insert(XmlBytes other) {
    room(other.size);
    System.arraycopy(bytes, 0, bytes, other.size, size);
    System.arraycopy(other.bytes, 0, bytes, 0, other.size);
    size += other.size;
  }

  XmlBytes append(byte[] ascii) {
    room(ascii.length);
    System.arraycopy(ascii, 0, bytes, size, ascii.length);
    size += ascii.length;
    return this;
  }

  /** Writes once more what stands between two places. */
  XmlBytes repeat(int from, int to) {
    room(to - from);
    System.arraycopy(bytes, from, bytes, size, to - from);
    size += to - from;
    return this;
  }

  /** Markup of this program's own: ASCII, and nothing in it is escaped. */
  @SuppressWarnings("deprecation") // The one way from a string to its bytes without a decoder.
  XmlBytes markup(String ascii) {
    int length = ascii.length();
    room(length);
    ascii.getBytes(0, length, bytes, size);
    size += length;
    return this;
  }

  /**
   * Text, also inside of an attribute. What XML cannot hold at all becomes a question mark, which
   * is what a spreadsheet shows of it.
   */
  XmlBytes text(String text) {
    int length = text.length();
    room(6 * length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x20 && c < 0x80) {
        switch (c) {
          case '<' -> markup("&lt;");
          case '>' -> markup("&gt;");
          case '&' -> markup("&amp;");
          case '"' -> markup("&quot;");
          default -> bytes[size++] = (byte) c;
        }
      } else if (c < 0x20) {
        control(c);
      } else if (c < 0x800) {
        bytes[size++] = (byte) (0xC0 | c >> 6);
        bytes[size++] = (byte) (0x80 | c & 0x3F);
      } else if (Character.isSurrogate(c)) {
        boolean pair = Character.isHighSurrogate(c) && i + 1 < length;
        if (pair && Character.isLowSurrogate(text.charAt(i + 1))) {
          i++;
          pair(Character.toCodePoint(c, text.charAt(i)));
        } else {
          bytes[size++] = '?';
        }
      } else if (c >= 0xFFFE) {
        bytes[size++] = '?';
      } else {
        bytes[size++] = (byte) (0xE0 | c >> 12);
        bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
        bytes[size++] = (byte) (0x80 | c & 0x3F);
      }
    }
    return this;
  }

  private void control(char c) {
    switch (c) {
      // As references, since a parser makes spaces of them inside of an attribute.
      case '\n' -> markup("&#10;");
      case '\r' -> markup("&#13;");
      case '\t' -> markup("&#9;");
      default -> bytes[size++] = '?';
    }
  }

  private void pair(int codePoint) {
    bytes[size++] = (byte) (0xF0 | codePoint >> 18);
    bytes[size++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
    bytes[size++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
    bytes[size++] = (byte) (0x80 | codePoint & 0x3F);
  }

  private static byte[] pairs() {
    byte[] pairs = new byte[200];
    for (int i = 0; i < 100; i++) {
      pairs[2 * i] = (byte) ('0' + i / 10);
      pairs[2 * i + 1] = (byte) ('0' + i % 10);
    }
    return pairs;
  }

  XmlBytes number(long number) {
    if (number <= -SCALE || number >= SCALE) {
      return markup(Long.toString(number));
    }
    room(LONGEST_NUMBER);
    int rest = (int) number;
    if (rest < 0) {
      bytes[size++] = '-';
      rest = -rest;
    }
    whole(rest);
    return this;
  }

  /** A whole number below {@link #SCALE}. */
  private void whole(int number) {
    int digits = 1;
    for (int bound = 10; number >= bound; bound *= 10) {
      digits++;
    }
    int rest = number;
    int place = size + digits;
    while (place > size + 1) {
      rest = pair(rest, place);
      place -= 2;
    }
    if (place > size) {
      bytes[size] = (byte) ('0' + rest);
    }
    size += digits;
  }

  /** Writes the last two digits of a number before {@code end}; what is left of it. */
  private int pair(int number, int end) {
    int rest = number / 100;
    int pair = 2 * (number - 100 * rest);
    bytes[end - 2] = PAIRS[pair];
    bytes[end - 1] = PAIRS[pair + 1];
    return rest;
  }

  /**
   * A figure, in the shortest digits that mean it and no other double.
   *
   * @throws IllegalArgumentException if it is none, for which a cell has no number
   */
  XmlBytes number(double number) {
    long whole = (long) number;
    if (whole == number && whole < EXACT && whole > -EXACT) {
      return number(whole);
    }
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("no figure: " + number);
    }
    double absolute = Math.abs(number);
    double scaled = Math.rint(absolute * SCALE);
    if (absolute < FINE && scaled / SCALE == absolute) {
      decimals(number < 0, (int) absolute, (long) scaled);
      return this;
    }
    return markup(Double.toString(number));
  }

  /** Division of two whole numbers is exact to the last bit, so its result means these digits. */
  private void decimals(boolean negative, int whole, long scaled) {
    room(LONGEST_NUMBER);
    if (negative) {
      bytes[size++] = '-';
    }
    whole(whole);
    bytes[size++] = '.';
    int rest = (int) (scaled - (long) whole * SCALE);
    int end = size + MOST_DECIMALS;
    for (int place = end; place > size + 1; place -= 2) {
      rest = pair(rest, place);
    }
    bytes[size] = (byte) ('0' + rest);
    while (bytes[end - 1] == '0') {
      end--;
    }
    size = end;
  }

  private void room(int more) {
    // A reference such as &quot; may be written beyond what was asked for.
    int needed = size + more + LONGEST_NUMBER;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
    }
  }
}
