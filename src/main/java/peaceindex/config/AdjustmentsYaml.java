package peaceindex.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import peaceindex.index.adjust.Adjustments;
import peaceindex.index.adjust.Counts;
import peaceindex.index.adjust.EventRule;
import peaceindex.index.adjust.LastPlacesRule;
import peaceindex.index.adjust.LateRule;
import peaceindex.index.adjust.MissingRule;
import peaceindex.index.adjust.RankChangeRule;
import peaceindex.index.adjust.Rule;
import peaceindex.index.adjust.VetoRule;
import peaceindex.panel.Frequency;
import peaceindex.problem.Code;
import peaceindex.problem.LineRef;
import peaceindex.problem.Messages;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;
import peaceindex.ranking.Band;
import peaceindex.returns.EventsLayout;

/**
 * Binds {@code adjustments} of {@code index.yaml}: the points beside the score.
 *
 * <pre>
 * adjustments:
 *   most: {bonus: 5, penalty: 10}
 *   rules:
 *     - {id: praise, name: 受市级表彰, when: event, points: 2, most: 4}
 *     - {id: incident, name: 较大案件, when: event, points: -3, repeat: 2, counts: year}
 *     - {id: veto, name: 一票否决事项, when: veto, effect: bandAtMost, band: poor}
 *     - {id: late, when: late, points: -0.5}
 *     - {id: missing, when: missing, points: -2}
 *     - {id: fall, when: rankChange, against: previous, steps: [{down: 5, points: -1}]}
 *     - {id: last, when: lastPlaces, places: 2, points: -0.5}
 * </pre>
 */
final class AdjustmentsYaml {

  /**
   * What one {@code adjustments} says.
   *
   * @param events what may stand in the register of events
   * @param bands where bands are named
   */
  record Bound(Adjustments adjustments, List<EventsLayout.Kind> events, List<YamlNode> bands) {}

  /** No rules. */
  static final Bound NONE = new Bound(Adjustments.NONE, List.of(), List.of());

  private final String index;
  private final Frequency frequency;
  private final boolean hasReceipts;
  private final Problems problems;
  private final List<EventsLayout.Kind> events = new ArrayList<>();
  private final List<YamlNode> bands = new ArrayList<>();

  /**
   * @param index id of the index
   * @param hasReceipts whether there is a register of receipts
   */
  AdjustmentsYaml(String index, Frequency frequency, boolean hasReceipts, Problems problems) {
    this.index = index;
    this.frequency = frequency;
    this.hasReceipts = hasReceipts;
    this.problems = problems;
  }

  Bound bind(YamlNode node) {
    Uniqueness words = new Uniqueness(problems);
    List<Rule> rules = new ArrayList<>();
    for (YamlNode line : node.get("rules").items()) {
      words.nextOwner();
      words.claimId("", line.get("id"));
      words.claimNames("", line.get("name").nameWords());
      line.get("aliases").items().forEach(alias -> words.claimNames("", alias.nameWords()));
      rule(line).ifPresent(rules::add);
    }
    YamlNode most = node.get("most");
    Adjustments adjustments =
        new Adjustments(rules, limit(most.get("bonus")), limit(most.get("penalty")));
    return new Bound(adjustments, events, bands);
  }

  /** Whether the bands that are named are among those of a version. */
  static void checkBands(List<YamlNode> named, List<Band> known, Problems problems) {
    List<String> ids = known.stream().map(Band::id).toList();
    for (YamlNode node : named) {
      if (!ids.contains(node.textOrEmpty())) {
        problems.add(
            Code.UNKNOWN_BAND,
            node.where(),
            "found",
            Phrases.shorten(node.textOrEmpty()),
            "hint",
            Phrases.didYouMean(Phrases.nearest(node.textOrEmpty(), ids)));
      }
    }
  }

  private static double limit(YamlNode node) {
    return node.number().orElse(Double.POSITIVE_INFINITY);
  }

  private Optional<Rule> rule(YamlNode node) {
    String id = node.get("id").textOrEmpty();
    double points = node.get("points").number().orElse(0);
    String when = node.get("when").textOrEmpty();
    Text name = name(node, when);
    return switch (when) {
      case "event" -> Optional.of(event(node, id, name, points));
      case "veto" -> Optional.of(veto(node, id, name));
      case "late" -> {
        if (!hasReceipts || frequency == Frequency.NONE) {
          withoutEffect(node, hasReceipts ? "config.rule.noPeriods" : "config.rule.noReceipts");
        }
        yield Optional.of(new LateRule(id, name, points));
      }
      case "missing" -> Optional.of(new MissingRule(id, name, points));
      case "rankChange" -> Optional.of(rankChange(node, id, name));
      case "lastPlaces" -> Optional.of(lastPlaces(node, id, name, points));
      default -> Optional.empty();
    };
  }

  /** A rule that needs no register need not have a name of its own. */
  private static Text name(YamlNode node, String when) {
    boolean named = node.get("name").isPresent();
    return switch (when) {
      case "late", "missing", "rankChange", "lastPlaces" ->
          named ? node.get("name").name() : Messages.phrase("adjust.rule." + when);
      default -> node.get("name").name();
    };
  }

  private EventRule event(YamlNode node, String id, Text name, double points) {
    double repeat = node.get("repeat").number().orElse(1);
    events.add(new EventsLayout.Kind(id, name, aliases(node), points, repeat));
    return new EventRule(id, name, points, repeat, limit(node.get("most")), counts(node));
  }

  private VetoRule veto(YamlNode node, String id, Text name) {
    String effect = node.get("effect").textOrEmpty();
    double points = node.get("points").number().orElse(0);
    boolean deducts = effect.equals("points");
    boolean limits = effect.equals("bandAtMost");
    needs(node, "points", deducts, effect);
    needs(node, "band", limits, effect);
    if (limits && node.get("band").isPresent()) {
      bands.add(node.get("band"));
    }
    events.add(new EventsLayout.Kind(id, name, aliases(node), deducts ? points : Double.NaN, 1));
    VetoRule.Effect what =
        deducts
            ? new VetoRule.Deduction(points)
            : limits
                ? new VetoRule.BandAtMost(node.get("band").textOrEmpty())
                : new VetoRule.LastPlace();
    return new VetoRule(id, name, what, counts(node));
  }

  /** A key that one effect needs and the others do not know. */
  private void needs(YamlNode node, String key, boolean needed, String effect) {
    if (needed && !node.get(key).isPresent()) {
      problems.add(Code.MISSING_KEY, node.where(), "expected", Phrases.quoted(List.of(key)));
    } else if (!needed && !effect.isEmpty() && node.get(key).isPresent()) {
      withoutEffect(
          node.keyPlace(key),
          Messages.phrase("config.rule.otherEffect", "key", key, "effect", effect));
    }
  }

  private static List<String> aliases(YamlNode node) {
    return node.get("aliases").items().stream()
        .flatMap(alias -> alias.nameWords().stream())
        .map(YamlNode::textOrEmpty)
        .toList();
  }

  private static Counts counts(YamlNode node) {
    return node.get("counts").choice(Counts.class).orElse(Counts.PERIOD);
  }

  private RankChangeRule rankChange(YamlNode node, String id, Text name) {
    boolean yearEarlier = node.get("against").textOrEmpty().equals("yearEarlier");
    if (frequency == Frequency.NONE) {
      withoutEffect(node, "config.rule.noPeriods");
    } else if (yearEarlier && frequency == Frequency.YEAR) {
      withoutEffect(node, "config.rule.noYearEarlier");
    }
    List<RankChangeRule.Step> steps = new ArrayList<>();
    Set<Integer> taken = new HashSet<>();
    for (YamlNode step : node.get("steps").items()) {
      boolean down = step.get("down").isPresent();
      int places = step.get(down ? "down" : "up").integer().orElse(0);
      boolean one = down != step.get("up").isPresent();
      if (!one || (places != 0 && !taken.add(down ? -places : places))) {
        problems.add(
            Code.BAD_VALUE,
            step.where(),
            "found",
            String.join(", ", step.keys()),
            "expected",
            Messages.phrase(one ? "config.expected.stepOnce" : "config.expected.step"));
      }
      steps.add(
          new RankChangeRule.Step(down ? -places : places, step.get("points").number().orElse(0)));
    }
    return new RankChangeRule(
        id,
        name,
        yearEarlier ? RankChangeRule.Against.YEAR_EARLIER : RankChangeRule.Against.PREVIOUS,
        steps);
  }

  private LastPlacesRule lastPlaces(YamlNode node, String id, Text name, double points) {
    YamlNode other = node.get("eachPeriodOf");
    if (other.isPresent() && other.textOrEmpty().equals(index)) {
      withoutEffect(other.where(), Messages.phrase("config.rule.sameIndex"));
    }
    return new LastPlacesRule(
        id, name, node.get("places").integer().orElse(1), points, other.textOrEmpty());
  }

  private void withoutEffect(YamlNode rule, String reason) {
    withoutEffect(rule.get("when").where(), Messages.phrase(reason));
  }

  private void withoutEffect(LineRef where, Text reason) {
    problems.add(Code.RULE_WITHOUT_EFFECT, where, "reason", reason);
  }
}
