package peaceindex.index;

import java.util.List;
import peaceindex.index.aggregate.Aggregation;
import peaceindex.problem.Text;

/**
 * An inner node: its score is the aggregate of its children's. The root is the index itself.
 *
 * @param minimumShare the share of the children's weight that must be present, from 0 to 1; with
 *     less, the dimension has no score
 */
public record Dimension(
    String id,
    Text name,
    double weight,
    List<Node> children,
    Aggregation aggregation,
    double minimumShare)
    implements Node {

  public Dimension {
    children = List.copyOf(children);
  }
}
