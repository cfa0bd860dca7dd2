package peaceindex.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What was read of parts that are the same in many workbooks, such as styles and relations: where
 * the packed bytes are the same, so is what they say. Several threads may ask at once.
 */
final class KnownParts {
  private static final int MOST = 50;

  /** Bytes of a part, unpacked; more are no longer read the quicker for being known. */
  static final int LONGEST = 1 << 16;

  /**
   * A part.
   *
   * @param as what it is read as
   */
  private record Known(Class<?> as, String name, boolean stored, byte[] packed, Object read) {}

  private final List<Known> known = new CopyOnWriteArrayList<>();

  /**
   * What was read of a part, which must be immutable; {@code null} if nothing was.
   *
   * @param bytes the file, in which the packed part is {@code length} bytes from {@code from} on
   */
  <T> @Nullable T find(
      Class<T> as, String name, boolean stored, byte[] bytes, int from, int length) {
    for (Known part : known) {
      if (part.as == as
          && part.stored == stored
          && part.name.equals(name)
          && Arrays.equals(part.packed, 0, part.packed.length, bytes, from, from + length)) {
        return as.cast(part.read);
      }
    }
    return null;
  }

  /** Keeps what was read of a part no longer than {@link #LONGEST}, as long as there is room. */
  <T> void keep(Class<T> as, String name, boolean stored, byte[] packed, T read) {
    if (known.size() < MOST) {
      known.add(new Known(as, name, stored, packed, read));
    }
  }
}
