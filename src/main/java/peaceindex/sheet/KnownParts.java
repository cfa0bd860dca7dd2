package peaceindex.sheet;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
  private record Key(Class<?> as, String name, boolean stored, byte[] packed) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && as == that.as
          && stored == that.stored
          && name.equals(that.name)
          && Arrays.equals(packed, that.packed);
    }

    @Override
    public int hashCode() {
      return name.hashCode() * 31 + Arrays.hashCode(packed);
    }
  }

  private final Map<Key, Object> known = new ConcurrentHashMap<>();

  /** What was read of a part, which must be immutable; {@code null} if nothing was. */
  <T> @Nullable T find(Class<T> as, String name, boolean stored, byte[] packed) {
    Object found = known.get(new Key(as, name, stored, packed));
    return found == null ? null : as.cast(found);
  }

  /** Keeps what was read of a part no longer than {@link #LONGEST}, as long as there is room. */
  <T> void keep(Class<T> as, String name, boolean stored, byte[] packed, T read) {
    if (known.size() < MOST) {
      known.put(new Key(as, name, stored, packed), read);
    }
  }
}
