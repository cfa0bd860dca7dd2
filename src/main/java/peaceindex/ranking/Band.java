package peaceindex.ranking;

import peaceindex.problem.Text;

/**
 * A band of published scores with a name and a colour.
 *
 * @param from the least score in the band; −∞ for the worst band
 * @param to the score at which the next band begins; +∞ for the best band
 * @param colour as {@code #RRGGBB}
 */
public record Band(String id, Text name, double from, double to, String colour) {

  public boolean holds(double published) {
    return published >= from && published < to;
  }
}
