package peaceindex.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peaceindex.panel.Field;
import peaceindex.panel.Fields;
import peaceindex.panel.Frequency;
import peaceindex.panel.Group;
import peaceindex.panel.Lifetime;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.panel.RosterFigure;
import peaceindex.panel.Unit;
import peaceindex.problem.Code;
import peaceindex.problem.LineRef;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;

/**
 * Binds {@code townships.yaml}: who must report.
 *
 * <pre>
 * groups:
 *   - {id: town, name: {zh: 镇乡, en: Towns}}
 * units:
 *   - {id: qingshi, code: "990121101", name: 青石镇, group: town, aliases: [青石], until: 2024-12}
 *   - {id: baima, name: 白马乡, group: town, names: [{from: 2024-07, name: 白马镇}], until: 2024-12}
 *   - {id: qingbai, name: 青白镇, group: town, from: 2025-01, formedFrom: [qingshi, baima]}
 * </pre>
 */
final class TownshipsYaml {
  private TownshipsYaml() {}

  /**
   * The roster, in the order of the file.
   *
   * @param groupsAreKnown whether the groups are whole, so that an unknown one is the unit's fault
   * @param unitsAreKnown the same of the units
   * @param fields what the roster may give figures of; empty if not known for certain
   */
  static Roster bind(
      YamlNode root,
      boolean groupsAreKnown,
      boolean unitsAreKnown,
      Optional<Fields> fields,
      Problems problems) {
    List<Group> groups = new ArrayList<>();
    Uniqueness groupWords = new Uniqueness(problems);
    for (YamlNode node : root.get("groups").items()) {
      groupWords.nextOwner();
      groupWords.claimId("id", node.get("id"));
      groupWords.claimNames("name", node.get("name").nameWords());
      groups.add(new Group(node.get("id").textOrEmpty(), node.get("name").name()));
    }
    List<String> groupIds = groups.stream().map(Group::id).toList();

    List<Unit> units = new ArrayList<>();
    Uniqueness unitWords = new Uniqueness(problems);
    for (YamlNode node : root.get("units").items()) {
      Lifetime lifetime = lifetime(node, problems);
      unitWords.nextOwner(lifetime);
      unitWords.claimId("id", node.get("id"));
      unitWords.claimCode("code", node.get("code"));
      unitWords.claimNames("name", node.get("name").nameWords());
      for (YamlNode renamed : node.get("names").items()) {
        unitWords.claimNames("name", renamed.get("name").nameWords());
      }
      unitWords.claimNames("name", node.get("aliases").words());
      if (groupsAreKnown) {
        checkGroup(node, groupIds, problems);
      }
      units.add(
          new Unit(
              node.get("id").textOrEmpty(),
              node.get("code").textOrEmpty(),
              node.get("name").name(),
              node.get("aliases").texts(),
              node.get("group").textOrEmpty(),
              lifetime,
              figures(node.get("figures"), fields, problems)));
    }
    Roster roster = new Roster(groups, units);
    if (unitsAreKnown) {
      new Predecessors(roster, root.get("units").items(), problems).check();
      fields.ifPresent(all -> sayLacking(roster, all, root.get("units").where(), problems));
    }
    return roster;
  }

  /** Says of which units the roster gives no figure, field by field. */
  private static void sayLacking(Roster roster, Fields fields, LineRef where, Problems problems) {
    for (Field field : fields.all()) {
      if (!field.isFromRoster()) {
        continue;
      }
      List<Text> lacking =
          roster.units().stream()
              .filter(unit -> unit.figures().stream().noneMatch(f -> f.field().equals(field.id())))
              .map(Unit::name)
              .toList();
      if (!lacking.isEmpty()) {
        problems.add(
            Code.ROSTER_FIGURE_LACKING,
            where,
            "field",
            field.name(),
            "count",
            lacking.size(),
            "unit",
            lacking.get(0));
      }
    }
  }

  /** What the roster says of a unit: {@code {population: 23000}}, or a list by date. */
  private static List<RosterFigure> figures(
      YamlNode node, Optional<Fields> fields, Problems problems) {
    if (!node.isPresent()) {
      return List.of();
    }
    List<RosterFigure> figures = new ArrayList<>();
    for (String key : node.keys()) {
      int index = fields.map(all -> all.indexOf(key)).orElse(-1);
      if (fields.isEmpty()) {
        continue;
      }
      if (index < 0) {
        List<String> labels =
            fields.get().all().stream().flatMap(f -> Fields.labels(f).stream()).toList();
        problems.add(
            Code.UNKNOWN_FIELD,
            node.keyPlace(key),
            "found",
            Phrases.shorten(key),
            "hint",
            Phrases.didYouMean(Phrases.nearest(key, labels)));
        continue;
      }
      Field field = fields.get().get(index);
      if (!field.isFromRoster()) {
        problems.add(Code.FIGURE_NOT_FROM_ROSTER, node.keyPlace(key), "found", field.name());
      }
      YamlNode value = node.get(key);
      value
          .number()
          .ifPresent(
              n -> figures.add(new RosterFigure(field.id(), Optional.empty(), n, value.where())));
      Optional<Period> before = Optional.empty();
      for (YamlNode dated : value.items()) {
        Optional<Period> from = period(dated.get("from"), problems);
        checkOrder(dated.get("from"), before, from, problems);
        dated
            .get("value")
            .number()
            .ifPresent(
                n ->
                    figures.add(new RosterFigure(field.id(), from, n, dated.get("value").where())));
        before = from.isPresent() ? from : before;
      }
    }
    return figures;
  }

  private static Lifetime lifetime(YamlNode unit, Problems problems) {
    boolean isPlain =
        !unit.has("from") && !unit.has("until") && !unit.has("names") && !unit.has("formedFrom");
    if (isPlain) {
      return Lifetime.ALWAYS;
    }
    Optional<Period> from = period(unit.get("from"), problems);
    Optional<Period> until = period(unit.get("until"), problems);
    if (from.isPresent()
        && until.isPresent()
        && until.get().lastDay().isBefore(from.get().firstDay())) {
      problems.add(
          Code.UNTIL_BEFORE_FROM,
          unit.get("until").where(),
          "found",
          until.get(),
          "expected",
          from.get());
    }
    List<Lifetime.Renaming> renamings = new ArrayList<>();
    Optional<Period> before = Optional.empty();
    for (YamlNode node : unit.get("names").items()) {
      Optional<Period> since = period(node.get("from"), problems);
      checkOrder(node.get("from"), before, since, problems);
      since.ifPresent(p -> renamings.add(new Lifetime.Renaming(p, node.get("name").name())));
      before = since.isPresent() ? since : before;
    }
    return new Lifetime(from, until, renamings, unit.get("formedFrom").texts());
  }

  /** Says that a date is not after the one before it. */
  private static void checkOrder(
      YamlNode node, Optional<Period> before, Optional<Period> now, Problems problems) {
    if (before.isPresent()
        && now.isPresent()
        && !now.get().firstDay().isAfter(before.get().firstDay())) {
      problems.add(
          Code.ROSTER_UNORDERED, node.where(), "found", now.get(), "expected", before.get());
    }
  }

  /**
   * The base period that a node names; empty if it is not there, or after saying that it is none.
   */
  private static Optional<Period> period(YamlNode node, Problems problems) {
    if (node.text().isEmpty()) {
      return Optional.empty();
    }
    Optional<Period> period =
        Period.parse(node.textOrEmpty())
            .filter(p -> p.frequency().isBase() && p.frequency() != Frequency.NONE);
    if (period.isEmpty()) {
      problems.add(Code.ROSTER_PERIOD, node.where(), "found", Phrases.shorten(node.textOrEmpty()));
    }
    return period;
  }

  private static void checkGroup(YamlNode unit, List<String> groupIds, Problems problems) {
    YamlNode group = unit.get("group");
    if (!group.isPresent()) {
      if (!groupIds.isEmpty() && unit.kind() == YamlNode.Kind.MAP) {
        problems.add(Code.MISSING_KEY, unit.where(), "expected", Phrases.quoted(List.of("group")));
      }
      return;
    }
    Optional<String> id = group.text();
    if (id.isPresent() && !groupIds.contains(id.get())) {
      problems.add(
          Code.UNKNOWN_GROUP,
          group.where(),
          "found",
          Phrases.shorten(id.get()),
          "hint",
          Phrases.didYouMean(Phrases.nearest(id.get(), groupIds)));
    }
  }
}
