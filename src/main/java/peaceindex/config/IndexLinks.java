package peaceindex.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import peaceindex.index.IndexDefinition;
import peaceindex.panel.Frequency;
import peaceindex.problem.Code;
import peaceindex.problem.LineRef;
import peaceindex.problem.Problems;

/**
 * Checks what several indices say of each other: that an index of whose scores another is composed
 * is there, has such a node and periods that suit, and that none depends on itself.
 */
final class IndexLinks {

  /** An index and the file that defines it. */
  record Source(YamlNode root, IndexDefinition index) {}

  /** A place where one index names another. */
  private record Link(String to, LineRef where) {}

  private final Map<String, Source> byId = new LinkedHashMap<>();
  private final Map<String, List<Link>> links = new LinkedHashMap<>();
  private final Problems problems;

  private IndexLinks(Problems problems) {
    this.problems = problems;
  }

  /**
   * Checks the links.
   *
   * @param sources the main index first
   */
  static void check(List<Source> sources, Problems problems) {
    IndexLinks check = new IndexLinks(problems);
    for (Source source : sources) {
      check.enter(source, sources.get(0).index().frequency());
    }
    sources.forEach(source -> check.follow(source, source.root()));
    sources.forEach(source -> check.findCircle(source.index().id(), new ArrayList<>()));
  }

  private void enter(Source source, Frequency returns) {
    String id = source.index().id();
    Source before = byId.putIfAbsent(id, source);
    if (before != null) {
      problems.add(
          Code.INDEX_TWICE,
          source.root().get("id").where(),
          "found",
          Phrases.shorten(id),
          "other",
          before.root().where().file());
    }
    if (!isWithin(returns, source.index().frequency())) {
      shorter(source.root().get("period").where(), source.index().frequency(), returns);
    }
  }

  /** Whether periods of one length lie within those of another. */
  private static boolean isWithin(Frequency part, Frequency whole) {
    boolean timeless = part == Frequency.NONE || whole == Frequency.NONE;
    boolean weeks = whole == Frequency.WEEK;
    return part == whole || (!timeless && !weeks && part.compareTo(whole) < 0);
  }

  private void shorter(LineRef where, Frequency found, Frequency expected) {
    problems.add(Code.INDEX_TOO_OFTEN, where, "found", found.label(), "expected", expected.label());
  }

  /** Finds the links in a file, wherever they stand in it. */
  private void follow(Source source, YamlNode node) {
    YamlNode score = node.get("score");
    if (score.kind() == YamlNode.Kind.MAP) {
      link(source, score.get("index"));
      checkNode(score);
    }
    link(source, node.get("eachPeriodOf"));
    node.items().forEach(item -> follow(source, item));
    node.keys().forEach(key -> follow(source, node.get(key)));
  }

  private void link(Source source, YamlNode named) {
    if (named.text().isEmpty()) {
      return;
    }
    String id = named.textOrEmpty();
    Source other = byId.get(id);
    if (other == null) {
      problems.add(
          Code.UNKNOWN_INDEX,
          named.where(),
          "found",
          Phrases.shorten(id),
          "hint",
          Phrases.didYouMean(Phrases.nearest(id, byId.keySet())));
      return;
    }
    links
        .computeIfAbsent(source.index().id(), from -> new ArrayList<>())
        .add(new Link(id, named.where()));
    if (!isWithin(other.index().frequency(), source.index().frequency())) {
      shorter(named.where(), source.index().frequency(), other.index().frequency());
    }
  }

  private void checkNode(YamlNode score) {
    Optional<Source> other =
        Optional.ofNullable(byId.get(score.get("index").textOrEmpty()))
            .filter(source -> !source.index().trees().all().isEmpty());
    Optional<String> node = score.get("node").text();
    if (other.isEmpty() || node.isEmpty()) {
      return;
    }
    List<String> ids = new ArrayList<>();
    for (var tree : other.get().index().trees().all()) {
      for (int number = 0; number < tree.size(); number++) {
        ids.add(tree.node(number).id());
      }
    }
    if (!ids.contains(node.get())) {
      problems.add(
          Code.UNKNOWN_NODE,
          score.get("node").where(),
          "found",
          Phrases.shorten(node.get()),
          "hint",
          Phrases.didYouMean(Phrases.nearest(node.get(), ids)));
    }
  }

  private void findCircle(String id, List<String> way) {
    for (Link link : links.getOrDefault(id, List.of())) {
      List<String> on = new ArrayList<>(way);
      on.add(id);
      if (on.get(0).equals(link.to())) {
        on.add(link.to());
        problems.add(
            Code.INDEX_CIRCLE, link.where(), "found", Phrases.shorten(String.join(" → ", on)));
      } else if (!on.contains(link.to())) {
        findCircle(link.to(), on);
      }
    }
  }
}
