package peaceindex.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import peaceindex.formula.Evaluator;
import peaceindex.formula.Formula;
import peaceindex.index.aggregate.AcrossUnits;
import peaceindex.index.aggregate.Aggregation;
import peaceindex.index.aggregate.Child;
import peaceindex.index.aggregate.RowWise;
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
  private final List<Integer> indicators;
  private final List<Double> weights = new ArrayList<>();
  private final List<Double> full = new ArrayList<>();
  private final List<List<Child>> parts = new ArrayList<>();
  private final Map<String, Integer> columns = new HashMap<>();
  private final boolean isAdditive;
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
    List<Integer> leaves = new ArrayList<>();
    boolean additive = true;
    for (int number = 0; number < nodes.size(); number++) {
      children.set(number, List.copyOf(children.get(number)));
      if (nodes.get(number) instanceof Dimension dimension) {
        additive &= dimension.aggregation().isAdditive();
      } else {
        leaves.add(number);
      }
      columns.put(column(number), number);
      parts.add(children(number).stream().map(this::part).toList());
    }
    this.indicators = List.copyOf(leaves);
    this.isAdditive = additive;
  }

  private int add(Node node, int parent, double weight) {
    int number = nodes.size();
    nodes.add(node);
    parents.add(parent);
    weights.add(weight);
    full.add(100.0);
    children.add(new ArrayList<>());
    if (node instanceof Dimension dimension) {
      double whole = dimension.children().stream().mapToDouble(Node::weight).sum();
      for (Node child : dimension.children()) {
        int added = add(child, number, dimension.aggregation().coefficient(child.weight(), whole));
        children.get(number).add(added);
      }
      full.set(number, full(number, dimension.aggregation()));
    } else if (node instanceof Indicator indicator) {
      full.set(number, indicator.full());
    }
    return number;
  }

  /** What a dimension scores when all its children have full marks. */
  private double full(int number, Aggregation aggregation) {
    if (!(aggregation instanceof RowWise rowWise)) {
      return AcrossUnits.FULL;
    }
    List<Child> best =
        children.get(number).stream()
            .map(c -> new Child(Formula.constant(full.get(c)), weights.get(c), full.get(c)))
            .toList();
    return Evaluator.constant(rowWise.combine(best, 0));
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
    return children.get(number);
  }

  /**
   * What one point of a node is worth in its parent when none of its siblings is missing: its share
   * of the weights, so that siblings add up to 1; under a {@linkplain
   * peaceindex.index.aggregate.Sum sum} of points the weight as it is written.
   */
  public double weight(int number) {
    return weights.get(number);
  }

  /**
   * A dimension's children as its aggregation takes them: their scores as the columns {@link
   * #column} names, their weights as parameters of the same names.
   */
  public List<Child> parts(int number) {
    return parts.get(number);
  }

  private Child part(int child) {
    return new Child(
        new Formula.Variable(column(child)),
        new Formula.Parameter(column(child), weight(child)),
        full(child));
  }

  /** The column of a node's scores in formulas. */
  public static String column(int number) {
    return "#" + number;
  }

  /** The node of a {@linkplain #column column}. */
  int ofColumn(String column) {
    Integer node = columns.get(column);
    if (node == null) {
      throw new IllegalArgumentException("no column " + column);
    }
    return node;
  }

  /**
   * How much of its parent a node is: its share of the weights, or of the full marks where points
   * are added up. Siblings add up to 1.
   */
  public double share(int number) {
    if (number == 0) {
      return 1;
    }
    Aggregation method = ((Dimension) node(parent(number))).aggregation();
    double whole =
        children.get(parent(number)).stream()
            .mapToDouble(child -> method.stake(weight(child), full(child)))
            .sum();
    return whole == 0 ? 0 : method.stake(weight(number), full(number)) / whole;
  }

  /** Full marks of a node: of a dimension what it scores when all its children have theirs. */
  public double full(int number) {
    return full.get(number);
  }

  /** All leaves, in order. */
  public List<Integer> indicators() {
    return indicators;
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

  /** Whether every score from the root to the leaves is a weighted sum of its children's. */
  public boolean isAdditive() {
    return isAdditive;
  }

  /** Whether any score says where a unit stands among others, and not how it does. */
  public boolean isRelative() {
    return indicators.stream().anyMatch(number -> indicator(number).isRelative())
        || nodes.stream().anyMatch(n -> n instanceof Dimension d && d.aggregation().isRelative());
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
