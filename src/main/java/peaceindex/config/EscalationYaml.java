package peaceindex.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peaceindex.panel.Frequency;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Problems;
import peaceindex.ranking.Band;
import peaceindex.ranking.Escalation;

/**
 * Binds {@code escalation} of {@code index.yaml}: what follows when a unit stays in a bad band.
 * One, or a list.
 *
 * <pre>
 * escalation:
 *   band: red
 *   steps:
 *     - {after: 3, id: notice, name: {zh: 通报, en: Notice}}
 *     - {after: 4, id: talk, name: {zh: 约谈, en: Talk}}
 * </pre>
 */
final class EscalationYaml {

  /**
   * @param bands the bands that are named, where they are written
   */
  record Bound(List<Escalation> escalations, List<YamlNode> bands) {}

  static final Bound NONE = new Bound(List.of(), List.of());

  private EscalationYaml() {}

  static Bound bind(YamlNode node, Frequency frequency, Problems problems) {
    List<YamlNode> all = node.kind() == YamlNode.Kind.LIST ? node.items() : List.of(node);
    if (frequency == Frequency.NONE) {
      problems.add(
          Code.RULE_WITHOUT_EFFECT,
          node.where(),
          "reason",
          Messages.phrase("config.rule.noPeriods"));
    }
    Uniqueness words = new Uniqueness(problems);
    List<Escalation> escalations = new ArrayList<>();
    List<YamlNode> bands = new ArrayList<>();
    for (YamlNode one : all) {
      YamlNode band = one.get("band");
      words.nextOwner();
      words.claimId("band", band);
      if (band.isPresent()) {
        bands.add(band);
      }
      escalations.add(new Escalation(band.textOrEmpty(), steps(one.get("steps"), problems)));
    }
    return new Bound(escalations, bands);
  }

  private static List<Escalation.Step> steps(YamlNode list, Problems problems) {
    Uniqueness words = new Uniqueness(problems);
    List<Escalation.Step> steps = new ArrayList<>();
    Optional<Integer> before = Optional.empty();
    for (YamlNode node : list.items()) {
      words.nextOwner();
      words.claimId("", node.get("id"));
      words.claimNames("", node.get("name").nameWords());
      int after = node.get("after").integer().orElse(0);
      if (after > 0 && before.isPresent() && after <= before.get()) {
        problems.add(
            Code.ESCALATION_UNORDERED,
            node.get("after").where(),
            "found",
            after,
            "expected",
            before.get());
      }
      before = after > 0 ? Optional.of(after) : before;
      steps.add(new Escalation.Step(after, node.get("id").textOrEmpty(), node.get("name").name()));
    }
    return steps;
  }

  /** Whether the bands that are named are among those of a version. */
  static void checkBands(Bound bound, List<Band> known, Problems problems) {
    AdjustmentsYaml.checkBands(bound.bands(), known, problems);
  }
}
