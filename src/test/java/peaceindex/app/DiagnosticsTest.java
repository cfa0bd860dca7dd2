package peaceindex.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Lang;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;

class DiagnosticsTest {
  private final List<Problem> problems = new ArrayList<>();

  private void add(Code code, String file, int count) {
    for (int i = 0; i < count; i++) {
      problems.add(Problem.of(code, CellRef.at(file, "S", i, 0), "field", "F", "found", "-1"));
    }
  }

  private List<String> lines() {
    return Diagnostics.lines(problems, Text.of("THERE"), Lang.EN);
  }

  @Test
  void fewProblemsAreAllTold() {
    add(Code.FIGURE_MISSING, "a", 20);
    add(Code.FIGURE_MISSING, "b", 20);
    add(Code.NEGATIVE, "a", 20);
    assertThat(lines()).hasSize(60);
  }

  @Test
  void ofManyAlikeInOneFileTheFirstAreToldAndTheRestCounted() {
    add(Code.FIGURE_MISSING, "a", 500);
    add(Code.NEGATIVE, "a", 1);
    assertThat(lines())
        .hasSize(23)
        .endsWith(
            "… and 480 more P302 in a",
            "a [S!A1]: error P401: \"F\" cannot be negative (found: -1). Check",
            "All problems, these included, stand in THERE");
  }

  @Test
  void warningsDoNotTakeTheRoomOfErrors() {
    for (int file = 0; file < 30; file++) {
      add(Code.FIGURE_MISSING, "a" + file, 20);
    }
    add(Code.NEGATIVE, "z", 5);
    List<String> lines = lines();
    assertThat(lines.stream().filter(line -> line.contains("P401"))).hasSize(5);
    assertThat(lines.stream().filter(line -> line.contains("warning P302"))).hasSize(195);
    assertThat(lines)
        .contains("… and 5 more P302 in a9", "… and 400 more problems elsewhere")
        .endsWith("All problems, these included, stand in THERE");
  }

  @Test
  void nothingIsSaidOfNothing() {
    assertThat(lines()).isEmpty();
  }
}
