package peaceindex.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaceindex.workbooks.XlsxPackage;

/** Every workbook that the program writes opens without a question whether to repair it. */
class WrittenWorkbooksTest {
  @TempDir Path output;

  @Test
  void keepToTheStandard() throws IOException {
    for (String command : List.of("template 2026-01", "check input/2025-12", "score 2025-12")) {
      String[] words = command.split(" ");
      Cli run = Cli.run(words[0], words[1], "--workspace", ".", "--output", output.toString());
      assertThat(run.code()).as(command + ": " + run.err()).isLessThanOrEqualTo(1);
    }
    Map<String, List<String>> faults = new TreeMap<>();
    for (Path workbook : workbooks()) {
      faults.put(workbook.getFileName().toString(), XlsxPackage.faults(workbook));
    }
    assertThat(faults.keySet()).contains("scored.xlsx", "history.xlsx").hasSizeGreaterThan(4);
    assertThat(faults).allSatisfy((name, found) -> assertThat(found).isEmpty());
  }

  private List<Path> workbooks() throws IOException {
    try (Stream<Path> tree = Files.walk(output)) {
      return tree.filter(file -> file.toString().endsWith(".xlsx")).sorted().toList();
    }
  }
}
