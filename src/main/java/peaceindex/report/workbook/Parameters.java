package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import peaceindex.formula.Formula;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.index.Part;
import peaceindex.index.Reference;
import peaceindex.ranking.Band;
import peaceindex.report.Findings;

/**
 * The numbers that configuration sets and that stand in the workbook once, each under a name:
 * weights, the parameters of normalisations, set targets, the bounds of bands.
 */
final class Parameters {
  /** The column of a value in the formula of a score. */
  static final String X = "x";

  /** What the names of weights begin with. */
  private static final String WEIGHT = "w_";

  /**
   * One of them.
   *
   * @param key by which formulas find it
   * @param name under which the cell is known in the workbook
   * @param item what it belongs to
   * @param group for which group alone it holds; empty if for all
   * @param label what it is
   */
  record Entry(String key, String name, String item, String group, String label, double value) {

    /** Whether it says how much something counts. */
    boolean isWeight() {
      return name.startsWith(WEIGHT);
    }
  }

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Findings findings;
  private final Words words;
  private final IndexTree tree;

  Parameters(Findings findings, Words words) {
    this.findings = findings;
    this.words = words;
    this.tree = findings.standing().tree();
    for (int node = 1; node < tree.size(); node++) {
      weights(node);
    }
    if (!findings.standing().scores().isAveraged()) {
      tree.indicators().forEach(this::normalisations);
    }
    bands();
  }

  List<Entry> all() {
    return new ArrayList<>(entries.values());
  }

  private void weights(int node) {
    if (findings.standing().scores().isAveraged()) {
      return;
    }
    add(weightKey(node, ""), WEIGHT + id(node), node, "", "weight", tree.node(node).weight());
    for (String group : tree.groups()) {
      double own = tree.of(group).node(node).weight();
      if (own != tree.node(node).weight()) {
        add(weightKey(node, group), WEIGHT + id(node) + "_" + group, node, group, "weight", own);
      }
    }
  }

  private void normalisations(int node) {
    parts(node, "", tree.indicator(node));
    for (String group : tree.groups()) {
      Indicator own = tree.of(group).indicator(node);
      if (!own.parts().equals(tree.indicator(node).parts())) {
        parts(node, group, own);
      }
    }
  }

  private void parts(int node, String group, Indicator indicator) {
    String id = id(node) + (group.isEmpty() ? "" : "_" + group);
    List<Part> parts = indicator.parts();
    for (int p = 0; p < parts.size(); p++) {
      Part part = parts.get(p);
      String which = parts.size() == 1 ? id : id + "_" + (p + 1);
      String variant = variant(node, group, p);
      if (parts.size() > 1) {
        add(variant + "/weight", WEIGHT + which, node, group, "partWeight", part.weight());
      }
      Map<String, Integer> numbers = new HashMap<>();
      for (Formula.Parameter parameter : parametersOf(part, indicator)) {
        int number = numbers.merge(parameter.name(), 1, Integer::sum);
        String name = parameter.name() + (number == 1 ? "" : "_" + number);
        add(
            variant + "/" + parameter.name() + "/" + parameter.value(),
            "p_" + which + "_" + name,
            node,
            group,
            parameter.name(),
            parameter.value());
      }
      if (part.normalisation().isRelative()
          && part.reference() instanceof Reference.Target target) {
        add(variant + "/target", "t_" + which, node, group, "target", target.value());
      }
    }
  }

  /** Each once, in the order of first use. */
  private static Set<Formula.Parameter> parametersOf(Part part, Indicator indicator) {
    Set<Formula.Parameter> found = new java.util.LinkedHashSet<>();
    collect(part.score(new Formula.Variable(X), indicator.polarity()), found);
    return found;
  }

  private static void collect(Formula formula, Set<Formula.Parameter> into) {
    if (formula instanceof Formula.Parameter parameter) {
      into.add(parameter);
    }
    formula.parts().forEach(part -> collect(part, into));
  }

  private void bands() {
    List<Band> bands = findings.standing().rules().bands();
    for (int i = 0; i < bands.size(); i++) {
      Band band = bands.get(i);
      if (!Double.isInfinite(band.from()) && !entries.containsKey(bandKey(band.from()))) {
        String key = bandKey(band.from());
        put(
            new Entry(
                key,
                unique("b_" + band.id()),
                words.in(band.name()),
                "",
                words.say("open.band"),
                band.from()));
      }
    }
  }

  private void add(String key, String name, int node, String group, String label, double value) {
    String shownGroup =
        findings.panel().roster().group(group).map(of -> words.in(of.name())).orElse(group);
    put(
        new Entry(
            key,
            unique(name),
            words.in(tree.node(node).name()),
            shownGroup,
            words.say("open." + label),
            value));
  }

  private void put(Entry entry) {
    entries.put(entry.key(), entry);
  }

  private String id(int node) {
    return tree.node(node).id();
  }

  /** Names know no case, and little but letters and digits. */
  private String unique(String wanted) {
    String plain = plain(wanted);
    String name = plain;
    for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = plain + "_" + i;
    }
    return name;
  }

  private static String plain(String wanted) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < wanted.length(); ) {
      int c = wanted.codePointAt(i);
      plain.appendCodePoint(Character.isLetter(c) || Character.isDigit(c) ? c : '_');
      i += Character.charCount(c);
    }
    return plain.toString();
  }

  private static String weightKey(int node, String group) {
    return "weight/" + group + "/" + node;
  }

  private static String variant(int node, String group, int part) {
    return "part/" + group + "/" + node + "/" + part;
  }

  private static String bandKey(double bound) {
    return "band/" + bound;
  }

  /** The weight of a node by the rules of a group. */
  Entry weight(int node, String group) {
    Entry own = entries.get(weightKey(node, group));
    return own == null ? known(weightKey(node, "")) : own;
  }

  /** The weight of one part of an indicator. */
  Entry partWeight(int node, String group, int part) {
    return ofPart(node, group, part, "/weight");
  }

  /** A parameter of the normalisation of a part. */
  Entry parameter(int node, String group, int part, Formula.Parameter parameter) {
    return ofPart(node, group, part, "/" + parameter.name() + "/" + parameter.value());
  }

  /** The set figure against which a part judges. */
  Entry target(int node, String group, int part) {
    return ofPart(node, group, part, "/target");
  }

  /** The bound between two bands. */
  Entry bound(double bound) {
    return known(bandKey(bound));
  }

  private Entry ofPart(int node, String group, int part, String what) {
    boolean own =
        tree.groups().contains(group)
            && !tree.of(group).indicator(node).parts().equals(tree.indicator(node).parts());
    return known(variant(node, own ? group : "", part) + what);
  }

  private Entry known(String key) {
    Entry entry = entries.get(key);
    if (entry == null) {
      throw new IllegalArgumentException("no parameter " + key);
    }
    return entry;
  }
}
