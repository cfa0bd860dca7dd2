package peaceindex.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import peaceindex.config.ConfigLoader;
import peaceindex.config.Configuration;
import peaceindex.panel.Panel;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;
import peaceindex.ranking.Assessment;
import peaceindex.returns.ReturnsReader;

/** A workspace, read and ready to be scored. */
record County(Configuration configuration, Panel panel, Problems problems) {

  /** Reads a workspace, whose configuration must be without errors. */
  static County read(Path workspace) throws IOException {
    return read(workspace, "input");
  }

  /** Reads a workspace with the returns of another folder. */
  static County read(Path workspace, String input) throws IOException {
    Configuration configuration = configured(workspace);
    ReturnsReader.Result returns =
        ReturnsReader.read(
            workspace.resolve(input),
            input,
            configuration.returns(),
            configuration.roster(),
            configuration.index().frequency(),
            (done, of) -> {});
    return new County(configuration, returns.panel(), returns.problems());
  }

  /** The configuration of a workspace. */
  static Configuration configured(Path workspace) {
    ConfigLoader.Loaded loaded = ConfigLoader.load(workspace.resolve("config"), "config");
    assertThat(loaded.configuration())
        .as(loaded.problems().all().stream().map(Problem::toString).toList().toString())
        .isPresent();
    return loaded.configuration().orElseThrow();
  }

  Assessment assessment() {
    return new Assessment(configuration.schemes(), panel);
  }
}
