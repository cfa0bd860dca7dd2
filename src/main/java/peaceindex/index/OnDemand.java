package peaceindex.index;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is computed when it is first asked for: of most periods nobody asks for some stages. */
final class OnDemand<T> {
  private @Nullable Supplier<T> source;
  private volatile @Nullable T value;

  OnDemand(Supplier<T> source) {
    this.source = source;
  }

  T get() {
    T known = value;
    return known == null ? computed() : known;
  }

  private synchronized T computed() {
    T known = value;
    if (known == null) {
      known = Objects.requireNonNull(source).get();
      value = known;
      // What it was computed from may be large.
      source = null;
    }
    return known;
  }
}
