package peaceindex.ranking;

import java.util.List;
import java.util.Optional;
import peaceindex.problem.Text;

/**
 * What follows when a unit stays in a band, or in worse ones, for some periods on end: the third
 * time a notice, the fourth a talk.
 *
 * @param band id of the best band that counts
 * @param steps by rising number of periods; at least one
 */
public record Escalation(String band, List<Step> steps) {

  /**
   * @param after with the how manieth period on end the step is reached; at least 1
   */
  public record Step(int after, String id, Text name) {}

  public Escalation {
    steps = List.copyOf(steps);
  }

  /** The last step that is reached after so many periods on end. */
  Optional<Step> step(int inARow) {
    return steps.stream().filter(step -> step.after() <= inARow).reduce((one, next) -> next);
  }
}
