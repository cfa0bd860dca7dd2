package peaceindex.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects problems in the order in which they are found. Not safe for several threads. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  public void add(Problem problem) {
    found.add(problem);
  }

  /** Adds a problem of the code's own severity; see {@link Problem#of}. */
  public void add(Code code, Place where, Object... namesAndValues) {
    found.add(Problem.of(code, where, namesAndValues));
  }

  public void addAll(Problems others) {
    found.addAll(others.found);
  }

  public List<Problem> all() {
    return List.copyOf(found);
  }

  public int size() {
    return found.size();
  }

  public boolean hasErrors() {
    return found.stream().anyMatch(Problem::isError);
  }

  public long count(Severity severity) {
    return found.stream().filter(p -> p.severity() == severity).count();
  }
}
