package peaceindex.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes text of bytes whose encoding nobody tells.
 *
 * <p>In this order, and each only if every byte fits: the byte order mark; UTF-16 if there are zero
 * bytes; what a web page or XML file declares; UTF-8; GB18030, of which GBK and GB2312 are parts.
 * Text that holds control characters is no text.
 */
final class Encoding {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int HEAD = 4096;
  private static final Pattern DECLARED =
      Pattern.compile("(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_-]{3,20})");

  private Encoding() {}

  /** The text without its byte order mark; empty if it is no text in a known encoding. */
  static Optional<String> decode(byte[] bytes) {
    for (Charset charset : candidates(bytes)) {
      Optional<String> text = decode(bytes, charset).filter(Encoding::isText);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private static List<Charset> candidates(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return List.of(StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return List.of(StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return List.of(StandardCharsets.UTF_16BE);
    }
    // Separators, digits and line ends have a zero byte, the first or the second of two.
    int[] zeros = new int[2];
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        zeros[i & 1]++;
      }
    }
    if (zeros[0] + zeros[1] > 0) {
      return List.of(zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }
    List<Charset> all = new ArrayList<>();
    declared(bytes).ifPresent(all::add);
    all.add(StandardCharsets.UTF_8);
    all.add(GB18030);
    return all;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Charset> declared(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    if (!head.stripLeading().startsWith("<")) {
      return Optional.empty();
    }
    Matcher matcher = DECLARED.matcher(head);
    if (!matcher.find()) {
      return Optional.empty();
    }
    return switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
      case "gb2312", "gbk", "gb18030", "x-gbk", "cp936" -> Optional.of(GB18030);
      case "big5" -> Optional.of(Charset.forName("Big5"));
      case "utf-8", "utf8" -> Optional.of(StandardCharsets.UTF_8);
      // What Western encodings declare fits any bytes and tells nothing.
      default -> Optional.empty();
    };
  }

  private static Optional<String> decode(byte[] bytes, Charset charset) {
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isText(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Old programs end a text file with Ctrl-Z.
      boolean end = c == 0x1A && i == text.length() - 1;
      if ((c < ' ' && c != '\t' && c != '\r' && c != '\n' && c != '\f' && !end) || c == 0xFFFE) {
        return false;
      }
    }
    return true;
  }
}
