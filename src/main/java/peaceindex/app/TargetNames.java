package peaceindex.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import peaceindex.problem.Privacy;
import peaceindex.returns.Targets.Target;

/**
 * Calls files and folders that a clerk named by names that outputs may show: within the workspace
 * by their place there; elsewhere by as few of their last names as tell them apart from all the
 * others, so that nobody learns where somebody keeps files.
 */
final class TargetNames {
  private final WorkspaceOptions where;
  private final List<Path> paths;
  private final List<Target> named = new ArrayList<>();
  private final List<String> taken = new ArrayList<>();

  private TargetNames(List<Path> paths, WorkspaceOptions where) {
    this.paths = paths;
    this.where = where;
    taken.add(where.show(where.input()));
  }

  /** The targets in the order in which they were named, each once. */
  static List<Target> of(List<Path> paths, WorkspaceOptions where) {
    List<Path> distinct = paths.stream().map(WorkspaceOptions::absolute).distinct().toList();
    TargetNames names = new TargetNames(distinct, where);
    for (Path path : distinct) {
      if (where.holds(path) || path.startsWith(where.input())) {
        names.taken.add(Privacy.mask(where.show(path)));
      }
    }
    distinct.forEach(names::add);
    return names.named;
  }

  private void add(Path path) {
    String shown = where.show(path);
    if (!where.holds(path) && !path.startsWith(where.input())) {
      shown = apart(path);
      taken.add(shown);
    }
    named.add(new Target(path, shown));
  }

  private String apart(Path path) {
    int names = path.getNameCount();
    for (int from = names - 1; from >= 0; from--) {
      Path end = path.subpath(from, names);
      String shown = Privacy.mask(end.toString().replace('\\', '/'));
      if (paths.stream().noneMatch(p -> !p.equals(path) && p.endsWith(end)) && isFree(shown)) {
        return shown;
      }
    }
    String last = Privacy.mask(String.valueOf(path.getFileName()));
    int number = 2;
    while (!isFree(number + "/" + last)) {
      number++;
    }
    return number + "/" + last;
  }

  /** Whether no other target, nor anything in one, goes by this name. */
  private boolean isFree(String shown) {
    return taken.stream()
        .noneMatch(
            other ->
                other.equals(shown)
                    || other.startsWith(shown + "/")
                    || shown.startsWith(other + "/"));
  }
}
