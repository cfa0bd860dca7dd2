package peaceindex.index;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import peaceindex.panel.Period;

/** The scores of all periods, every stage kept. */
public final class Scores {
  private final NavigableMap<Period, PeriodScores> byPeriod = new TreeMap<>();

  public Scores(List<PeriodScores> scores) {
    scores.forEach(s -> byPeriod.put(s.period(), s));
  }

  /** The periods that have scores, oldest first. */
  public List<Period> periods() {
    return new ArrayList<>(byPeriod.keySet());
  }

  public Optional<PeriodScores> at(Period period) {
    return Optional.ofNullable(byPeriod.get(period));
  }
}
