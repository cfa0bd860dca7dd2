package peaceindex.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import peaceindex.index.Dimension;
import peaceindex.index.IndexDefinition;
import peaceindex.index.IndexTree;
import peaceindex.index.Node;
import peaceindex.index.adjust.Adjustments;
import peaceindex.index.aggregate.Aggregation;
import peaceindex.index.aggregate.Arithmetic;
import peaceindex.panel.Fields;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.panel.Versions;
import peaceindex.problem.Code;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;
import peaceindex.ranking.RankingRules;
import peaceindex.ranking.Scheme;
import peaceindex.ranking.Spans;
import peaceindex.ranking.TiePolicy;
import peaceindex.report.PageSettings;
import peaceindex.report.Slips;
import peaceindex.returns.EventsLayout;

/**
 * Binds {@code index.yaml}: what is measured and how standing is decided.
 *
 * <pre>
 * id: hdi
 * name: {zh: 人类发展指数, en: Human Development Index}
 * area: {zh: 世界, en: World}
 * period: year
 * aggregate: geometric
 * children:
 *   - id: life
 *     name: {zh: 预期寿命, en: Life expectancy}
 *     value: life_expectancy
 *     polarity: positive
 *     normalise: {method: goalposts, lower: 20, upper: 85}
 * </pre>
 *
 * What a version does not say is taken from the top of the file; {@code missing} of a dimension
 * holds for all that is below it. Where the structure is at fault, stand-ins are bound, so that the
 * rules of the rest can still be checked; the result is then not used.
 */
final class IndexYaml {
  private static final int DECIMALS = 2;
  private static final double MINIMUM_SHARE = 0.6;

  /** What the file says. */
  record Bound(
      Scheme scheme, Versions<List<EventsLayout.Kind>> events, PageSettings page, Lang language) {}

  /** What holds for one version beside its tree. */
  private record Settings(
      RankingRules ranking,
      double minimumShare,
      Aggregation rootAggregation,
      AdjustmentsYaml.Bound adjustments,
      EscalationYaml.Bound escalation) {

    void checkBands(Problems problems) {
      AdjustmentsYaml.checkBands(adjustments.bands(), ranking.bands(), problems);
      EscalationYaml.checkBands(escalation, ranking.bands(), problems);
    }
  }

  private final YamlNode root;
  private final Optional<Frequency> known;
  private final Optional<List<String>> groupIds;
  private final IndicatorYaml indicators;
  private final boolean hasReceipts;
  private final Problems problems;

  private IndexYaml(
      YamlNode root,
      Optional<Fields> fields,
      Optional<List<String>> groupIds,
      boolean hasReceipts,
      Problems problems) {
    this.root = root;
    this.known = root.get("period").choice(Frequency.class).filter(Frequency::isBase);
    this.groupIds = groupIds;
    this.indicators =
        new IndicatorYaml(
            new Expressions(fields, problems),
            groupIds.map(ids -> !ids.isEmpty()),
            known.orElse(Frequency.MONTH),
            problems);
    this.hasReceipts = hasReceipts;
    this.problems = problems;
  }

  /**
   * Binds the file.
   *
   * @param fields what expressions may name; empty if not known for certain
   * @param groupIds the groups of the roster; empty if not known for certain
   * @param hasReceipts whether there is a register of receipts, so that anything can be late
   */
  static Bound bind(
      YamlNode root,
      Optional<Fields> fields,
      Optional<List<String>> groupIds,
      boolean hasReceipts,
      Problems problems) {
    return new IndexYaml(root, fields, groupIds, hasReceipts, problems).bind();
  }

  private Bound bind() {
    Frequency frequency = known.orElse(Frequency.MONTH);
    Lang language = root.get("language").choice(Lang.class).orElse(Lang.ZH);
    RankingRules plain = new RankingRules(DECIMALS, TiePolicy.MINIMUM, List.of());
    Settings settings =
        settings(
            root,
            frequency,
            new Settings(
                plain, MINIMUM_SHARE, new Arithmetic(), AdjustmentsYaml.NONE, EscalationYaml.NONE));
    Map<Period, IndexTree> trees = new TreeMap<>();
    Map<Period, RankingRules> rules = new TreeMap<>();
    Map<Period, Adjustments> adjustments = new TreeMap<>();
    Map<Period, List<EventsLayout.Kind>> events = new TreeMap<>();
    if (root.get("versions").isPresent()) {
      if (root.get("children").isPresent()) {
        problems.add(Code.VERSIONS_AND_CHILDREN, root.keyPlace("children"));
      }
      if (frequency == Frequency.NONE) {
        problems.add(Code.VERSIONS_WITHOUT_PERIODS, root.keyPlace("versions"));
      }
      Optional<Period> previous = Optional.empty();
      for (YamlNode version : root.get("versions").items()) {
        Settings own = settings(version, frequency, settings);
        IndexTree tree = tree(version, own, version.get("name").name());
        Optional<Period> from =
            known.isEmpty() || frequency == Frequency.NONE
                ? Optional.empty()
                : from(version.get("from"), frequency, previous);
        own.checkBands(problems);
        from.ifPresent(period -> trees.put(period, tree));
        from.ifPresent(period -> rules.put(period, own.ranking()));
        from.ifPresent(period -> adjustments.put(period, own.adjustments().adjustments()));
        from.ifPresent(period -> events.put(period, own.adjustments().events()));
        previous = from.isPresent() ? from : previous;
      }
    } else {
      Period always = new Period(frequency, 0);
      settings.checkBands(problems);
      trees.put(always, tree(root, settings, Text.of("")));
      rules.put(always, settings.ranking());
      adjustments.put(always, settings.adjustments().adjustments());
      events.put(always, settings.adjustments().events());
    }
    indicators.sayRelative();
    IndexDefinition index =
        new IndexDefinition(
            root.get("id").textOrEmpty(),
            root.get("name").name(),
            root.get("area").name(),
            frequency,
            new Versions<>(trees));
    Spans spans = root.get("spans").choice(Spans.class).orElse(Spans.AVERAGED);
    return new Bound(
        new Scheme(index, new Versions<>(rules), new Versions<>(adjustments), spans),
        new Versions<>(events),
        page(root.get("page")),
        language);
  }

  private static PageSettings page(YamlNode node) {
    List<Text> signatures = node.get("signatures").items().stream().map(YamlNode::name).toList();
    Slips slips = node.get("slips").choice(Slips.class).orElse(Slips.NONE);
    int formulasUpTo = node.get("formulasUpTo").integer().orElse(PageSettings.FORMULAS_UP_TO);
    return new PageSettings(node.get("organisation").name(), signatures, slips, formulasUpTo);
  }

  private Settings settings(YamlNode node, Frequency frequency, Settings inherited) {
    RankingRules ranking = inherited.ranking();
    boolean mayHaveGroups = groupIds.map(ids -> !ids.isEmpty()).orElse(true);
    YamlNode bands = node.get("bands");
    YamlNode named = node.get("escalation");
    EscalationYaml.Bound escalation =
        named.isPresent()
            ? EscalationYaml.bind(named, frequency, problems)
            : inherited.escalation();
    return new Settings(
        new RankingRules(
            node.get("decimals").integer().orElse(ranking.decimals()),
            node.get("ties").choice(TiePolicy.class).orElse(ranking.ties()),
            bands.isPresent()
                ? new BandsYaml(mayHaveGroups, problems).bind(bands)
                : ranking.bands(),
            escalation.escalations()),
        minimumShare(node, inherited.minimumShare()),
        aggregation(node, root.get("name").name()).orElse(inherited.rootAggregation()),
        adjustments(node, frequency, inherited.adjustments()),
        escalation);
  }

  /** What a version says replaces all that the top of the file says. */
  private AdjustmentsYaml.Bound adjustments(
      YamlNode node, Frequency frequency, AdjustmentsYaml.Bound inherited) {
    YamlNode own = node.get("adjustments");
    return own.isPresent()
        ? new AdjustmentsYaml(root.get("id").textOrEmpty(), frequency, hasReceipts, problems)
            .bind(own)
        : inherited;
  }

  private static double minimumShare(YamlNode node, double inherited) {
    return node.get("missing").get("minimumShare").number().orElse(inherited);
  }

  /** The aggregation that {@code node} asks for, for the scores called {@code name}. */
  private Optional<Aggregation> aggregation(YamlNode node, Text name) {
    YamlNode named = node.get("aggregate");
    YamlNode method = named.kind() == YamlNode.Kind.MAP ? named.get("method") : named;
    Optional<Aggregation> bound =
        Methods.find(Methods.AGGREGATIONS, method.textOrEmpty())
            .flatMap(found -> found.bind(named));
    bound
        .filter(Aggregation::isRelative)
        .ifPresent(relative -> indicators.noteRelative(name, method.where()));
    return bound;
  }

  private Optional<Period> from(YamlNode node, Frequency frequency, Optional<Period> previous) {
    if (node.text().isEmpty()) {
      return Optional.empty();
    }
    Optional<Period> period =
        Period.parse(node.textOrEmpty()).filter(p -> p.frequency() == frequency);
    if (period.isEmpty()) {
      problems.add(
          Code.BAD_PERIOD,
          node.where(),
          "found",
          Phrases.shorten(node.textOrEmpty()),
          "expected",
          Messages.phrase("period.example." + frequency.name()));
    } else if (previous.isPresent() && period.get().compareTo(previous.get()) <= 0) {
      problems.add(
          Code.VERSIONS_UNORDERED,
          node.where(),
          "found",
          period.get().toString(),
          "expected",
          previous.get().toString());
    }
    return period;
  }

  /** Whether an optional number is left out or is a number. */
  private static boolean isReadable(YamlNode number) {
    return !number.isPresent() || number.number().isPresent();
  }

  // --- the tree

  private IndexTree tree(YamlNode version, Settings settings, Text versionName) {
    Map<String, IndexTree> byGroup = new TreeMap<>();
    for (String group : groupsWithRules(version)) {
      Dimension root = root(version, settings, Optional.of(group));
      byGroup.put(group, new IndexTree(root, versionName));
    }
    return new IndexTree(root(version, settings, Optional.empty()), versionName, byGroup);
  }

  private Dimension root(YamlNode version, Settings settings, Optional<String> group) {
    Uniqueness words = new Uniqueness(problems);
    words.nextOwner();
    words.claimId("id", root.get("id"));
    return new Dimension(
        root.get("id").textOrEmpty(),
        root.get("name").name(),
        1,
        children(version, settings.minimumShare(), group, words),
        settings.rootAggregation(),
        settings.minimumShare());
  }

  /** The groups for which any node below {@code parent} has rules of their own. */
  private Set<String> groupsWithRules(YamlNode parent) {
    Set<String> groups = new TreeSet<>();
    for (YamlNode node : parent.get("children").items()) {
      YamlNode byGroup = node.get("byGroup");
      for (String group : byGroup.keys()) {
        if (groupIds.isPresent() && !groupIds.get().contains(group)) {
          problems.add(
              Code.UNKNOWN_GROUP,
              byGroup.keyPlace(group),
              "found",
              Phrases.shorten(group),
              "hint",
              Phrases.didYouMean(Phrases.nearest(group, groupIds.get())));
        }
        groups.add(group);
      }
      groups.addAll(groupsWithRules(node));
    }
    return groups;
  }

  private List<Node> children(
      YamlNode parent, double minimumShare, Optional<String> group, Uniqueness words) {
    List<Node> children = new ArrayList<>();
    boolean weightsAreKnown = true;
    String siblings = "children of " + parent.where().show();
    for (YamlNode node : parent.get("children").items()) {
      boolean isDimension = node.get("children").isPresent();
      List<YamlNode> names = node.get("name").nameWords();
      words.nextOwner();
      words.claimId("id", node.get("id"));
      words.claimNames(siblings, names);
      if (!isDimension) {
        words.claimNames("indicators", names);
      }
      GroupRules rules = new GroupRules(node, group);
      YamlNode weight = rules.get("weight");
      weightsAreKnown &= isReadable(weight) && weight.number().orElse(1) >= 0;
      children.add(isDimension ? dimension(rules, minimumShare, words) : indicators.bind(rules));
    }
    boolean weightless = children.stream().allMatch(child -> child.weight() == 0);
    if (weightless && weightsAreKnown && !children.isEmpty()) {
      problems.add(Code.WEIGHTS_SUM_TO_ZERO, parent.keyPlace("children"));
    }
    return children;
  }

  private Dimension dimension(GroupRules rules, double inheritedShare, Uniqueness words) {
    YamlNode node = rules.node();
    double minimumShare = minimumShare(node, inheritedShare);
    return new Dimension(
        node.get("id").textOrEmpty(),
        node.get("name").name(),
        rules.get("weight").number().orElse(1),
        children(node, minimumShare, rules.group(), words),
        aggregation(node, node.get("name").name()).orElse(new Arithmetic()),
        minimumShare);
  }
}
