package peaceindex.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import peaceindex.problem.Text;

/**
 * The index as a tree, with its nodes also in one list: the root first, every parent before its
 * children, siblings in their order. A node is called by its place in that list.
 */
public final class IndexTree {
  private final Dimension root;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Integer> parents = new ArrayList<>();
  private final List<List<Integer>> children = new ArrayList<>();
  private final List<Integer> indicators = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();
  private final Text versionName;
  private final Map<String, IndexTree> byGroup;

  /**
   * @param versionName what these rules are called, may be empty
   */
  public IndexTree(Dimension root, Text versionName) {
    this(root, versionName, Map.of());
  }

  /**
   * @param versionName what these rules are called, may be empty
   * @param byGroup trees for units of a group, by its id: of the same shape with the same ids, but
   *     with weights, values or methods of their own
   */
  public IndexTree(Dimension root, Text versionName, Map<String, IndexTree> byGroup) {
    this.root = root;
    this.versionName = versionName;
    this.byGroup = new TreeMap<>(byGroup);
    add(root, -1, 1.0);
  }

  private int add(Node node, int parent, double weight) {
    int number = nodes.size();
    nodes.add(node);
    parents.add(parent);
    weights.add(weight);
    children.add(new ArrayList<>());
    if (node instanceof Dimension dimension) {
      double whole = dimension.children().stream().mapToDouble(Node::weight).sum();
      for (Node child : dimension.children()) {
        int added = add(child, number, whole == 0 ? 0 : child.weight() / whole);
        children.get(number).add(added);
      }
    } else {
      indicators.add(number);
    }
    return number;
  }

  public Dimension root() {
    return root;
  }

  public Text versionName() {
    return versionName;
  }

  /** The ids of the groups that have rules of their own, in order. */
  public Set<String> groups() {
    return Collections.unmodifiableSet(byGroup.keySet());
  }

  /** The rules for units of a group: its own, or the common ones. */
  public IndexTree of(String group) {
    return byGroup.getOrDefault(group, this);
  }

  public int size() {
    return nodes.size();
  }

  public Node node(int number) {
    return nodes.get(number);
  }

  /** The parent of a node, -1 for the root. */
  public int parent(int number) {
    return parents.get(number);
  }

  public List<Integer> children(int number) {
    return List.copyOf(children.get(number));
  }

  /** The weight of a node within its parent; siblings add up to 1. */
  public double weight(int number) {
    return weights.get(number);
  }

  /** All leaves, in order. */
  public List<Integer> indicators() {
    return List.copyOf(indicators);
  }

  /** All inner nodes below the root, in order. */
  public List<Integer> dimensions() {
    List<Integer> inner = new ArrayList<>();
    for (int number = 1; number < nodes.size(); number++) {
      if (nodes.get(number) instanceof Dimension) {
        inner.add(number);
      }
    }
    return inner;
  }

  public Indicator indicator(int number) {
    return (Indicator) nodes.get(number);
  }

  /** Whether every score on the way from the root to the leaves is a weighted arithmetic mean. */
  public boolean isAdditive() {
    return nodes.stream()
        .allMatch(n -> !(n instanceof Dimension dimension) || dimension.aggregation().isAdditive());
  }

  /** Whether any score says where a unit stands among others, and not how it does. */
  public boolean isRelative() {
    return indicators.stream().anyMatch(number -> indicator(number).isRelative());
  }

  /** The number of the node with this id, or -1. */
  public int find(String id) {
    for (int number = 0; number < nodes.size(); number++) {
      if (nodes.get(number).id().equals(id)) {
        return number;
      }
    }
    return -1;
  }
}
