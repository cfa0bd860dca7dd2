package peaceindex.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import peaceindex.config.ConfigLoader;
import peaceindex.config.Configuration;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;
import peaceindex.report.CheckJson;
import peaceindex.report.CheckText;
import peaceindex.report.Checked;
import peaceindex.report.Delivery;
import peaceindex.report.returned.ReturnedFiles;
import peaceindex.report.returned.Scope;
import peaceindex.returns.ReturnsReader;
import peaceindex.returns.Targets;
import peaceindex.returns.Targets.Target;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * {@code peace-index check [FILE|FOLDER …]}: reads returns without scoring them, says what is wrong
 * with them, and writes workbooks to be mailed back.
 */
final class CheckCommand implements Command {
  /** Files that were written and are named; a clerk finds the others beside them. */
  private static final int MOST_NAMED = 30;

  private final WorkspaceOptions where = new WorkspaceOptions();
  private final Timings timings = new Timings(System::nanoTime);
  private final PositionalParamSpec targets =
      Command.parameter(0, "FILE|FOLDER", "targets")
          .type(List.class)
          .auxiliaryTypes(Path.class)
          .index("0..*")
          .arity("0..*")
          .build();
  private final OptionSpec noReturned = Command.flag("--no-returned", "noReturned");

  private final Console console;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public List<ArgSpec> arguments() {
    List<ArgSpec> arguments = new ArrayList<>(where.arguments());
    arguments.addAll(List.of(timings.argument(), targets, noReturned));
    return arguments;
  }

  @Override
  public Integer call() {
    console.failsAs(CheckJson::failure);
    timings.begin(Timings.Stage.SET_UP);
    try {
      return check();
    } catch (IOException e) {
      Code code =
          e instanceof java.nio.file.AccessDeniedException ? Code.NO_PERMISSION : Code.READ_FAILED;
      return console.fail(
          ExitCode.FAULT,
          Problem.of(code, CellRef.file(shownTargets()), "found", e.getClass().getSimpleName()));
    } finally {
      timings.tell(console);
    }
  }

  private int check() throws IOException {
    ConfigLoader.Loaded loaded = ConfigLoader.load(where.config(), where.shownConfig());
    console.speak(loaded.language());
    if (loaded.configuration().isEmpty()) {
      return console.fail(ExitCode.NOTHING_DONE, loaded.problems().all());
    }
    Configuration configuration = loaded.configuration().get();
    List<Target> named = TargetNames.of(paths(), where);
    List<Problem> obstacles = obstacles(named);
    if (!obstacles.isEmpty()) {
      return console.fail(ExitCode.NOTHING_DONE, obstacles);
    }

    ProgressBar bar =
        new ProgressBar(console.err(), console.isTerminal(), console.lang(), System::nanoTime);
    Targets targets = new Targets(where.input(), where.show(where.input()), named);
    ReturnsReader.Result read =
        ReturnsReader.read(
            targets,
            configuration.returns(),
            configuration.roster(),
            configuration.index().frequency(),
            timings.watching(bar));
    bar.end();

    timings.begin(Timings.Stage.WRITE);
    Problems problems = read.problems();
    if (read.files().isEmpty()) {
      problems.add(Code.INPUT_EMPTY, Place.NONE, "found", shownTargets());
      return console.fail(ExitCode.NOTHING_DONE, problems.all());
    }
    Checked checked =
        new Checked(
            read.panel(),
            read.raws(),
            read.files(),
            read.judged(),
            Checked.byFile(problems.all()),
            configuration.page(),
            console.lang());
    return report(checked, configuration, targets, problems);
  }

  private int report(
      Checked checked, Configuration configuration, Targets targets, Problems problems) {
    List<Path> written = List.of();
    int code = problems.hasErrors() ? ExitCode.ERRORS_IN_RETURNS : ExitCode.DONE;
    Optional<Problem> failed = Optional.empty();
    if (!Command.isGiven(noReturned)) {
      ReturnedFiles returned =
          new ReturnedFiles(
              checked,
              configuration.returns(),
              scope(checked, targets),
              where.output(),
              where.show(where.output()));
      Optional<Path> inTheWay = returned.inTheWay();
      if (inTheWay.isPresent()) {
        return console.fail(
            ExitCode.NOTHING_DONE,
            Problem.of(Code.OUTPUT_IN_THE_WAY, Place.NONE, "found", where.locate(inTheWay.get())));
      }
      try {
        written = returned.write();
      } catch (Delivery.FailedException e) {
        // What was found is worth telling all the same.
        failed = Optional.of(e.problem());
        code = ExitCode.FAULT;
      }
    }
    Checked told = failed.map(checked::with).orElse(checked);
    console.diagnose(told.problems());
    if (console.isJson()) {
      CheckJson.write(told, console.jsonStream());
      return code;
    }
    CheckText.lines(checked).forEach(console::say);
    console.say("");
    console.say(console.summary(problems));
    if (!written.isEmpty()) {
      console.say("");
      console.say(Messages.say("check.returned", console.lang()));
      written.stream().limit(MOST_NAMED).forEach(file -> console.say("  " + where.locate(file)));
      if (written.size() > MOST_NAMED) {
        console.say(
            Messages.say(
                "check.returnedMore", console.lang(), "count", written.size() - MOST_NAMED));
      }
    }
    return code;
  }

  private static Scope scope(Checked checked, Targets targets) {
    return new Scope(
        checked.sources().stream()
            .map(ReturnsReader.Source::shown)
            .collect(Collectors.toUnmodifiableSet()),
        targets.named().stream()
            .filter(t -> Files.isDirectory(t.path()))
            .map(Target::shown)
            .toList(),
        targets.isWhole());
  }

  private List<Path> paths() {
    @Nullable List<Path> paths = targets.getValue();
    return paths == null || paths.isEmpty() ? List.of(where.input()) : paths;
  }

  private String shownTargets() {
    return String.join(", ", paths().stream().map(where::locate).toList());
  }

  /** What makes it pointless to begin. */
  private List<Problem> obstacles(List<Target> named) {
    Problems problems = new Problems();
    for (Target target : named) {
      boolean isInput = target.path().equals(where.input());
      if (isInput ? !Files.isDirectory(target.path()) : !Files.exists(target.path())) {
        problems.add(
            isInput ? Code.NO_INPUT_FOLDER : Code.TARGET_MISSING,
            Place.NONE,
            "found",
            where.locate(target.path()));
      } else {
        Obstacles.insideRead(where, target.path()).ifPresent(problems::add);
      }
    }
    Obstacles.inTheWay(where).ifPresent(problems::add);
    return problems.all();
  }
}
