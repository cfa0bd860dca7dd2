package peaceindex.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The XML that programs write into workbooks, read from its bytes: plain UTF-8 with elements,
 * attributes and text. No tag, attribute or number becomes an object unless it is asked for.
 *
 * <p>It goes on only where it is certain to say what {@link GeneralXml} would say, and else throws
 * {@link Unusual}: at other encodings, document types, comments, instructions, CDATA sections,
 * entities of one's own, names that are not ASCII, prefixes that nobody declared, wrong nesting,
 * bytes that are no UTF-8, and whatever is no XML at all. Nothing is refused here.
 *
 * <p>A token is the text up to a tag, and that tag. It is always whole in the buffer: where its end
 * is not read yet, more is read and the token is begun again.
 */
final class UsualXml extends Xml {

  /** Bytes held at the beginning, if the part is not smaller. */
  private static final int BUFFER = 1 << 16;

  /** No token is longer, as a text of a cell has a limit. */
  private static final int LONGEST_TOKEN = 1 << 18;

  private static final int LONGEST_NAME = 200;
  private static final int MOST_ATTRIBUTES = 64;
  private static final int MOST_PREFIXES = 64;

  /** Numbers up to this one, and powers of ten up to the last one here, are exact in binary. */
  private static final long MOST_EXACT = 1L << 53;

  private static final double[] POWERS = new double[23];

  // What a byte may be.
  private static final byte AMPERSAND = 1;
  private static final byte HIGH = 2;
  private static final byte CONTROL = 4;
  private static final byte LESS = 8;
  private static final byte GREATER = 16;
  private static final byte QUOTE = 32;
  private static final byte NAME = 64;

  private static final byte[] CLASSES = new byte[256];

  static {
    Arrays.fill(CLASSES, 0, ' ', CONTROL);
    Arrays.fill(CLASSES, 128, 256, HIGH);
    CLASSES['\t'] = 0;
    CLASSES['\n'] = 0;
    CLASSES['&'] = AMPERSAND;
    CLASSES['<'] = LESS;
    CLASSES['>'] = GREATER;
    CLASSES['"'] = QUOTE;
    CLASSES['\''] = QUOTE;
    for (char c = 'a'; c <= 'z'; c++) {
      CLASSES[c] = NAME;
      CLASSES[c - 'a' + 'A'] = NAME;
    }
    for (char c = '0'; c <= '9'; c++) {
      CLASSES[c] = NAME;
    }
    CLASSES['_'] = NAME;
    CLASSES['-'] = NAME;
    CLASSES['.'] = NAME;
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  // The parts of a plain cell.
  private static final int LONGEST_PLAIN_CELL = 80;
  private static final byte[] STYLE = bytes(" s=\"");
  private static final byte[] SHARED_STRING = bytes(" t=\"s\"");
  private static final byte[] VALUE = bytes("><v>");
  private static final byte[] END_OF_CELL = bytes("</v></c>");

  // What stands about a plain string, and how most parts begin.
  private static final byte[] STRING = bytes("<si><t>");
  private static final byte[] END_OF_STRING = bytes("</t></si>");
  private static final byte[] DECLARATION =
      bytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private final InputStream in;
  private byte[] buffer;
  private int limit;
  private boolean ended;

  /** Where the token begins, and where it is read. */
  private int begin;

  private int at;

  // The token.
  private int textEnd;
  private int textFlags;
  private int localStart;
  private int localEnd;
  private boolean start;

  /** An element without content, such as {@code <c/>}, is a start and then an end. */
  private boolean empty;

  private boolean endsEmpty;

  // Its attributes: names without their prefixes, and values.
  private int attributes;
  private final int[] nameStarts = new int[MOST_ATTRIBUTES];
  private final int[] nameEnds = new int[MOST_ATTRIBUTES];
  private final int[] valueStarts = new int[MOST_ATTRIBUTES];
  private final int[] valueEnds = new int[MOST_ATTRIBUTES];
  private final int[] valueFlags = new int[MOST_ATTRIBUTES];
  private final int[] prefixStarts = new int[MOST_ATTRIBUTES];

  // The elements that are open, with their prefixes, one behind the other.
  private byte[] open = new byte[256];
  private final int[] openEnds = new int[Guard.MAX_DEPTH + 1];
  private int depth;
  private boolean rootDone;

  // The prefixes that are declared.
  private final byte[][] prefixes = new byte[MOST_PREFIXES][];
  private final int[] prefixDepths = new int[MOST_PREFIXES];
  private int prefixCount;

  /** The value that is kept, if it is short and in ASCII, as the values of most cells. */
  private final byte[] kept = new byte[24];

  private int keptLength;

  /** Any other value that is kept. */
  private @Nullable String longer;

  // The plain cell.
  private long cellAddress;
  private int cellStyle;
  private boolean isSharedString;

  private UsualXml(InputStream in, int size) {
    this.in = in;
    this.buffer = new byte[size];
  }

  /**
   * Reads XML that is unpacked.
   *
   * @param size about how many bytes there are
   */
  static UsualXml of(InputStream in, long size) {
    UsualXml xml = new UsualXml(in, (int) Math.max(64, Math.min(size + 1, BUFFER)));
    xml.prolog();
    return xml;
  }

  // --- Tokens

  @Override
  boolean next() {
    if (empty) {
      empty = false;
      start = false;
      endsEmpty = true;
      attributes = 0;
      closed();
      return true;
    }
    endsEmpty = false;
    begin = at;
    while (!token()) {
      if (!fill()) {
        return isEnd();
      }
    }
    return true;
  }

  /** Reads more behind the bytes of the token; whether there was any. */
  private boolean fill() {
    Guard.checkTime();
    if (ended) {
      return false;
    }
    if (begin > 0) {
      System.arraycopy(buffer, begin, buffer, 0, limit - begin);
      limit -= begin;
      begin = 0;
    } else if (limit == buffer.length) {
      require(limit < LONGEST_TOKEN);
      buffer = Arrays.copyOf(buffer, limit * 2);
    }
    at = begin;
    try {
      int read = in.read(buffer, limit, buffer.length - limit);
      ended = read < 0;
      limit += Math.max(0, read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  /** Whether all is read as it should be: nothing but blanks is behind the root. */
  private boolean isEnd() {
    require(rootDone && depth == 0);
    requireBlank(begin, limit);
    at = limit;
    return false;
  }

  /** A declaration that the XML may begin with: of version 1.0 and UTF-8. */
  private void prolog() {
    while (limit < 256 && fill()) {
      // It has to be in the buffer.
    }
    if (limit >= 3 && buffer[0] == (byte) 0xEF) {
      require(buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF);
      at = 3;
    }
    if (matches(DECLARATION, at)) {
      at += DECLARATION.length;
    } else if (limit > at + 5 && matches("<?xml", at, at + 5)) {
      at = declarationEnd(at + 5);
    }
  }

  private int declarationEnd(int from) {
    int end = from;
    while (end < limit && buffer[end] != '>') {
      end++;
    }
    require(end < limit && buffer[end - 1] == '?');
    require(isUsual(new String(buffer, from, end - 1 - from, StandardCharsets.ISO_8859_1)));
    return end + 1;
  }

  private static boolean isUsual(String declaration) {
    boolean mixed = declaration.indexOf('\'') >= 0 && declaration.indexOf('"') >= 0;
    return !mixed
        && switch (declaration.replace('\'', '"')) {
          case " version=\"1.0\"",
              " version=\"1.0\" encoding=\"UTF-8\"",
              " version=\"1.0\" encoding=\"utf-8\"",
              " version=\"1.0\" standalone=\"yes\"",
              " version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"",
              " version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"",
              " version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"" ->
              true;
          default -> false;
        };
  }

  /** Reads the token at {@link #begin}; false if its end is not in the buffer. */
  private boolean token() {
    byte[] bytes = buffer;
    int i = begin;
    int flags = 0;
    while (i < limit && bytes[i] != '<') {
      flags |= CLASSES[bytes[i++] & 0xFF];
    }
    if (i + 1 >= limit) {
      return false;
    }
    textEnd = i;
    textFlags = flags & (AMPERSAND | HIGH | CONTROL);
    i++;
    boolean whole = bytes[i] == '/' ? endTag(i + 1) : startTag(i);
    if (whole && (flags & (AMPERSAND | HIGH | CONTROL | GREATER)) != 0) {
      checkText(begin, textEnd, flags);
    }
    return whole;
  }

  private boolean endTag(int from) {
    int i = nameEnd(from);
    if (i < 0) {
      return false;
    }
    int opened = depth == 0 ? 0 : openEnds[depth - 1];
    int length = i - from;
    require(depth > 0 && length == openEnds[depth] - opened);
    for (int k = 0; k < length; k++) {
      require(buffer[from + k] == open[opened + k]);
    }
    int end = i;
    while (end < limit && isBlank(buffer[end])) {
      end++;
    }
    if (end == limit) {
      return false;
    }
    require(buffer[end] == '>');
    localEnd = i;
    localStart = local(from, i);
    attributes = 0;
    start = false;
    at = end + 1;
    closed();
    return true;
  }

  private void closed() {
    depth--;
    rootDone = depth == 0;
    while (prefixCount > 0 && prefixDepths[prefixCount - 1] > depth) {
      prefixCount--;
    }
  }

  private boolean startTag(int from) {
    int end = nameEnd(from);
    if (end < 0) {
      return false;
    }
    attributes = 0;
    int declared = prefixCount;
    int i = end;
    boolean closes;
    while (true) {
      int blanks = i;
      while (i < limit && isBlank(buffer[i])) {
        i++;
      }
      if (i + 1 >= limit && (i == limit || buffer[i] != '>')) {
        prefixCount = declared;
        return false;
      }
      if (buffer[i] == '>' || buffer[i] == '/') {
        closes = buffer[i] == '/';
        require(!closes || buffer[i + 1] == '>');
        i += closes ? 2 : 1;
        break;
      }
      require(i > blanks);
      i = attribute(i);
      if (i < 0) {
        prefixCount = declared;
        return false;
      }
    }
    require(!rootDone && depth < Guard.MAX_DEPTH);
    if (depth == 0) {
      requireBlank(begin, textEnd);
    }
    localEnd = end;
    localStart = local(from, end);
    checkPrefixes(from);
    push(from, end);
    start = true;
    empty = closes;
    at = i;
    return true;
  }

  private void push(int from, int end) {
    int opened = openEnds[depth];
    int length = end - from;
    if (opened + length > open.length) {
      open = Arrays.copyOf(open, (opened + length) * 2);
    }
    System.arraycopy(buffer, from, open, opened, length);
    openEnds[++depth] = opened + length;
  }

  /** Reads an attribute; the place behind it, or -1 if its end is not in the buffer. */
  private int attribute(int from) {
    int nameEnd = nameEnd(from);
    if (nameEnd < 0 || nameEnd + 1 >= limit) {
      return -1;
    }
    byte quote = buffer[nameEnd + 1];
    require(buffer[nameEnd] == '=' && (quote == '"' || quote == '\''));
    int valueStart = nameEnd + 2;
    int i = valueStart;
    int flags = 0;
    byte[] bytes = buffer;
    while (i < limit && bytes[i] != quote) {
      flags |= CLASSES[bytes[i] & 0xFF] | (bytes[i] < ' ' && bytes[i] >= 0 ? CONTROL : 0);
      i++;
    }
    if (i == limit) {
      return -1;
    }
    require((flags & (LESS | CONTROL)) == 0);
    if ((flags & (AMPERSAND | HIGH)) != 0) {
      check(valueStart, i, flags);
    }
    if (matches("xmlns", from, Math.min(nameEnd, from + 5))) {
      require((flags & AMPERSAND) == 0);
      declare(from, nameEnd, valueStart, i);
    } else {
      require(attributes < MOST_ATTRIBUTES);
      int local = local(from, nameEnd);
      for (int k = 0; k < attributes; k++) {
        require(!equal(nameStarts[k], nameEnds[k], local, nameEnd));
      }
      prefixStarts[attributes] = from;
      nameStarts[attributes] = local;
      nameEnds[attributes] = nameEnd;
      valueStarts[attributes] = valueStart;
      valueEnds[attributes] = i;
      valueFlags[attributes++] = flags & (AMPERSAND | HIGH);
    }
    return i + 1;
  }

  /** The end of a name, perhaps with a prefix; -1 if it is not in the buffer. */
  private int nameEnd(int from) {
    int i = from;
    while (i < limit && (CLASSES[buffer[i] & 0xFF] == NAME || buffer[i] == ':')) {
      i++;
    }
    if (i == limit) {
      return -1;
    }
    require(i > from && i - from <= LONGEST_NAME && isLetter(buffer[from]));
    return i;
  }

  /** Where a name begins behind its prefix, if it has one. */
  private int local(int from, int end) {
    int local = from;
    for (int i = from; i < end; i++) {
      if (buffer[i] == ':') {
        require(local == from && i > from && i + 1 < end && isLetter(buffer[i + 1]));
        local = i + 1;
      }
    }
    return local;
  }

  // --- Namespaces: none is looked at, but a prefix has to be declared

  private void declare(int from, int nameEnd, int valueStart, int valueEnd) {
    require(valueEnd > valueStart || nameEnd == from + 5);
    require(valueEnd - valueStart <= LONGEST_NAME);
    // Two names are kept for XML itself.
    require(!matches("http://www.w3.org/XML/1998/namespace", valueStart, valueEnd));
    require(!matches("http://www.w3.org/2000/xmlns/", valueStart, valueEnd));
    byte[] prefix = {};
    if (nameEnd > from + 5) {
      require(buffer[from + 5] == ':' && local(from, nameEnd) == from + 6);
      prefix = Arrays.copyOfRange(buffer, from + 6, nameEnd);
      require(!matches("xml", from + 6, nameEnd) && !matches("xmlns", from + 6, nameEnd));
    }
    for (int i = prefixCount - 1; i >= 0 && prefixDepths[i] > depth; i--) {
      require(!Arrays.equals(prefixes[i], prefix));
    }
    require(prefixCount < MOST_PREFIXES);
    prefixes[prefixCount] = prefix;
    prefixDepths[prefixCount++] = depth + 1;
  }

  private void checkPrefixes(int from) {
    if (localStart > from) {
      requireDeclared(from, localStart - 1);
    }
    for (int i = 0; i < attributes; i++) {
      if (nameStarts[i] > prefixStarts[i] && !matches("xml", prefixStarts[i], nameStarts[i] - 1)) {
        requireDeclared(prefixStarts[i], nameStarts[i] - 1);
      }
    }
  }

  private void requireDeclared(int from, int end) {
    for (int i = 0; i < prefixCount; i++) {
      if (Arrays.equals(prefixes[i], 0, prefixes[i].length, buffer, from, end)) {
        return;
      }
    }
    throw new Unusual();
  }

  // --- Characters

  private static void require(boolean usual) {
    if (!usual) {
      throw new Unusual();
    }
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private static boolean isLetter(byte b) {
    return CLASSES[b & 0xFF] == NAME && b != '-' && b != '.' && (b < '0' || b > '9');
  }

  private void requireBlank(int from, int end) {
    for (int i = from; i < end; i++) {
      require(isBlank(buffer[i]));
    }
  }

  private boolean equal(int from, int end, int otherFrom, int otherEnd) {
    if (end - from != otherEnd - otherFrom) {
      return false;
    }
    for (int i = from, k = otherFrom; i < end; i++, k++) {
      if (buffer[i] != buffer[k]) {
        return false;
      }
    }
    return true;
  }

  private boolean matches(String name, int from, int end) {
    if (end - from != name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (buffer[from + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean contains(String text, int from, int end) {
    for (int i = from; i + text.length() <= end; i++) {
      if (matches(text, i, i + text.length())) {
        return true;
      }
    }
    return false;
  }

  /** Text may hold line breaks of Windows, which become others, only where nobody reads it. */
  private void checkText(int from, int end, int flags) {
    if ((flags & CONTROL) != 0) {
      for (int i = from; i < end; i++) {
        require(CLASSES[buffer[i] & 0xFF] != CONTROL || buffer[i] == '\r');
      }
    }
    if ((flags & GREATER) != 0) {
      require(!contains("]]>", from, end));
    }
    check(from, end, flags);
  }

  /** Whether references are of the usual kind, and bytes above ASCII are UTF-8. */
  private void check(int from, int end, int flags) {
    if ((flags & HIGH) != 0) {
      Utf8.require(buffer, from, end);
    }
    if ((flags & AMPERSAND) != 0) {
      for (int i = from; i < end; i++) {
        if (buffer[i] == '&') {
          referred(i, end);
        }
      }
    }
  }

  /** The character for which a reference such as {@code &lt;} or {@code &#10;} stands. */
  private int referred(int from, int end) {
    int semicolon = semicolon(from, end);
    int character =
        matches("&lt;", from, semicolon + 1)
            ? '<'
            : matches("&gt;", from, semicolon + 1)
                ? '>'
                : matches("&amp;", from, semicolon + 1)
                    ? '&'
                    : matches("&quot;", from, semicolon + 1)
                        ? '"'
                        : matches("&apos;", from, semicolon + 1) ? '\'' : -1;
    return character >= 0 ? character : numeric(from, semicolon);
  }

  private int semicolon(int from, int end) {
    int i = from;
    while (i < end && buffer[i] != ';') {
      i++;
    }
    require(i < end && i - from <= 8);
    return i;
  }

  private int numeric(int from, int semicolon) {
    boolean isHex = buffer[from + 1] == '#' && buffer[from + 2] == 'x';
    int first = from + (isHex ? 3 : 2);
    require(buffer[from + 1] == '#' && semicolon > first);
    int character = 0;
    for (int i = first; i < semicolon; i++) {
      int digit = Character.digit(buffer[i], isHex ? 16 : 10);
      require(digit >= 0 && buffer[i] > 0);
      character = character * (isHex ? 16 : 10) + digit;
    }
    boolean isControl = character < ' ' && character != '\t' && character != '\n';
    boolean isSurrogate = character >= 0xD800 && character <= 0xDFFF;
    require(
        !isControl
            && !isSurrogate
            && character != 0xFFFE
            && character != 0xFFFF
            && character <= Character.MAX_CODE_POINT);
    return character;
  }

  private String decode(int from, int end, int flags) {
    if ((flags & CONTROL) != 0) {
      for (int i = from; i < end; i++) {
        // Where a line ends is not to be guessed.
        require(buffer[i] != '\r');
      }
    }
    if ((flags & AMPERSAND) == 0) {
      return new String(
          buffer,
          from,
          end - from,
          (flags & HIGH) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }
    StringBuilder text = new StringBuilder(end - from);
    int i = from;
    while (i < end) {
      int next = i;
      while (next < end && buffer[next] != '&') {
        next++;
      }
      text.append(new String(buffer, i, next - i, StandardCharsets.UTF_8));
      if (next < end) {
        text.appendCodePoint(referred(next, end));
        next = semicolon(next, end) + 1;
      }
      i = next;
    }
    return text.toString();
  }

  // --- What is asked

  @Override
  boolean isStart() {
    return start;
  }

  @Override
  boolean isStart(String name) {
    return start && matches(name, localStart, localEnd);
  }

  @Override
  boolean isEnd(String name) {
    return !start && matches(name, localStart, localEnd);
  }

  @Override
  String name() {
    return new String(buffer, localStart, localEnd - localStart, StandardCharsets.ISO_8859_1);
  }

  @Override
  String before() {
    return endsEmpty ? "" : decode(begin, textEnd, textFlags);
  }

  @Override
  int depth() {
    return depth;
  }

  private int indexOf(String name) {
    for (int i = 0; i < attributes; i++) {
      if (matches(name, nameStarts[i], nameEnds[i])) {
        return i;
      }
    }
    return -1;
  }

  @Override
  @Nullable String optional(String attribute) {
    int i = indexOf(attribute);
    if (i < 0) {
      return null;
    }
    int from = valueStarts[i];
    int length = valueEnds[i] - from;
    // The type of a cell, which most cells have.
    return length == 1 && buffer[from] == 's' ? "s" : decode(from, from + length, valueFlags[i]);
  }

  @Override
  int number(String attribute, int otherwise) {
    int i = indexOf(attribute);
    return i < 0 || valueEnds[i] == valueStarts[i]
        ? otherwise
        : whole(buffer, valueStarts[i], valueEnds[i]);
  }

  @Override
  long address(String attribute) {
    int found = indexOf(attribute);
    if (found < 0 || valueEnds[found] == valueStarts[found]) {
      return Address.NONE;
    }
    int i = valueStarts[found];
    int end = valueEnds[found];
    int column = 0;
    while (i < end && buffer[i] >= 'A' && buffer[i] <= 'Z') {
      column = column * 26 + buffer[i++] - 'A' + 1;
      require(column <= Guard.MAX_COLUMNS);
    }
    require(column > 0);
    return Address.of(whole(buffer, i, end) - 1, column - 1);
  }

  @Override
  boolean isTrue(String attribute) {
    return indexOf(attribute) >= 0 && super.isTrue(attribute);
  }

  @Override
  boolean isZero(String attribute) {
    return indexOf(attribute) >= 0 && super.isZero(attribute);
  }

  @Override
  boolean readValue() {
    readText();
    keptLength = endsEmpty ? 0 : textEnd - begin;
    if (textFlags == 0 && keptLength <= kept.length) {
      longer = null;
      System.arraycopy(buffer, begin, kept, 0, keptLength);
    } else {
      longer = before();
    }
    return keptLength > 0;
  }

  @Override
  @Nullable String readPlainString() {
    if (empty || depth == 0 || depth + 2 > Guard.MAX_DEPTH || !matches(STRING, at)) {
      return null;
    }
    byte[] bytes = buffer;
    int from = at + STRING.length;
    int i = from;
    int flags = 0;
    while (i < limit && bytes[i] != '<') {
      flags |= CLASSES[bytes[i++] & 0xFF];
    }
    boolean isPlain = (flags & (AMPERSAND | CONTROL | GREATER)) == 0;
    if (!isPlain || i - from > Guard.MAX_CHARACTERS || !matches(END_OF_STRING, i)) {
      return null;
    }
    check(from, i, flags);
    attributes = 0;
    start = false;
    endsEmpty = false;
    at = i + END_OF_STRING.length;
    return decode(from, i, flags);
  }

  @Override
  boolean readPlainCell() {
    int i = at;
    // What is not whole in the buffer is no plain cell.
    if (empty || depth + 2 > Guard.MAX_DEPTH || limit - i < LONGEST_PLAIN_CELL) {
      return false;
    }
    byte[] bytes = buffer;
    if (bytes[i] != '<' || bytes[i + 1] != 'c' || bytes[i + 2] != ' ' || bytes[i + 3] != 'r') {
      return false;
    }
    if (bytes[i + 4] != '=' || bytes[i + 5] != '"') {
      return false;
    }
    i += 6;
    int column = 0;
    for (int end = i + 3; i < end && bytes[i] >= 'A' && bytes[i] <= 'Z'; i++) {
      column = column * 26 + bytes[i] - 'A' + 1;
    }
    int row = 0;
    for (int end = i + 7; i < end && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
      row = row * 10 + bytes[i] - '0';
    }
    if (column == 0 || column > Guard.MAX_COLUMNS || row == 0 || bytes[i++] != '"') {
      return false;
    }
    int style = -1;
    if (matches(STYLE, i)) {
      i += STYLE.length;
      style = 0;
      for (int end = i + 6; i < end && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
        style = style * 10 + bytes[i] - '0';
      }
      if (bytes[i - 1] == '"' || bytes[i++] != '"') {
        return false;
      }
    }
    boolean shared = matches(SHARED_STRING, i);
    i += shared ? SHARED_STRING.length : 0;
    if (!matches(VALUE, i)) {
      return false;
    }
    i += VALUE.length;
    int length = 0;
    while (length < kept.length && bytes[i] >= '-' && bytes[i] <= '9' && bytes[i] != '/') {
      kept[length++] = bytes[i++];
    }
    if (length == 0 || !matches(END_OF_CELL, i)) {
      return false;
    }
    keptLength = length;
    longer = null;
    cellAddress = Address.of(row - 1, column - 1);
    cellStyle = style;
    isSharedString = shared;
    attributes = 0;
    start = false;
    endsEmpty = false;
    at = i + END_OF_CELL.length;
    return true;
  }

  private boolean matches(byte[] text, int from) {
    if (limit - from < text.length) {
      return false;
    }
    for (int i = 0; i < text.length; i++) {
      if (buffer[from + i] != text[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  long cellAddress() {
    return cellAddress;
  }

  @Override
  int cellStyle() {
    return cellStyle;
  }

  @Override
  boolean isSharedString() {
    return isSharedString;
  }

  @Override
  String text() {
    readText();
    return before();
  }

  /** Moves to the end of the element just begun, in which nothing but text may be. */
  private void readText() {
    require(start);
    next();
    require(!start && (endsEmpty || textEnd - begin <= Guard.MAX_CHARACTERS));
  }

  @Override
  String value() {
    return longer == null ? new String(kept, 0, keptLength, StandardCharsets.ISO_8859_1) : longer;
  }

  @Override
  int whole() {
    return longer == null ? whole(kept, 0, keptLength) : super.whole();
  }

  /** Nothing but up to nine digits. */
  private static int whole(byte[] bytes, int from, int end) {
    require(end > from && end - from <= 9);
    int number = 0;
    for (int i = from; i < end; i++) {
      int digit = bytes[i] - '0';
      require(digit >= 0 && digit <= 9);
      number = number * 10 + digit;
    }
    return number;
  }

  /**
   * A short decimal is one exact number divided by another, and a division of such is rounded as it
   * should be; all others are left to Java.
   */
  @Override
  double decimal() {
    int i = keptLength > 0 && kept[0] == '-' ? 1 : 0;
    long digits = 0;
    int point = -1;
    boolean isShort = longer == null && keptLength > i && keptLength <= 18;
    for (int k = i; k < keptLength && isShort; k++) {
      int digit = kept[k] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
      } else {
        isShort = kept[k] == '.' && point < 0 && k > i && k + 1 < keptLength;
        point = k;
      }
    }
    if (!isShort || digits > MOST_EXACT) {
      return super.decimal();
    }
    double number = point < 0 ? digits : digits / POWERS[keptLength - 1 - point];
    return i == 1 ? -number : number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
