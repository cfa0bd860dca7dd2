package peaceindex.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;

/**
 * A zip file as programs write it, held in memory: its directory at the very end and of one piece,
 * its parts packed or stored, with plain names.
 *
 * <p>It goes on only where it is certain to find what {@link GeneralContainer} would find, and else
 * throws {@link Unusual}: at comments, further fields, encryption, large files, names that are not
 * ASCII or lead anywhere else, two of one name, and sizes beyond bounds. Nothing is refused here.
 */
final class UsualContainer extends Container {
  private static final int END_SIGNATURE = 0x06054B50;
  private static final int END_SIZE = 22;

  /** Where the directory of a large file is. */
  private static final int LOCATOR_SIGNATURE = 0x07064B50;

  private static final int LOCATOR_SIZE = 20;
  private static final int ENTRY_SIGNATURE = 0x02014B50;
  private static final int ENTRY_SIZE = 46;
  private static final int LOCAL_SIGNATURE = 0x04034B50;
  private static final int LOCAL_SIZE = 30;

  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  /** How well it is packed, that sizes follow, and that names are UTF-8. */
  private static final int KNOWN_FLAGS = 0x080E;

  private static final int MOST_ENTRIES = 1000;

  /** A part: where its bytes begin and how many they are. */
  private record Part(int from, int packed, int size, boolean stored) {}

  private final byte[] bytes;
  private final KnownParts known;
  private final Map<String, Part> parts = new HashMap<>();
  private final Inflater inflater = new Inflater(true);

  /**
   * @param known what was read of other files
   */
  UsualContainer(byte[] bytes, KnownParts known) {
    this.bytes = bytes;
    this.known = known;
    int end = bytes.length - END_SIZE;
    require(end >= 0 && number(end) == END_SIGNATURE);
    int count = half(end + 10);
    // One disk, and no comment.
    require(number(end + 4) == 0 && half(end + 8) == count && half(end + 20) == 0);
    require(count > 0 && count <= MOST_ENTRIES);
    int entry = number(end + 16);
    require(entry >= 0 && number(end + 12) >= 0 && entry + (long) number(end + 12) == end);
    for (int i = 0; i < count; i++) {
      entry = add(entry, end);
    }
    require(
        entry == end && (end < LOCATOR_SIZE || number(end - LOCATOR_SIZE) != LOCATOR_SIGNATURE));
  }

  /** Enters the part of an entry of the directory; the next entry. */
  private int add(int entry, int end) {
    require(end - entry >= ENTRY_SIZE && number(entry) == ENTRY_SIGNATURE);
    int flags = half(entry + 8);
    int method = half(entry + 10);
    int packed = number(entry + 20);
    int size = number(entry + 24);
    int length = half(entry + 28);
    int next = entry + ENTRY_SIZE + length;
    require((flags & ~KNOWN_FLAGS) == 0 && (method == STORED || method == DEFLATED));
    // Neither further fields nor a comment, on one disk.
    require(number(entry + 30) == 0 && half(entry + 34) == 0 && next <= end);
    require(packed >= 0 && size >= 0 && size <= Guard.MAX_PART);
    boolean stored = method == STORED;
    require(!stored || packed == size);
    String key = key(entry + ENTRY_SIZE, length);
    int local = number(entry + 42);
    require(local >= 0 && local <= end - LOCAL_SIZE && number(local) == LOCAL_SIGNATURE);
    int from = local + LOCAL_SIZE + half(local + 26) + half(local + 28);
    require(from <= end - packed);
    require(parts.put(key, new Part(from, packed, size, stored)) == null);
    return next;
  }

  /**
   * A name of nothing but letters, digits and a few signs, that leads nowhere else, as it is
   * compared.
   */
  private String key(int from, int length) {
    require(length > 0 && bytes[from] != '/');
    byte[] key = Arrays.copyOfRange(bytes, from, from + length);
    for (int i = 0; i < length; i++) {
      int c = key[i];
      if (c >= 'A' && c <= 'Z') {
        key[i] += 'a' - 'A';
      } else if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        require("/._-[] ()".indexOf(c) >= 0);
        require(c != '.' || i == 0 || key[i - 1] != '.');
      }
    }
    return new String(key, StandardCharsets.ISO_8859_1);
  }

  private static void require(boolean usual) {
    if (!usual) {
      throw new Unusual();
    }
  }

  private int half(int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }

  /** Numbers beyond two thousand million come out negative. */
  private int number(int at) {
    return (bytes[at] & 0xFF)
        | (bytes[at + 1] & 0xFF) << 8
        | (bytes[at + 2] & 0xFF) << 16
        | bytes[at + 3] << 24;
  }

  @Override
  boolean has(String part) {
    return parts.containsKey(key(part));
  }

  @Override
  <T> T read(String part, Class<T> as, Reader<T> reader) throws IOException, XMLStreamException {
    Part found = find(part);
    if (found.packed > KnownParts.LONGEST) {
      return super.read(part, as, reader);
    }
    T before = known.find(as, part, found.stored, bytes, found.from, found.packed);
    if (before != null) {
      return before;
    }
    T read = super.read(part, as, reader);
    if (found.stored || inflater.getBytesWritten() <= KnownParts.LONGEST) {
      byte[] packed = Arrays.copyOfRange(bytes, found.from, found.from + found.packed);
      known.keep(as, part, found.stored, packed, read);
    }
    return read;
  }

  private Part find(String part) {
    Part found = parts.get(key(part));
    if (found == null) {
      throw new Unusual();
    }
    return found;
  }

  @Override
  Xml xml(String part) {
    Part found = find(part);
    InputStream in =
        found.stored
            ? new ByteArrayInputStream(bytes, found.from, found.packed)
            : new Unpacked(found);
    return UsualXml.of(Guard.unpacking(in, found.packed), found.size);
  }

  @Override
  public void close() {
    inflater.end();
  }

  /** A part as it is unpacked. One at a time, as all use one inflater. */
  private final class Unpacked extends InputStream {

    Unpacked(Part part) {
      inflater.reset();
      inflater.setInput(bytes, part.from, part.packed);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (inflater.finished()) {
        return -1;
      }
      try {
        int read = inflater.inflate(buffer, offset, length);
        if (read > 0 || inflater.finished()) {
          return read > 0 ? read : -1;
        }
      } catch (DataFormatException e) {
        throw new ZipException();
      }
      // Cut off.
      throw new Unusual();
    }
  }
}
