package peaceindex.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import peaceindex.index.Dimension;
import peaceindex.index.IndexDefinition;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.index.Node;
import peaceindex.index.Part;
import peaceindex.index.Polarity;
import peaceindex.index.Reference;
import peaceindex.index.ZeroDenominator;
import peaceindex.index.aggregate.Aggregation;
import peaceindex.index.aggregate.Arithmetic;
import peaceindex.index.normalise.Bounded;
import peaceindex.index.normalise.MinMax;
import peaceindex.index.normalise.Normalisation;
import peaceindex.panel.Fields;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.panel.Versions;
import peaceindex.problem.Code;
import peaceindex.problem.Lang;
import peaceindex.problem.LineRef;
import peaceindex.problem.Messages;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;
import peaceindex.ranking.Band;
import peaceindex.ranking.RankingRules;
import peaceindex.ranking.TiePolicy;
import peaceindex.report.PageSettings;

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
      IndexDefinition index, Versions<RankingRules> rules, PageSettings page, Lang language) {}

  /** What holds for one version beside its tree. */
  private record Settings(RankingRules ranking, double minimumShare, Aggregation rootAggregation) {}

  /** A band and where it is written. */
  private record BandLine(Band band, YamlNode node) {}

  private final YamlNode root;
  private final Expressions expressions;
  private final Optional<Boolean> hasGroups;
  private final Problems problems;
  private final Set<String> relativeNamesZh = new LinkedHashSet<>();
  private final Set<String> relativeNamesEn = new LinkedHashSet<>();
  private Optional<LineRef> firstRelative = Optional.empty();

  private IndexYaml(
      YamlNode root, Optional<Fields> fields, Optional<Boolean> hasGroups, Problems problems) {
    this.root = root;
    this.expressions = new Expressions(fields, problems);
    this.hasGroups = hasGroups;
    this.problems = problems;
  }

  /**
   * Binds the file.
   *
   * @param fields what expressions may name; empty if not known for certain
   * @param hasGroups whether the roster has groups; empty if not known for certain
   */
  static Bound bind(
      YamlNode root, Optional<Fields> fields, Optional<Boolean> hasGroups, Problems problems) {
    return new IndexYaml(root, fields, hasGroups, problems).bind();
  }

  private Bound bind() {
    Optional<Frequency> known = root.get("period").choice(Frequency.class);
    Frequency frequency = known.orElse(Frequency.MONTH);
    Lang language = root.get("language").choice(Lang.class).orElse(Lang.ZH);
    RankingRules plain = new RankingRules(DECIMALS, TiePolicy.MINIMUM, List.of());
    Settings settings = settings(root, new Settings(plain, MINIMUM_SHARE, new Arithmetic()));
    Map<Period, IndexTree> trees = new TreeMap<>();
    Map<Period, RankingRules> rules = new TreeMap<>();
    if (root.get("versions").isPresent()) {
      if (root.get("children").isPresent()) {
        problems.add(Code.VERSIONS_AND_CHILDREN, root.keyPlace("children"));
      }
      if (frequency == Frequency.NONE) {
        problems.add(Code.VERSIONS_WITHOUT_PERIODS, root.keyPlace("versions"));
      }
      Optional<Period> previous = Optional.empty();
      for (YamlNode version : root.get("versions").items()) {
        Settings own = settings(version, settings);
        IndexTree tree = tree(version, own, version.get("name").name());
        Optional<Period> from =
            known.isEmpty() || frequency == Frequency.NONE
                ? Optional.empty()
                : from(version.get("from"), frequency, previous);
        from.ifPresent(period -> trees.put(period, tree));
        from.ifPresent(period -> rules.put(period, own.ranking()));
        previous = from.isPresent() ? from : previous;
      }
    } else {
      Period always = new Period(frequency, 0);
      trees.put(always, tree(root, settings, Text.of("")));
      rules.put(always, settings.ranking());
    }
    sayRelative(frequency);
    IndexDefinition index =
        new IndexDefinition(
            root.get("id").textOrEmpty(),
            root.get("name").name(),
            root.get("area").name(),
            frequency,
            new Versions<>(trees));
    return new Bound(index, new Versions<>(rules), page(root.get("page")), language);
  }

  private static PageSettings page(YamlNode node) {
    List<Text> signatures = node.get("signatures").items().stream().map(YamlNode::name).toList();
    return new PageSettings(node.get("organisation").name(), signatures);
  }

  private Settings settings(YamlNode node, Settings inherited) {
    RankingRules ranking = inherited.ranking();
    return new Settings(
        new RankingRules(
            node.get("decimals").integer().orElse(ranking.decimals()),
            node.get("ties").choice(TiePolicy.class).orElse(ranking.ties()),
            node.get("bands").isPresent() ? bands(node.get("bands")) : ranking.bands()),
        minimumShare(node, inherited.minimumShare()),
        aggregation(node).orElse(inherited.rootAggregation()));
  }

  private static double minimumShare(YamlNode node, double inherited) {
    return node.get("missing").get("minimumShare").number().orElse(inherited);
  }

  private static Optional<Aggregation> aggregation(YamlNode node) {
    YamlNode named = node.get("aggregate");
    return Methods.find(Methods.AGGREGATIONS, named.textOrEmpty())
        .flatMap(method -> method.bind(named));
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

  // --- bands

  /** The bands from the best to the worst. */
  private List<Band> bands(YamlNode list) {
    Uniqueness words = new Uniqueness(problems);
    List<BandLine> lines = new ArrayList<>();
    boolean sound = true;
    for (YamlNode node : list.items()) {
      words.nextOwner();
      words.claimId("id", node.get("id"));
      words.claimNames("name", node.get("name").nameWords());
      Band band =
          new Band(
              node.get("id").textOrEmpty(),
              node.get("name").name(),
              node.get("from").number().orElse(Double.NEGATIVE_INFINITY),
              node.get("to").number().orElse(Double.POSITIVE_INFINITY),
              node.get("colour").textOrEmpty());
      sound &= isReadable(node.get("from")) && isReadable(node.get("to"));
      if (band.from() >= band.to()) {
        sound = false;
        boundsEmpty(node, "from", "to");
      }
      lines.add(new BandLine(band, node));
    }
    lines.sort(
        Comparator.comparingDouble((BandLine line) -> line.band().from())
            .thenComparingDouble(line -> line.band().to())
            .reversed());
    if (sound && !lines.isEmpty()) {
      checkCover(lines);
    }
    return lines.stream().map(BandLine::band).toList();
  }

  /** Whether an optional number is left out or is a number. */
  private static boolean isReadable(YamlNode number) {
    return !number.isPresent() || number.number().isPresent();
  }

  /** Whether every score from −∞ to ∞ belongs to exactly one band. */
  private void checkCover(List<BandLine> lines) {
    double begun = Double.POSITIVE_INFINITY;
    Text above = Text.of("");
    for (BandLine line : lines) {
      Band band = line.band();
      LineRef where = line.node().get("to").where();
      if (band.to() < begun) {
        gap(where, band.to(), begun);
      } else if (band.to() > begun) {
        problems.add(Code.BANDS_OVERLAP, where, "found", band.name(), "other", above);
      }
      begun = Math.min(begun, band.from());
      above = band.name();
    }
    if (begun > Double.NEGATIVE_INFINITY) {
      BandLine worst = lines.get(lines.size() - 1);
      gap(worst.node().get("from").where(), Double.NEGATIVE_INFINITY, begun);
    }
  }

  private void gap(LineRef where, double from, double to) {
    Text range;
    if (Double.isInfinite(to)) {
      range = Messages.phrase("config.gap.above", "from", plain(from));
    } else if (Double.isInfinite(from)) {
      range = Messages.phrase("config.gap.below", "to", plain(to));
    } else {
      range = Messages.phrase("config.gap.between", "from", plain(from), "to", plain(to));
    }
    problems.add(Code.BANDS_GAP, where, "found", range);
  }

  private static String plain(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  private void boundsEmpty(YamlNode node, String lower, String upper) {
    problems.add(
        Code.GOALPOSTS_EMPTY,
        node.get(lower).where(),
        "lower",
        lower,
        "found",
        node.get(lower).textOrEmpty(),
        "upper",
        upper,
        "expected",
        node.get(upper).textOrEmpty());
  }

  // --- the tree

  private IndexTree tree(YamlNode version, Settings settings, Text versionName) {
    Uniqueness words = new Uniqueness(problems);
    words.nextOwner();
    words.claimId("id", root.get("id"));
    Dimension top =
        new Dimension(
            root.get("id").textOrEmpty(),
            root.get("name").name(),
            1,
            children(version, settings.minimumShare(), words),
            settings.rootAggregation(),
            settings.minimumShare());
    return new IndexTree(top, versionName);
  }

  private List<Node> children(YamlNode parent, double minimumShare, Uniqueness words) {
    List<Node> children = new ArrayList<>();
    boolean weightsAreKnown = true;
    String siblings = "children of " + parent.where().show();
    for (YamlNode node : parent.get("children").items()) {
      boolean isDimension = node.get("children").isPresent();
      List<YamlNode.Word> names = node.get("name").nameWords();
      words.nextOwner();
      words.claimId("id", node.get("id"));
      words.claimNames(siblings, names);
      if (!isDimension) {
        words.claimNames("indicators", names);
      }
      weightsAreKnown &=
          isReadable(node.get("weight")) && node.get("weight").number().orElse(1) >= 0;
      children.add(isDimension ? dimension(node, minimumShare, words) : indicator(node));
    }
    boolean weightless = children.stream().allMatch(child -> child.weight() == 0);
    if (weightless && weightsAreKnown && !children.isEmpty()) {
      problems.add(Code.WEIGHTS_SUM_TO_ZERO, parent.keyPlace("children"));
    }
    return children;
  }

  private Dimension dimension(YamlNode node, double inheritedShare, Uniqueness words) {
    double minimumShare = minimumShare(node, inheritedShare);
    return new Dimension(
        node.get("id").textOrEmpty(),
        node.get("name").name(),
        node.get("weight").number().orElse(1),
        children(node, minimumShare, words),
        aggregation(node).orElse(new Arithmetic()),
        minimumShare);
  }

  private Indicator indicator(YamlNode node) {
    return new Indicator(
        node.get("id").textOrEmpty(),
        node.get("name").name(),
        node.get("weight").number().orElse(1),
        node.get("value").textOrEmpty(),
        expressions.read(node.get("value")),
        node.get("unit").name(),
        node.get("decimals").integer().orElse(DECIMALS),
        node.get("polarity").choice(Polarity.class).orElse(Polarity.POSITIVE),
        List.of(
            new Part(
                1,
                normalisation(node),
                node.get("reference").textOrEmpty().equals("group")
                    ? Reference.GROUP
                    : Reference.UNITS)),
        zeroDenominator(node.get("zeroDenominator")));
  }

  private Normalisation normalisation(YamlNode indicator) {
    YamlNode node = indicator.get("normalise");
    String name = node.get("method").textOrEmpty();
    Optional<Normalisation> bound =
        Methods.find(Methods.NORMALISATIONS, name).flatMap(method -> method.bind(node));
    if (bound.isEmpty()) {
      return new MinMax();
    }
    Normalisation normalisation = bound.get();
    if (normalisation instanceof Bounded bounds && bounds.lower() >= bounds.upper()) {
      boundsEmpty(node, "lower", "upper");
    }
    YamlNode reference = indicator.get("reference");
    if (!normalisation.isRelative() && reference.isPresent()) {
      problems.add(Code.REFERENCE_WITHOUT_EFFECT, indicator.keyPlace("reference"), "method", name);
    } else if (reference.textOrEmpty().equals("group") && !hasGroups.orElse(true)) {
      problems.add(Code.REFERENCE_WITHOUT_GROUPS, reference.where());
    }
    if (normalisation.isRelative()) {
      Text shown = indicator.get("name").name();
      relativeNamesZh.add(shown.zh());
      relativeNamesEn.add(shown.en());
      firstRelative = firstRelative.or(() -> Optional.of(node.get("method").where()));
    }
    return normalisation;
  }

  private static ZeroDenominator zeroDenominator(YamlNode node) {
    if (node.number().isPresent()) {
      return ZeroDenominator.counts(node.number().getAsDouble());
    }
    return node.textOrEmpty().equals("notApplicable")
        ? ZeroDenominator.NOT_APPLICABLE
        : ZeroDenominator.MISSING;
  }

  /** Who draws a trend of such scores shall know what it does not show. */
  private void sayRelative(Frequency frequency) {
    // Where there are errors, they come first.
    if (firstRelative.isPresent() && frequency != Frequency.NONE && !problems.hasErrors()) {
      Text names = new Text(String.join("、", relativeNamesZh), String.join(", ", relativeNamesEn));
      problems.add(
          Code.METHOD_RELATIVE, firstRelative.get(), "names", names, "period", frequency.label());
    }
  }
}
