package peaceindex.ranking;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How standing is decided.
 *
 * @param decimals decimals of published scores
 * @param bands from the best to the worst; may be empty
 * @param escalations what follows when a unit stays in a bad band; may be empty
 */
public record RankingRules(
    int decimals, TiePolicy ties, List<Band> bands, List<Escalation> escalations) {

  public RankingRules {
    bands = List.copyOf(bands);
    escalations = List.copyOf(escalations);
  }

  /** Rules without escalation. */
  public RankingRules(int decimals, TiePolicy ties, List<Band> bands) {
    this(decimals, ties, bands, List.of());
  }

  /**
   * The band of a unit; empty if there are no bands or it has no score.
   *
   * <p>The score decides among the bands without a condition on the rank. A band for the last
   * places takes the units that meet its condition out of better bands, one for the first places
   * out of worse ones; if both do, that for the last places wins. A score that lies in bands with
   * conditions only, none of which the unit meets, counts for the next better band without one if
   * it lies in a band for the last places, else for the next worse one.
   *
   * @param published its published score
   * @param meets whether the unit's rank meets a condition
   */
  public Optional<Band> band(double published, Predicate<Places> meets) {
    int place = bandPlace(published, meets);
    return place < 0 ? Optional.empty() : Optional.of(bands.get(place));
  }

  /** The {@linkplain #place place} of the {@link #band} of a unit; −1 if it is in none. */
  int bandPlace(double published, Predicate<Places> meets) {
    int plain = -1;
    int last = -1;
    int first = bands.size();
    int missed = -1;
    for (int i = 0; i < bands.size(); i++) {
      Band band = bands.get(i);
      if (!band.holds(published)) {
        continue;
      }
      boolean met = band.places().filter(meets).isPresent();
      if (band.isForAll()) {
        plain = plain < 0 ? i : plain;
      } else if (!met) {
        missed = i;
      } else if (band.isForLast()) {
        last = i;
      } else {
        first = Math.min(first, i);
      }
    }
    if (last > plain) {
      return last;
    }
    if (first < bands.size() && (plain < 0 || first < plain)) {
      return first;
    }
    return plain >= 0 || missed < 0 ? plain : beside(missed);
  }

  /** Where a unit goes that does not meet a band's condition. */
  private int beside(int missed) {
    int step = bands.get(missed).isForLast() ? -1 : 1;
    for (int i = missed + step; i >= 0 && i < bands.size(); i += step) {
      if (bands.get(i).isForAll()) {
        return i;
      }
    }
    return -1;
  }

  /** The place of a band among the bands, 0 for the best; −1 if there is none of this id. */
  public int place(String band) {
    for (int i = 0; i < bands.size(); i++) {
      if (bands.get(i).id().equals(band)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a band is the worst one, and the bands are more than one. */
  public boolean isWorst(Band band) {
    return bands.size() > 1 && bands.get(bands.size() - 1).equals(band);
  }
}
