package peaceindex.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;
import peaceindex.report.Placement;
import peaceindex.report.ResultJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code peace-index init DIR}: makes a new workspace. */
@Command(name = "init")
final class InitCommand implements Callable<Integer> {
  private static final List<String> NEXT =
      List.of("init.next.template", "init.next.check", "init.next.score");

  @Mixin private final WorkspaceOptions where = new WorkspaceOptions();

  @Parameters(paramLabel = "DIR", descriptionKey = "directory")
  private Path directory = Path.of("");

  private final Console console;

  InitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path folder = directory.toAbsolutePath().normalize();
    Optional<Path> file = Placement.fileAbove(folder);
    if (file.isPresent()) {
      return console.fail(ExitCode.NOTHING_DONE, problem(Code.NEW_FOLDER_IS_FILE, file.get()));
    }
    List<Path> made;
    try {
      NewWorkspace workspace = new NewWorkspace(folder, console.lang());
      if (!workspace.isFree()) {
        return console.fail(ExitCode.NOTHING_DONE, problem(Code.NEW_FOLDER_NOT_EMPTY, folder));
      }
      made = workspace.make();
    } catch (IOException e) {
      return console.fail(ExitCode.FAULT, Placement.problem(e, where.locate(folder)));
    }
    say(folder, made);
    return ExitCode.DONE;
  }

  private void say(Path folder, List<Path> made) {
    if (console.isJson()) {
      console.json(ResultJson.written(Optional.empty(), made.stream().map(where::locate).toList()));
      return;
    }
    String shown = where.locate(folder).isEmpty() ? "." : where.locate(folder);
    console.say(Messages.say("init.done", console.lang(), "folder", shown));
    console.say(Messages.say("init.next", console.lang(), "folder", shown));
    NEXT.forEach(line -> console.say(Messages.say(line, console.lang())));
  }

  private Problem problem(Code code, Path found) {
    return Problem.of(code, Place.NONE, "found", where.locate(found));
  }
}
