package peaceindex.config;

import java.util.Optional;
import peaceindex.problem.LineRef;

/**
 * A node of the tree as it holds for the units of one group: what {@code byGroup} says of the
 * group, and for the rest what the node says.
 *
 * @param group the group; empty for the common rules
 */
record GroupRules(YamlNode node, Optional<String> group) {

  YamlNode get(String key) {
    return holder(key).get(key);
  }

  LineRef keyPlace(String key) {
    return holder(key).keyPlace(key);
  }

  private YamlNode holder(String key) {
    return group
        .map(id -> node.get("byGroup").get(id))
        .filter(own -> own.get(key).isPresent())
        .orElse(node);
  }
}
