package peaceindex.ranking;

/**
 * A condition on the rank of a unit: among the first or among the last.
 *
 * @param end at which end of the ranking
 * @param count how many places; at least 1
 * @param withinGroup whether the ranking is that of the unit's group, not of the whole county
 */
public record Places(End end, int count, boolean withinGroup) {

  /** The ends of a ranking. */
  public enum End {
    FIRST,
    LAST
  }

  public boolean isFirst() {
    return end == End.FIRST;
  }
}
