package peaceindex.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import peaceindex.config.ConfigLoader;
import peaceindex.config.Configuration;
import peaceindex.index.IndexDefinition;
import peaceindex.index.IndexTree;
import peaceindex.panel.Labels;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;
import peaceindex.ranking.Assessment;
import peaceindex.ranking.Explainer;
import peaceindex.ranking.Explanation;
import peaceindex.ranking.Trend;
import peaceindex.report.ExplanationJson;
import peaceindex.report.ExplanationText;
import peaceindex.report.Findings;
import peaceindex.returns.ReturnsReader;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * {@code peace-index explain UNIT [PERIOD]}: tells how a unit came to its rank, from the rank down
 * to the cells of its returns. Writes no files.
 */
final class ExplainCommand implements Command {
  private final WorkspaceOptions where = new WorkspaceOptions();
  private final Timings timings = new Timings(System::nanoTime);
  private final PositionalParamSpec unit =
      Command.parameter(0, "UNIT", "unit").type(String.class).required(true).build();
  private final PositionalParamSpec period =
      Command.parameter(1, "PERIOD", "period").type(String.class).arity("0..1").build();
  private final OptionSpec indicator =
      Command.option("--indicator", String.class, "ID", "indicator");
  private final OptionSpec index = Command.option("--index", String.class, "ID", "index");

  private final Console console;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public List<ArgSpec> arguments() {
    List<ArgSpec> arguments = new ArrayList<>(where.arguments());
    arguments.addAll(List.of(timings.argument(), unit, period, indicator, index));
    return arguments;
  }

  @Override
  public Integer call() {
    console.failsAs(ExplanationJson::failure);
    timings.begin(Timings.Stage.SET_UP);
    try {
      return explain();
    } catch (IOException e) {
      Code code = e instanceof AccessDeniedException ? Code.NO_PERMISSION : Code.READ_FAILED;
      return console.fail(
          ExitCode.FAULT,
          Problem.of(
              code,
              CellRef.file(where.show(where.input())),
              "found",
              e.getClass().getSimpleName()));
    } finally {
      timings.tell(console);
    }
  }

  private int explain() throws IOException {
    String unit = this.unit.getValue();
    @Nullable String period = this.period.getValue();
    @Nullable String indicator = this.indicator.getValue();
    @Nullable String index = this.index.getValue();
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
    IndexDefinition definition = chosen.get().scheme().index();
    Optional<Problem> obstacle = obstacle(configuration, definition);
    if (obstacle.isPresent()) {
      return console.fail(ExitCode.NOTHING_DONE, obstacle.get());
    }
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
    Assessment assessment = new Assessment(configuration.schemes(), read.panel());
    Trend trend =
        assessment.trend(
            definition.id(), asked.map(Period::frequency).orElse(definition.frequency()));
    List<Period> known = Asked.periods(trend, read.panel(), definition);
    Period wanted = asked.orElseGet(() -> known.get(known.size() - 1));
    if (trend.at(wanted).isEmpty()) {
      return console.fail(ExitCode.NOTHING_DONE, Asked.noStanding(wanted, known, definition));
    }
    IndexTree tree = trend.at(wanted).orElseThrow().tree();
    int focus = indicator == null ? 0 : find(indicator, tree);
    if (focus < 0) {
      return console.fail(ExitCode.NOTHING_DONE, noSuchNode(String.valueOf(indicator), tree));
    }
    int named = configuration.roster().find(unit);
    int there = configuration.roster().inPeriod(named, wanted);
    Explanation explanation =
        Explainer.explain(assessment, definition.id(), wanted, there < 0 ? named : there, focus);
    Findings findings =
        new Findings(
            definition,
            chosen.get().page(),
            read.panel(),
            trend,
            wanted,
            problems.all().stream().sorted(Comparator.comparing(Problem::severity)).toList(),
            console.lang(),
            Optional.empty());
    if (console.isJson()) {
      console.json(ExplanationJson.bytes(findings, explanation));
    } else {
      ExplanationText.lines(findings, explanation).forEach(console::say);
    }
    return ExitCode.DONE;
  }

  private Optional<Problem> obstacle(Configuration configuration, IndexDefinition definition) {
    String unit = this.unit.getValue();
    if (configuration.roster().find(unit) < 0) {
      return Optional.of(Asked.noSuchUnit(unit, configuration.roster()));
    }
    return Obstacles.periodOrSpan(period.getValue(), definition.frequency())
        .or(
            () ->
                Files.isDirectory(where.input())
                    ? Optional.empty()
                    : Optional.of(
                        Problem.of(
                            Code.NO_INPUT_FOLDER,
                            Place.NONE,
                            "found",
                            where.locate(where.input()))));
  }

  /** The node with this id or name, or -1. */
  private static int find(String word, IndexTree tree) {
    int node = tree.find(word);
    for (int other = 0; other < tree.size() && node < 0; other++) {
      Text name = tree.node(other).name();
      String key = Labels.key(word);
      if (Labels.key(name.zh()).equals(key) || Labels.key(name.en()).equals(key)) {
        node = other;
      }
    }
    return node;
  }

  private static Problem noSuchNode(String word, IndexTree tree) {
    List<String> known = new ArrayList<>();
    for (int node = 1; node < tree.size(); node++) {
      known.add(tree.node(node).id());
      known.add(tree.node(node).name().zh());
      known.add(tree.node(node).name().en());
    }
    return Problem.of(
        Code.NO_SUCH_NODE,
        Place.NONE,
        "found",
        word,
        "hint",
        Labels.nearest(word, known)
            .map(name -> Messages.phrase("hint.didYouMean", "name", name))
            .orElse(Text.of("")));
  }
}
