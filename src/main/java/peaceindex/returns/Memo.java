package peaceindex.returns;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was found out of words, so that the same words in hundreds of files are looked at once. It
 * forgets everything when it is full: what matters comes again.
 */
final class Memo<K, V> {
  private static final int MOST = 5_000;

  private final Map<K, V> known = new HashMap<>();
  private final Function<K, V> judge;

  /**
   * @param judge depends on its argument only
   */
  Memo(Function<K, V> judge) {
    this.judge = judge;
  }

  V of(K words) {
    V found = known.get(words);
    if (found == null) {
      found = judge.apply(words);
      if (known.size() == MOST) {
        known.clear();
      }
      known.put(words, found);
    }
    return found;
  }
}
