package peaceindex.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peaceindex.panel.Group;
import peaceindex.panel.Roster;
import peaceindex.panel.Unit;
import peaceindex.problem.Code;
import peaceindex.problem.Problems;

/**
 * Binds {@code townships.yaml}: who must report.
 *
 * <pre>
 * groups:
 *   - {id: town, name: {zh: 镇乡, en: Towns}}
 * units:
 *   - {id: qingshi, code: "990121101", name: 青石镇, group: town, aliases: [青石]}
 * </pre>
 */
final class TownshipsYaml {
  private TownshipsYaml() {}

  /**
   * The roster, in the order of the file.
   *
   * @param groupsAreKnown whether the groups are whole, so that an unknown one is the unit's fault
   */
  static Roster bind(YamlNode root, boolean groupsAreKnown, Problems problems) {
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
      unitWords.nextOwner();
      unitWords.claimId("id", node.get("id"));
      unitWords.claimId("code", node.get("code"));
      unitWords.claimNames("name", node.get("name").nameWords());
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
              node.get("group").textOrEmpty()));
    }
    return new Roster(groups, units);
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
