package peaceindex.returns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import peaceindex.panel.Field;
import peaceindex.panel.Labels;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;

/** Sees to it that a field is taken from the files of the department that supplies it. */
final class Sources {
  private record Department(Text name, Set<String> fileNames) {

    boolean isNamedBy(String fileName) {
      String key = Labels.key(fileName);
      for (String name : fileNames) {
        if (key.contains(name)) {
          return true;
        }
      }
      return false;
    }
  }

  private final Map<String, Department> departments = new HashMap<>();
  private final Problems problems;

  Sources(List<ReturnsLayout.Source> sources, Problems problems) {
    for (ReturnsLayout.Source source : sources) {
      Set<String> names = Vocabulary.keys(source.fileNames());
      departments.put(source.id(), new Department(source.name(), names));
    }
    this.problems = problems;
  }

  /** Whether this file may supply the field; says so where it may not. */
  boolean mayComeFrom(String fileName, Field field, Supplier<CellRef> where) {
    Department department = departments.get(field.source());
    if (department == null || department.isNamedBy(fileName)) {
      return true;
    }
    report(field, department, where.get());
    return false;
  }

  private void report(Field field, Department expected, CellRef where) {
    problems.add(
        Problem.of(
                Code.FIELD_FROM_OTHER_SOURCE,
                where,
                "field",
                field.name(),
                "expected",
                expected.name())
            .about("", field.id()));
  }
}
