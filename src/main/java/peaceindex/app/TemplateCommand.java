package peaceindex.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import peaceindex.config.ConfigLoader;
import peaceindex.config.Configuration;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;
import peaceindex.report.Delivery;
import peaceindex.report.Placement;
import peaceindex.report.ResultJson;
import peaceindex.report.template.Survey;
import peaceindex.report.template.Templates;
import peaceindex.returns.PeriodFolders;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * {@code peace-index template [PERIOD]}: writes blank returns to {@code output/PERIOD/templates/}.
 */
final class TemplateCommand implements Command {
  private static final String FOLDER = "templates";

  /** With more units forms are written only when they are asked for: nobody mails them by hand. */
  private static final int MANY_UNITS = 300;

  private final WorkspaceOptions where = new WorkspaceOptions();
  private final PositionalParamSpec period =
      Command.parameter(0, "PERIOD", "period").type(String.class).arity("0..1").build();
  private final OptionSpec unit = Command.list("--unit", "UNIT", "unit").build();
  private final OptionSpec forms = Command.flag("--forms", "forms");
  private final OptionSpec consolidated = Command.flag("--consolidated", "consolidated");
  private final OptionSpec force = Command.flag("--force", "force");

  private final Console console;

  TemplateCommand(Console console) {
    this.console = console;
  }

  @Override
  public List<ArgSpec> arguments() {
    List<ArgSpec> arguments = new ArrayList<>(where.arguments());
    arguments.addAll(List.of(period, unit, forms, consolidated, force));
    return arguments;
  }

  @Override
  public Integer call() {
    try {
      return write();
    } catch (IOException e) {
      Code code = e instanceof AccessDeniedException ? Code.NO_PERMISSION : Code.READ_FAILED;
      String at = where.show(where.input());
      return console.fail(
          ExitCode.FAULT,
          Problem.of(code, CellRef.file(at), "found", e.getClass().getSimpleName()));
    }
  }

  private int write() throws IOException {
    ConfigLoader.Loaded loaded = ConfigLoader.load(where.config(), where.shownConfig());
    console.speak(loaded.language());
    if (loaded.configuration().isEmpty()) {
      return console.fail(ExitCode.NOTHING_DONE, loaded.problems().all());
    }
    Configuration configuration = loaded.configuration().get();
    Frequency frequency = configuration.index().frequency();
    Optional<Problem> obstacle =
        Obstacles.period(period.getValue(), frequency).or(() -> Obstacles.output(where));
    if (obstacle.isPresent()) {
      return console.fail(ExitCode.NOTHING_DONE, obstacle.get());
    }
    Optional<Period> wanted = wanted(frequency);
    if (wanted.isEmpty()) {
      return console.fail(
          ExitCode.NOTHING_DONE,
          Problem.of(
              Code.TEMPLATE_PERIOD_UNKNOWN,
              Place.NONE,
              "found",
              where.locate(where.input()),
              "expected",
              Messages.phrase("period.example." + frequency)));
    }
    List<Problem> unknown = new ArrayList<>();
    Set<Integer> units = units(configuration.roster(), unknown);
    if (!unknown.isEmpty()) {
      return console.fail(ExitCode.NOTHING_DONE, unknown);
    }
    Survey survey =
        new Survey(
            configuration.index(),
            configuration.roster(),
            configuration.returns(),
            wanted.get(),
            console.lang());
    return deliver(survey, units);
  }

  /** The period asked for, else the one after the newest that has returns. */
  private Optional<Period> wanted(Frequency frequency) throws IOException {
    if (frequency == Frequency.NONE) {
      return Optional.of(Period.ALL);
    }
    @Nullable String period = this.period.getValue();
    return period == null
        ? PeriodFolders.newest(where.input(), frequency).flatMap(Period::next)
        : Period.parse(period);
  }

  private List<String> asked() {
    @Nullable List<String> asked = unit.getValue();
    return asked == null ? List.of() : asked;
  }

  /** The units asked for, by id, name, alias or code; all where none is named. */
  private Set<Integer> units(Roster roster, List<Problem> unknown) {
    Set<Integer> units = new TreeSet<>();
    List<String> asked = asked();
    for (String name : asked) {
      int unit = roster.find(name);
      if (unit < 0) {
        unknown.add(Asked.noSuchUnit(name, roster));
      } else {
        units.add(unit);
      }
    }
    if (asked.isEmpty()) {
      IntStream.range(0, roster.size()).forEach(units::add);
    }
    return units;
  }

  private int deliver(Survey survey, Set<Integer> units) {
    boolean named = !asked().isEmpty();
    boolean forms = Command.isGiven(this.forms);
    boolean consolidated = Command.isGiven(this.consolidated);
    boolean everything = !named && !forms && !consolidated;
    boolean many = survey.roster().size() > MANY_UNITS;
    Templates templates = new Templates(survey);
    List<Delivery.Item> tables = everything || consolidated ? templates.tables() : List.of();
    List<Delivery.Item> single =
        forms || named || (everything && !many) ? templates.forms(units) : List.of();
    List<Delivery.Item> items = new ArrayList<>(tables);
    items.addAll(single);
    if (items.isEmpty()) {
      return console.fail(ExitCode.NOTHING_DONE, Problem.of(Code.UNITS_ASKED_NOTHING, Place.NONE));
    }
    Path folder = where.output().resolve(survey.period().toString()).resolve(FOLDER);
    Optional<Path> inTheWay = Placement.fileAbove(folder);
    if (inTheWay.isPresent()) {
      return console.fail(
          ExitCode.NOTHING_DONE,
          Problem.of(Code.OUTPUT_IN_THE_WAY, Place.NONE, "found", where.locate(inTheWay.get())));
    }
    List<String> names;
    try (Delivery.Staged staged = new Delivery(folder, where.show(folder)).stage(watched(items))) {
      List<String> edited = Command.isGiven(force) ? List.of() : staged.differing();
      if (!edited.isEmpty()) {
        return console.fail(
            ExitCode.NOTHING_DONE,
            edited.stream()
                .map(
                    name ->
                        Problem.of(
                            Code.TEMPLATE_WAS_CHANGED,
                            CellRef.file(where.show(folder) + "/" + name)))
                .toList());
      }
      names = staged.place();
    } catch (Delivery.FailedException e) {
      return console.fail(ExitCode.FAULT, e.problem());
    }
    say(survey, folder, names, tables.size(), everything && many);
    return ExitCode.DONE;
  }

  /** The same files, with a bar that tells how many are written. */
  private List<Delivery.Item> watched(List<Delivery.Item> items) {
    ProgressBar bar =
        new ProgressBar(
            console.err(), console.isTerminal(), "writing", console.lang(), System::nanoTime);
    List<Delivery.Item> watched = new ArrayList<>();
    for (Delivery.Item item : items) {
      int done = watched.size() + 1;
      watched.add(
          new Delivery.Item(
              item.name(),
              file -> {
                boolean written = item.content().write(file);
                bar.step(done, items.size());
                if (done == items.size()) {
                  bar.end();
                }
                return written;
              }));
    }
    return watched;
  }

  private void say(
      Survey survey, Path folder, List<String> names, int tables, boolean withoutForms) {
    if (console.isJson()) {
      String shown = where.show(folder);
      console.json(
          ResultJson.written(
              Optional.of(survey.period().toString()),
              names.stream().map(name -> shown + "/" + name).toList()));
      return;
    }
    console.say(
        Messages.say(
            "template.written",
            console.lang(),
            "count",
            names.size(),
            "period",
            survey.period().words(),
            "folder",
            where.locate(folder)));
    names.stream().limit(tables).forEach(name -> console.say("  " + name));
    if (names.size() > tables) {
      console.say(
          "  "
              + Messages.say(
                  "template.forms",
                  console.lang(),
                  "count",
                  names.size() - tables,
                  "name",
                  names.get(tables)));
    }
    if (withoutForms) {
      console.say(Messages.say("template.many", console.lang(), "count", survey.roster().size()));
    }
  }
}
