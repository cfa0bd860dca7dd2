package peaceindex.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import peaceindex.config.ConfigLoader;
import peaceindex.config.Configuration;
import peaceindex.index.IndexDefinition;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;
import peaceindex.problem.Severity;
import peaceindex.ranking.Assessment;
import peaceindex.ranking.Trend;
import peaceindex.report.Delivery;
import peaceindex.report.Findings;
import peaceindex.report.Provenance;
import peaceindex.report.Publication;
import peaceindex.report.RankingText;
import peaceindex.report.Report;
import peaceindex.report.Reports;
import peaceindex.report.ResultJson;
import peaceindex.returns.ReturnsReader;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * {@code peace-index score [PERIOD]}: reads the returns, applies the rules, publishes the newest or
 * the given period.
 */
final class ScoreCommand implements Command {
  /** Up to so many units the workbook is recomputed without being asked for. */
  private static final int COUNTY = 60;

  private final WorkspaceOptions where = new WorkspaceOptions();
  private final Timings timings = new Timings(System::nanoTime);
  private final PositionalParamSpec period =
      Command.parameter(0, "PERIOD", "period").type(String.class).arity("0..1").build();
  private final OptionSpec strict = Command.flag("--strict", "strict");
  private final OptionSpec only = Command.list("--only", "NAME", "only").splitRegex(",").build();
  private final OptionSpec noCharts = Command.flag("--no-charts", "noCharts");
  private final OptionSpec verify =
      OptionSpec.builder("--verify")
          .type(Boolean.class)
          .negatable(true)
          .descriptionKey("verify")
          .build();
  private final OptionSpec date = Command.option("--date", LocalDate.class, "YYYY-MM-DD", "date");
  private final OptionSpec index = Command.option("--index", String.class, "ID", "index");

  private final Console console;

  ScoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public List<ArgSpec> arguments() {
    List<ArgSpec> arguments = new ArrayList<>(where.arguments());
    arguments.add(timings.argument());
    arguments.addAll(List.of(period, strict, only, noCharts, verify, date, index));
    return arguments;
  }

  @Override
  public Integer call() {
    timings.begin(Timings.Stage.SET_UP);
    try {
      return score();
    } catch (IOException e) {
      Code code =
          e instanceof java.nio.file.AccessDeniedException ? Code.NO_PERMISSION : Code.READ_FAILED;
      String at = where.show(where.input());
      return console.fail(
          ExitCode.FAULT,
          Problem.of(code, CellRef.file(at), "found", e.getClass().getSimpleName()));
    } finally {
      timings.tell(console);
    }
  }

  private int score() throws IOException {
    @Nullable String period = this.period.getValue();
    @Nullable String index = this.index.getValue();
    @Nullable List<String> only = this.only.getValue();
    @Nullable LocalDate date = this.date.getValue();
    ConfigLoader.Loaded loaded = ConfigLoader.load(where.config(), where.shownConfig());
    console.speak(loaded.language());
    if (loaded.configuration().isEmpty()) {
      return console.fail(ExitCode.NOTHING_DONE, loaded.problems().all());
    }
    Configuration configuration = loaded.configuration().get();
    Optional<Configuration.Index> chosen =
        index == null ? Optional.of(configuration.indices().get(0)) : configuration.find(index);
    if (chosen.isEmpty()) {
      return console.fail(
          ExitCode.NOTHING_DONE, Asked.noSuchIndex(String.valueOf(index), configuration));
    }
    List<String> possible = Reports.ids(chosen.get().page(), !Command.isGiven(noCharts));
    List<String> pictures = Reports.pictures(!Command.isGiven(noCharts));
    if (only != null
        && !only.stream().allMatch(n -> possible.contains(n) || pictures.contains(n))) {
      return console.fail(ExitCode.NOTHING_DONE, Asked.noSuchOutput(only, possible, pictures));
    }
    IndexDefinition definition = chosen.get().scheme().index();
    Optional<Problem> obstacle = obstacle(definition.frequency());
    if (obstacle.isPresent()) {
      return console.fail(ExitCode.NOTHING_DONE, obstacle.get());
    }

    ProgressLine progress =
        new ProgressLine(console.err(), console.isTerminal(), console.lang(), System::nanoTime);
    ProgressBar bar =
        new ProgressBar(console.err(), console.isTerminal(), console.lang(), System::nanoTime);
    ReturnsReader.Result read =
        ReturnsReader.read(
            where.input(),
            where.show(where.input()),
            configuration.returns(),
            configuration.roster(),
            configuration.index().frequency(),
            timings.watching(bar));
    bar.end();

    timings.begin(Timings.Stage.SCORE);
    Problems problems = new Problems();
    problems.addAll(loaded.problems());
    problems.addAll(read.problems());
    if (read.panel().periods().isEmpty()) {
      problems.add(Code.INPUT_EMPTY, Place.NONE, "found", where.show(where.input()));
      return console.fail(ExitCode.NOTHING_DONE, problems.all());
    }
    Optional<Period> asked = Optional.ofNullable(period).flatMap(Period::parse);
    Trend trend =
        new Assessment(configuration.schemes(), read.panel())
            .trend(definition.id(), asked.map(Period::frequency).orElse(definition.frequency()));
    List<Period> known = Asked.periods(trend, read.panel(), definition);
    Period wanted = asked.orElseGet(() -> known.get(known.size() - 1));
    if (trend.at(wanted).isEmpty()) {
      return console.fail(ExitCode.NOTHING_DONE, Asked.noStanding(wanted, known, definition));
    }
    Findings findings =
        new Findings(
            definition,
            chosen.get().page(),
            read.panel(),
            trend,
            wanted,
            bySeverity(problems),
            console.lang(),
            Optional.ofNullable(date).map(day -> show(day, console.lang())),
            new Provenance(Version.number(), loaded.files(), read.inputs()));
    return publish(findings, only == null ? possible : only, problems, progress);
  }

  private int publish(
      Findings findings, List<String> outputs, Problems problems, ProgressLine progress) {
    if (Command.isGiven(strict) && problems.hasErrors()) {
      problems.add(Code.STRICT_STOP, Place.NONE, "errors", problems.count(Severity.ERROR));
      return console.fail(ExitCode.ERRORS_IN_RETURNS, problems.all());
    }
    Path folder = folder(findings);
    List<Report> reports = Reports.of(findings, outputs);
    Publication publication =
        new Publication(folder, where.show(folder)).watchedBy(watcher(progress));
    if (isVerified(findings)) {
      publication.verified();
    }
    Optional<Path> inTheWay = publication.inTheWay(reports);
    if (inTheWay.isPresent()) {
      problems.add(Code.OUTPUT_IN_THE_WAY, Place.NONE, "found", where.locate(inTheWay.get()));
      return console.fail(ExitCode.NOTHING_DONE, problems.all());
    }
    List<Publication.Written> written;
    try {
      try {
        written = publication.publish(findings, reports, Reports.besides(reports), problems);
      } finally {
        // Before anything else is said on the terminal.
        progress.end();
      }
    } catch (Delivery.FailedException e) {
      e.problems().forEach(problems::add);
      return console.fail(ExitCode.FAULT, problems.all());
    }
    if (console.isJson()) {
      console.diagnose(bySeverity(problems));
      ResultJson.write(findings, console.jsonStream());
    } else {
      RankingText.lines(findings).forEach(console::say);
      console.say("");
      console.diagnose(bySeverity(problems), Messages.phrase("diagnostics.inWorkbook"));
      console.say(console.summary(problems));
      console.say("");
      console.say(Messages.say("score.written", console.lang()));
      list(written).forEach(console::say);
    }
    return problems.hasErrors() ? ExitCode.ERRORS_IN_RETURNS : ExitCode.DONE;
  }

  /** Tells where time goes and, on a terminal, which file it goes into. */
  private Publication.Progress watcher(ProgressLine progress) {
    return new Publication.Progress() {
      @Override
      public void begin(Publication.Work work) {
        timings.begin(work);
      }

      @Override
      public void file(Publication.Work work, String name, int number, int count) {
        progress.tell(work, name, number, count);
      }
    };
  }

  /** Up to a county's size unless it is said; beyond it takes longer than all else together. */
  private boolean isVerified(Findings findings) {
    int units = findings.panel().roster().active(findings.period()).size();
    @Nullable Boolean asked = verify.getValue();
    return asked == null ? units <= COUNTY : asked;
  }

  /** A line a file; files of one title in one folder, such as slips, have one line together. */
  private List<String> list(List<Publication.Written> written) {
    Map<List<Object>, List<Publication.Written>> series = new LinkedHashMap<>();
    for (Publication.Written one : written) {
      List<Object> key = List.of(where.locate(one.file().resolveSibling("")), one.title());
      series.computeIfAbsent(key, k -> new ArrayList<>()).add(one);
    }
    return series.values().stream().map(this::line).toList();
  }

  private String line(List<Publication.Written> series) {
    Publication.Written first = series.get(0);
    String title = first.title().in(console.lang());
    return series.size() == 1
        ? "  " + where.locate(first.file()) + "  " + title
        : "  "
            + where.locate(first.file().resolveSibling(""))
            + "/  "
            + Messages.say("score.series", console.lang(), "title", title, "count", series.size());
  }

  /**
   * The main index has its periods in the output folder itself, others in a folder of their own.
   */
  private Path folder(Findings findings) {
    Path output = where.output();
    return (index.getValue() == null ? output : output.resolve(findings.index().id()))
        .resolve(findings.period().toString());
  }

  /** Errors first, as they want an answer; each kind in the order in which it was found. */
  private static List<Problem> bySeverity(Problems problems) {
    return problems.all().stream().sorted(Comparator.comparing(Problem::severity)).toList();
  }

  /** What makes it pointless to begin. */
  private Optional<Problem> obstacle(Frequency frequency) {
    return Obstacles.periodOrSpan(period.getValue(), frequency)
        .or(
            () ->
                Files.isDirectory(where.input())
                    ? Optional.empty()
                    : Optional.of(
                        Problem.of(
                            Code.NO_INPUT_FOLDER,
                            Place.NONE,
                            "found",
                            where.locate(where.input()))))
        .or(() -> Obstacles.output(where));
  }

  private static String show(LocalDate day, Lang lang) {
    return lang == Lang.ZH
        ? day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日"
        : day.toString();
  }
}
