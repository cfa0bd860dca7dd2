package peaceindex.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;
import peaceindex.report.Placement;
import peaceindex.report.ResultJson;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code peace-index init DIR}: makes a new workspace. */
final class InitCommand implements Command {
  private static final List<String> NEXT =
      List.of("init.next.template", "init.next.check", "init.next.score");

  private final WorkspaceOptions where = new WorkspaceOptions();
  private final PositionalParamSpec directory =
      Command.parameter(0, "DIR", "directory").type(Path.class).required(true).build();

  private final Console console;

  InitCommand(Console console) {
    this.console = console;
  }

  @Override
  public List<ArgSpec> arguments() {
    List<ArgSpec> arguments = new ArrayList<>(where.arguments());
    arguments.add(directory);
    return arguments;
  }

  @Override
  public Integer call() {
    Path folder = directory.<Path>getValue().toAbsolutePath().normalize();
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
