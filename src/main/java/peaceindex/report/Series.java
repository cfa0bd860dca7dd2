package peaceindex.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A folder of which every file is one of a series, such as a file a unit. Which they are stands in
 * a list beside them, so that those of a former publication that are not written again are removed,
 * as they would belong to other figures; one that somebody has changed since is left.
 *
 * @param folder within the output folder of the period
 */
record Series(String folder) {

  private Manifest manifest() {
    return new Manifest("." + folder);
  }

  /** Whether a path is the list, of which nobody needs to be told. */
  boolean isList(String name) {
    return name.equals(path(manifest().name()));
  }

  /**
   * What is to be delivered, with the removal of what is not part of the series any more.
   *
   * @param output the output folder of the period
   */
  List<Delivery.Item> with(List<Delivery.Item> items, Path output) throws IOException {
    List<Delivery.Item> out = new ArrayList<>();
    List<Manifest.Entry> entries = new ArrayList<>();
    Set<String> wanted = new HashSet<>();
    int end = 0;
    for (Delivery.Item item : items) {
      if (item.name().startsWith(path(""))) {
        wanted.add(item.name());
        out.add(listed(item, entries));
        end = out.size();
      } else {
        out.add(item);
      }
    }
    List<Manifest.Entry> former = manifest().read(output.resolve(folder));
    if (wanted.isEmpty() && former.isEmpty()) {
      return items;
    }
    List<Delivery.Item> more = new ArrayList<>();
    for (Manifest.Entry gone : former) {
      if (!wanted.contains(path(gone.name()))) {
        more.add(new Delivery.Item(path(gone.name()), file -> false));
      }
    }
    more.add(
        new Delivery.Item(
            path(manifest().name()),
            file -> {
              Manifest.write(file, entries);
              return !entries.isEmpty();
            }));
    out.addAll(end, more);
    return out;
  }

  private Delivery.Item listed(Delivery.Item item, List<Manifest.Entry> entries) {
    return new Delivery.Item(
        item.name(),
        file -> {
          boolean written = item.content().write(file);
          if (written) {
            String name = item.name().substring(path("").length());
            entries.add(new Manifest.Entry(Manifest.hash(file), name, ""));
          }
          return written;
        });
  }

  private String path(String name) {
    return folder + "/" + name;
  }
}
