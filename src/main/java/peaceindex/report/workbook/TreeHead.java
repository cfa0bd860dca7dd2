package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import peaceindex.index.Dimension;
import peaceindex.index.IndexTree;

/**
 * The head of a table whose columns are nodes of the tree: a dimension stands over its children,
 * and over a column of its own for its own score.
 */
final class TreeHead {
  private final IndexTree tree;
  private final IntFunction<Heading> named;
  private final String overall;
  private final int levels;
  private final Map<Integer, Heading> spans = new HashMap<>();
  private final Map<Integer, Heading> own = new HashMap<>();

  /**
   * @param named what stands over a node
   * @param overall what stands over the column of a dimension itself, below its name
   */
  TreeHead(IndexTree tree, IntFunction<Heading> named, String overall) {
    this.tree = tree;
    this.named = named;
    this.overall = overall;
    int deepest = 1;
    for (int node = 0; node < tree.size(); node++) {
      deepest = Math.max(deepest, depth(node));
    }
    this.levels = deepest;
  }

  /** The headings over the column of a node, one for each level of the tree. */
  List<Heading> over(int node) {
    List<Heading> head = new ArrayList<>();
    for (int above = tree.parent(node); above > 0; above = tree.parent(above)) {
      head.add(0, span(above));
    }
    boolean hasBoth = node > 0 && tree.node(node) instanceof Dimension;
    head.add(span(node));
    Heading below = hasBoth ? own.computeIfAbsent(node, n -> new Heading(overall)) : span(node);
    while (head.size() < levels) {
      head.add(below);
    }
    return head;
  }

  /** The same with one more heading, below all levels. */
  List<Heading> over(int node, String figure) {
    List<Heading> head = over(node);
    head.add(new Heading(figure));
    return head;
  }

  private Heading span(int node) {
    return spans.computeIfAbsent(node, named::apply);
  }

  private int depth(int node) {
    return node == 0 ? 0 : 1 + depth(tree.parent(node));
  }
}
