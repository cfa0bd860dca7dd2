package peaceindex.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import peaceindex.formula.Formula;
import peaceindex.index.Indicator;
import peaceindex.index.Part;
import peaceindex.index.Polarity;
import peaceindex.index.Pretreatment;
import peaceindex.index.Pretreatment.SmallNumbers;
import peaceindex.index.Reference;
import peaceindex.index.Reference.Of;
import peaceindex.index.ScoreOf;
import peaceindex.index.When;
import peaceindex.index.ZeroDenominator;
import peaceindex.index.normalise.MinMax;
import peaceindex.index.normalise.Normalisation;
import peaceindex.index.shrink.Rate;
import peaceindex.index.treat.Treatment;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.problem.Code;
import peaceindex.problem.LineRef;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;

/**
 * Binds one indicator of {@code index.yaml}.
 *
 * <pre>
 * - id: crime
 *   name: 万人发案率
 *   value: 立案数 / 常住人口 * 10000
 *   polarity: negative
 *   normalise:
 *     - {weight: 60, method: goalposts, lower: 0, upper: 8}
 *     - {weight: 40, method: relativeChange, reference: {of: own, when: yearEarlier}}
 *   byGroup:
 *     town: {weight: 30, normalise: {method: goalposts, lower: 0, upper: 5}}
 * </pre>
 */
final class IndicatorYaml {
  private static final int DECIMALS = 2;
  private static final List<String> TIMES =
      List.of("now", "previous", "yearEarlier", "lastYear", "lastYears", "all");

  private final Expressions expressions;
  private final Optional<Boolean> hasGroups;
  private final Frequency frequency;
  private final Problems problems;
  private final Set<String> relativeNamesZh = new LinkedHashSet<>();
  private final Set<String> relativeNamesEn = new LinkedHashSet<>();
  private Optional<LineRef> firstRelative = Optional.empty();

  /**
   * @param hasGroups whether the roster has groups; empty if not known for certain
   */
  IndicatorYaml(
      Expressions expressions,
      Optional<Boolean> hasGroups,
      Frequency frequency,
      Problems problems) {
    this.expressions = expressions;
    this.hasGroups = hasGroups;
    this.frequency = frequency;
    this.problems = problems;
  }

  /** The indicator as it holds for the units that {@code rules} are about. */
  Indicator bind(GroupRules rules) {
    YamlNode node = rules.node();
    Indicator indicator =
        new Indicator(
            node.get("id").textOrEmpty(),
            node.get("name").name(),
            rules.get("weight").number().orElse(1),
            rules.get("value").textOrEmpty(),
            value(rules),
            node.get("unit").name(),
            node.get("decimals").integer().orElse(DECIMALS),
            node.get("polarity").choice(Polarity.class).orElse(Polarity.POSITIVE),
            parts(rules),
            zeroDenominator(rules.get("zeroDenominator")),
            pretreatment(node));
    check(indicator, node);
    if (indicator.isRelative()) {
      noteRelative(node, rules.get("normalise"));
    }
    return indicator;
  }

  /** The value: an expression over fields, or the score of another index. */
  private Formula value(GroupRules rules) {
    YamlNode score = rules.node().get("score");
    if (score.isPresent() && !rules.get("value").isPresent()) {
      return new ScoreOf(score.get("index").textOrEmpty(), score.get("node").textOrEmpty()).value();
    }
    if (score.isPresent()) {
      problems.add(Code.VALUE_AND_SCORE, rules.node().keyPlace("score"));
    }
    return expressions.read(rules.get("value"));
  }

  private List<Part> parts(GroupRules rules) {
    YamlNode node = rules.get("normalise");
    List<YamlNode> written = node.kind() == YamlNode.Kind.LIST ? node.items() : List.of(node);
    List<Part> parts = new ArrayList<>();
    boolean anyRelative = false;
    for (YamlNode part : written) {
      Normalisation normalisation =
          normalisation(part, rules.node().get("polarity").choice(Polarity.class));
      anyRelative |= normalisation.isRelative();
      YamlNode own = part.get("reference");
      if (own.isPresent() && !normalisation.isRelative()) {
        withoutEffect(part.keyPlace("reference"), part);
      }
      YamlNode reference = own.isPresent() ? own : rules.get("reference");
      parts.add(
          new Part(
              part.get("weight").number().orElse(1),
              normalisation,
              normalisation.isRelative() ? reference(reference) : Reference.UNITS));
    }
    if (rules.get("reference").isPresent() && !anyRelative && !written.isEmpty()) {
      withoutEffect(rules.keyPlace("reference"), written.get(0));
    }
    boolean weightless = parts.stream().allMatch(part -> part.weight() == 0);
    boolean known = written.stream().allMatch(w -> w.get("weight").number().orElse(0) >= 0);
    if (weightless && known && parts.size() > 1) {
      problems.add(Code.WEIGHTS_SUM_TO_ZERO, rules.keyPlace("normalise"));
    }
    return parts.isEmpty() ? List.of(new Part(1, new MinMax(), Reference.UNITS)) : parts;
  }

  private void withoutEffect(LineRef where, YamlNode part) {
    String method = part.get("method").textOrEmpty();
    if (Methods.find(Methods.NORMALISATIONS, method).isPresent()) {
      problems.add(Code.REFERENCE_WITHOUT_EFFECT, where, "method", method);
    }
  }

  private Normalisation normalisation(YamlNode node, Optional<Polarity> polarity) {
    Optional<Normalisation> bound =
        Methods.find(Methods.NORMALISATIONS, node.get("method").textOrEmpty())
            .flatMap(method -> method.bind(node));
    if (bound.isPresent() && polarity.isPresent()) {
      bound
          .get()
          .check(
              polarity.get(),
              (code, parameter, namesAndValues) ->
                  problems.add(code, node.at(parameter).where(), namesAndValues));
    }
    return bound.orElse(new MinMax());
  }

  /** Says that nothing lies between two bounds. */
  static void boundsEmpty(Problems problems, YamlNode node, String lower, String upper) {
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

  // --- the reference

  private Reference reference(YamlNode node) {
    if (node.get("target").number().isPresent()) {
      return new Reference.Target(node.get("target").number().getAsDouble());
    }
    boolean isShort = node.kind() != YamlNode.Kind.MAP;
    YamlNode of = isShort ? node : node.get("of");
    Of whose = of.choice(Of.class).orElse(Of.UNITS);
    if (whose == Of.GROUP && !hasGroups.orElse(true)) {
      problems.add(Code.REFERENCE_WITHOUT_GROUPS, of.where());
    }
    When when = isShort ? new When.Now() : when(node);
    if (whose == Of.OWN && when instanceof When.Now) {
      badTime(node.get("when").isPresent() ? node.get("when") : node, "now", 1);
    } else if (frequency == Frequency.NONE && !(when instanceof When.Now)) {
      problems.add(Code.REFERENCE_WITHOUT_PERIODS, node.get("when").where());
    }
    return new Reference.Figures(whose, when);
  }

  private When when(YamlNode reference) {
    YamlNode node = reference.get("when");
    String text = node.textOrEmpty();
    Optional<When> named =
        switch (text) {
          case "", "now" -> Optional.of(new When.Now());
          case "previous" -> Optional.of(new When.Previous());
          case "yearEarlier" -> Optional.of(new When.YearEarlier());
          case "lastYear" -> Optional.of(new When.LastYear());
          case "lastYears" ->
              Optional.of(new When.LastYears(reference.get("years").integer().orElse(1)));
          case "all" -> Optional.of(new When.All());
          default -> Period.parse(text).map(When.At::new);
        };
    if (named.isEmpty()) {
      badTime(node, text, 0);
    }
    return named.orElse(new When.Previous());
  }

  private void badTime(YamlNode where, String found, int from) {
    List<String> expected = new ArrayList<>(TIMES.subList(from, TIMES.size()));
    expected.add("2024-12");
    problems.add(
        Code.REFERENCE_TIME,
        where.where(),
        "found",
        Phrases.shorten(found),
        "expected",
        Phrases.listed(expected),
        "hint",
        Phrases.didYouMean(Phrases.nearest(found, TIMES.subList(from, TIMES.size()))));
  }

  // --- before the score

  private static Pretreatment pretreatment(YamlNode indicator) {
    YamlNode protection = indicator.get("smallNumbers");
    return new Pretreatment(
        method(Methods.SHRINKAGES, protection)
            .map(
                method ->
                    new SmallNumbers(
                        method,
                        protection
                            .get("towards")
                            .choice(SmallNumbers.Towards.class)
                            .orElse(SmallNumbers.Towards.UNITS),
                        protection
                            .get("use")
                            .choice(SmallNumbers.Use.class)
                            .orElse(SmallNumbers.Use.ADVISORY))),
        method(Methods.IMPUTATIONS, indicator.get("impute")),
        method(Methods.TREATMENTS, indicator.get("treat")));
  }

  private static <T> Optional<T> method(List<Methods.Method<T>> methods, YamlNode node) {
    return Methods.find(methods, node.get("method").textOrEmpty())
        .flatMap(method -> method.bind(node));
  }

  /** Whether what is done before the score can be done to such values, and suits the score. */
  private void check(Indicator indicator, YamlNode node) {
    Pretreatment pretreatment = indicator.pretreatment();
    boolean isRead =
        node.get("value").text().isPresent() && !indicator.value().variables().isEmpty();
    if (pretreatment.smallNumbers().isPresent() && isRead && Rate.of(indicator.value()).isEmpty()) {
      problems.add(
          Code.NOT_A_RATE,
          node.keyPlace("smallNumbers"),
          "found",
          Phrases.shorten(indicator.expression()));
    }
    boolean keepsUnit = pretreatment.treatment().map(Treatment::keepsUnit).orElse(true);
    if (!keepsUnit && !indicator.parts().stream().allMatch(Part::isRelative)) {
      problems.add(Code.TREATMENT_CHANGES_UNIT, node.keyPlace("treat"));
    }
  }

  private static ZeroDenominator zeroDenominator(YamlNode node) {
    if (node.number().isPresent()) {
      return ZeroDenominator.counts(node.number().getAsDouble());
    }
    return node.textOrEmpty().equals("notApplicable")
        ? ZeroDenominator.NOT_APPLICABLE
        : ZeroDenominator.MISSING;
  }

  // --- what cannot be compared over time

  private void noteRelative(YamlNode indicator, YamlNode normalise) {
    YamlNode first = normalise.kind() == YamlNode.Kind.LIST ? normalise.items().get(0) : normalise;
    noteRelative(indicator.get("name").name(), first.get("method").where());
  }

  /** Notes that the scores of a node say where a unit stands among others. */
  void noteRelative(Text name, LineRef where) {
    relativeNamesZh.add(name.zh());
    relativeNamesEn.add(name.en());
    firstRelative = firstRelative.or(() -> Optional.of(where));
  }

  /** Who draws a trend of such scores shall know what it does not show. */
  void sayRelative() {
    // Where there are errors, they come first.
    if (firstRelative.isPresent() && frequency != Frequency.NONE && !problems.hasErrors()) {
      Text names = new Text(String.join("、", relativeNamesZh), String.join(", ", relativeNamesEn));
      problems.add(
          Code.METHOD_RELATIVE, firstRelative.get(), "names", names, "period", frequency.label());
    }
  }
}
