package peaceindex.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that every command takes: where things are, and for whom to write. */
final class WorkspaceOptions {
  private final OptionSpec workspace = folder("workspace");
  private final OptionSpec config = folder("config");
  private final OptionSpec input = folder("input");
  private final OptionSpec output = folder("output");

  private static OptionSpec folder(String name) {
    return Command.option("--" + name, Path.class, "DIR", name);
  }

  List<ArgSpec> arguments() {
    // Whether JSON is asked for is seen before the command line is understood; here to be accepted.
    return List.of(workspace, config, input, output, Command.flag("--json", "json"));
  }

  Path workspace() {
    @Nullable Path given = workspace.getValue();
    return absolute(given == null ? Path.of("") : given);
  }

  Path config() {
    return given(config, "config");
  }

  Path input() {
    return given(input, "input");
  }

  Path output() {
    return given(output, "output");
  }

  private Path given(OptionSpec option, String usually) {
    @Nullable Path given = option.getValue();
    return given == null ? workspace().resolve(usually) : absolute(given);
  }

  /**
   * A path as outputs show it: relative to the workspace; of one outside only its last name, so
   * that nothing that is published tells where somebody keeps files.
   */
  String show(Path path) {
    Path absolute = absolute(path);
    Path shown =
        absolute.startsWith(workspace()) && !absolute.equals(workspace())
            ? workspace().relativize(absolute)
            : absolute.getFileName();
    return shown == null ? absolute.toString() : shown.toString().replace('\\', '/');
  }

  /** A path for the person at the terminal: relative to the current directory, else whole. */
  String locate(Path path) {
    Path here = absolute(Path.of(""));
    Path absolute = absolute(path);
    Path shown = absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    return shown.toString().replace('\\', '/');
  }

  /** The folder of the configuration; one that is missing is told where it was looked for. */
  String shownConfig() {
    return Files.isDirectory(config()) ? show(config()) : locate(config());
  }

  /** Whether a path lies in the workspace, so that outputs show it by its place there. */
  boolean holds(Path path) {
    return absolute(path).startsWith(workspace());
  }

  static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
