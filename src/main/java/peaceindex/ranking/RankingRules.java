package peaceindex.ranking;

import java.util.List;
import java.util.Optional;

/**
 * How standing is decided.
 *
 * @param decimals decimals of published scores
 * @param bands from the best to the worst; may be empty
 */
public record RankingRules(int decimals, TiePolicy ties, List<Band> bands) {

  public RankingRules {
    bands = List.copyOf(bands);
  }

  /** The band of a published score; empty if there are no bands or it has no score. */
  public Optional<Band> band(double published) {
    return bands.stream().filter(band -> band.holds(published)).findFirst();
  }

  /** Whether a published score is in the worst band, and the bands are more than one. */
  public boolean isWorst(double published) {
    return bands.size() > 1 && bands.get(bands.size() - 1).holds(published);
  }
}
