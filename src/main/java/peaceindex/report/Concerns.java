package peaceindex.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import peaceindex.index.Ingredient;
import peaceindex.panel.Panel;
import peaceindex.problem.CellRef;
import peaceindex.problem.Problem;

/** What was found wrong with the figures that a value is made of. */
final class Concerns {
  private Concerns() {}

  /** The problems of these very cells, and those of the same field and unit in the same files. */
  static List<Problem> of(Findings findings, int unit, List<Ingredient> ingredients) {
    Panel panel = findings.panel();
    String id = panel.roster().get(unit).id();
    Set<CellRef> cells = new HashSet<>();
    Set<String> files = new HashSet<>();
    Set<String> fields = new HashSet<>();
    for (Ingredient ingredient : ingredients) {
      fields.add(panel.fields().get(ingredient.field()).id());
      for (Ingredient.Source source : ingredient.sources()) {
        source.cell().ifPresent(cells::add);
        source.cell().ifPresent(cell -> files.add(cell.file()));
      }
    }
    return findings.problems().stream()
        .filter(
            problem ->
                (problem.where() instanceof CellRef cell && cells.contains(cell))
                    || (problem.unit().equals(id)
                        && fields.contains(problem.field())
                        && files.contains(problem.where().file())))
        .toList();
  }
}
