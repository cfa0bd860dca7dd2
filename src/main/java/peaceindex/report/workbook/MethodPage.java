package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import peaceindex.index.Dimension;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.index.Part;
import peaceindex.index.Pretreatment;
import peaceindex.index.ScoreOf;
import peaceindex.index.ZeroDenominator;
import peaceindex.report.Findings;

/** The method in words: what is measured, how it is scored, what counts how much. */
final class MethodPage implements Page {
  private static final double TEXT_WIDTH = 34;
  private static final double NAME_WIDTH = 28;
  private static final double SHORT_WIDTH = 18;
  private static final String INDENT = "　";

  @Override
  public String name() {
    return "method";
  }

  @Override
  public Table<?> table(Findings findings) {
    Words words = new Words(findings.lang());
    MethodWords method = new MethodWords(words);
    IndexTree tree = findings.standing().tree();
    Function<String, String> named =
        group ->
            findings.panel().roster().group(group).map(of -> words.in(of.name())).orElse(group);
    Variants by = new Variants(tree, named, words);
    List<Column<Integer>> columns = new ArrayList<>();
    columns.add(
        column(words, "node", node -> Cell.word(indented(tree, node, words))).upTo(NAME_WIDTH));
    columns.add(column(words, "weight", node -> Cell.number(tree.share(node), NumberForm.SHARE)));
    columns.add(
        column(
            words,
            "weightInWhole",
            node -> Cell.number(Weights.inWhole(tree, node), NumberForm.SHARE)));
    for (String group : tree.groups()) {
      IndexTree own = tree.of(group);
      if (Weights.differ(tree, own)) {
        columns.add(
            Column.of(
                words.say("column.weightOfGroup", "group", named.apply(group)),
                node -> Cell.number(Weights.inWhole(own, node), NumberForm.SHARE)));
      }
    }
    columns.add(
        column(
                words,
                "expression",
                node -> Cell.word(by.indicator(node, i -> expression(i, words))))
            .upTo(TEXT_WIDTH));
    columns.add(indicator(tree, words, "measure", i -> Cell.centred(words.in(i.unit()))));
    columns.add(
        indicator(
            tree,
            words,
            "polarity",
            i -> Cell.centred(words.say("polarity." + i.polarity().name()))));
    columns.add(
        column(words, "method", node -> Cell.word(by.node(of -> method(of, node, method))))
            .upTo(TEXT_WIDTH));
    if (tree.indicators().stream().anyMatch(n -> isPrepared(tree.indicator(n)))) {
      columns.add(
          indicator(tree, words, "pretreatment", i -> Cell.word(method.of(i.pretreatment())))
              .upTo(TEXT_WIDTH));
    }
    columns.add(
        column(words, "reference", node -> Cell.word(by.indicator(node, i -> reference(i, words))))
            .upTo(SHORT_WIDTH));
    columns.add(
        column(
                words,
                "zeroDenominator",
                node -> Cell.word(by.indicator(node, i -> zero(i.zeroDenominator(), words))))
            .upTo(SHORT_WIDTH));
    return new Table<>(
        columns, UnitRow.all(tree.size()), MethodNotes.of(findings, words), 1, false);
  }

  /** What holds in common, and then what is different for a group. */
  private record Variants(IndexTree tree, Function<String, String> named, Words words) {

    String node(Function<IndexTree, String> said) {
      String common = said.apply(tree);
      StringBuilder all = new StringBuilder(common);
      for (String group : tree.groups()) {
        String own = said.apply(tree.of(group));
        if (!own.equals(common)) {
          all.append(words.say("semicolon"))
              .append(words.say("ofGroup", "group", named.apply(group), "what", own));
        }
      }
      return all.toString();
    }

    /** The same of an indicator; nothing of a dimension. */
    String indicator(int node, Function<Indicator, String> said) {
      return tree.node(node) instanceof Indicator ? node(of -> said.apply(of.indicator(node))) : "";
    }
  }

  private static String indented(IndexTree tree, int node, Words words) {
    StringBuilder indent = new StringBuilder();
    for (int n = tree.parent(node); n >= 0; n = tree.parent(n)) {
      indent.append(INDENT);
    }
    return indent + words.in(tree.node(node).name());
  }

  private static boolean isPrepared(Indicator indicator) {
    return !indicator.pretreatment().equals(Pretreatment.NONE);
  }

  /** The value as it was written; of a score, of which index. */
  private static String expression(Indicator indicator, Words words) {
    return ScoreOf.of(indicator.value())
        .map(
            score ->
                words.say(
                    score.node().isEmpty() ? "scoreOf" : "scoreOfNode",
                    "index",
                    score.index(),
                    "node",
                    score.node()))
        .orElse(indicator.expression());
  }

  private static String method(IndexTree tree, int node, MethodWords words) {
    if (tree.node(node) instanceof Dimension dimension) {
      return words.of(dimension.aggregation(), dimension.minimumShare());
    }
    return words.of(tree.indicator(node).parts());
  }

  private static String reference(Indicator indicator, Words words) {
    MethodWords method = new MethodWords(words);
    Set<String> references = new LinkedHashSet<>();
    for (Part part : indicator.parts()) {
      references.add(method.reference(part));
    }
    return String.join(words.say("semicolon"), references);
  }

  private static String zero(ZeroDenominator policy, Words words) {
    return policy.value().isPresent()
        ? words.say("zero.counts", "value", Weights.plain(policy.value().getAsDouble()))
        : words.say("zero." + policy.status().name());
  }

  private static Column<Integer> column(Words words, String key, Function<Integer, Cell> cell) {
    return Column.of(words.say("column." + key), cell);
  }

  /** A column that says nothing of dimensions. */
  private static Column<Integer> indicator(
      IndexTree tree, Words words, String key, Function<Indicator, Cell> cell) {
    return column(
        words,
        key,
        node ->
            tree.node(node) instanceof Indicator indicator ? cell.apply(indicator) : Cell.EMPTY);
  }
}
