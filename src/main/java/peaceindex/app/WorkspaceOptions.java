package peaceindex.app;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command takes: where things are, and for whom to write. */
final class WorkspaceOptions {
  @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
  private @Nullable Path workspace;

  @Option(names = "--config", paramLabel = "DIR", descriptionKey = "config")
  private @Nullable Path config;

  @Option(names = "--input", paramLabel = "DIR", descriptionKey = "input")
  private @Nullable Path input;

  @Option(names = "--output", paramLabel = "DIR", descriptionKey = "output")
  private @Nullable Path output;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  Path workspace() {
    return absolute(workspace == null ? Path.of("") : workspace);
  }

  Path config() {
    return config == null ? workspace().resolve("config") : absolute(config);
  }

  Path input() {
    return input == null ? workspace().resolve("input") : absolute(input);
  }

  Path output() {
    return output == null ? workspace().resolve("output") : absolute(output);
  }

  boolean json() {
    return json;
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
