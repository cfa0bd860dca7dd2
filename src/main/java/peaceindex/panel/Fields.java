package peaceindex.panel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of a return in their order, found by id, name or alias. */
public final class Fields {
  private final List<Field> all;
  private final Map<String, Integer> byKey = new HashMap<>();

  public Fields(List<Field> all) {
    this.all = List.copyOf(all);
    for (int i = 0; i < all.size(); i++) {
      Field field = all.get(i);
      for (String label : labels(field)) {
        byKey.putIfAbsent(Labels.key(label), i);
      }
    }
  }

  /** Every way to call a field: its id, its names, its aliases. */
  public static List<String> labels(Field field) {
    var labels = new java.util.ArrayList<String>();
    labels.add(field.id());
    labels.add(field.name().zh());
    labels.add(field.name().en());
    labels.addAll(field.aliases());
    return labels;
  }

  public List<Field> all() {
    return all;
  }

  public int size() {
    return all.size();
  }

  public Field get(int index) {
    return all.get(index);
  }

  /** Index of the field that {@code label} names, or -1. */
  public int indexOf(String label) {
    return byKey.getOrDefault(Labels.key(label), -1);
  }
}
