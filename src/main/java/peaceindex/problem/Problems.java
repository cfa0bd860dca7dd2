package peaceindex.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects problems in the order in which they are found. Not safe for several threads. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();
  private final Map<Code, Severity> severities;

  public Problems() {
    this(Map.of());
  }

  /**
   * @param severities the severities that configuration sets in place of the codes' own
   */
  public Problems(Map<Code, Severity> severities) {
    this.severities = severities;
  }

  /** Adds a problem; the same with the severity that it has here. */
  public Problem add(Problem problem) {
    Problem judged = problem.as(severities.getOrDefault(problem.code(), problem.severity()));
    found.add(judged);
    return judged;
  }

  /** The severity that problems with this code have here. */
  public Severity severity(Code code) {
    return severities.getOrDefault(code, code.severity());
  }

  /** Adds a problem of the code's own severity; see {@link Problem#of}. */
  public void add(Code code, Place where, Object... namesAndValues) {
    add(Problem.of(code, where, namesAndValues));
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
