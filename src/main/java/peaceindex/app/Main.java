package peaceindex.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import peaceindex.problem.Code;
import peaceindex.problem.Lang;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;
import peaceindex.report.CheckJson;
import peaceindex.report.ExplanationJson;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The program {@code peace-index}: gives the command line to a command and ends with its code. */
public final class Main implements Callable<Integer> {
  static {
    // Picocli looks for all types that an option might have; of these only a date is one here.
    System.setProperty("picocli.converters.excludes", "java[.](time|sql)[.].*");
  }

  /** In the order of the help. */
  private static final List<String> COMMANDS =
      List.of("score", "explain", "check", "template", "init", "schema", "completion");

  private static Command command(String name, Console console) {
    return switch (name) {
      case "score" -> new ScoreCommand(console);
      case "explain" -> new ExplainCommand(console);
      case "check" -> new CheckCommand(console);
      case "template" -> new TemplateCommand(console);
      case "init" -> new InitCommand(console);
      case "schema" -> new SchemaCommand(console);
      case "completion" -> new CompletionCommand(console);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private final Console console;

  Main(Console console) {
    this.console = console;
  }

  /** Starts the program on the machine's own streams. */
  public static void main(String[] args) {
    Optional<Integer> done = Relaunch.ifNeeded(args);
    if (done.isPresent()) {
      System.exit(done.get());
    }
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    boolean terminal = System.console() != null;
    int code = run(args, out, err, terminal);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /**
   * Runs a command.
   *
   * @param terminal whether somebody watches, so that progress is worth showing
   * @return the exit code
   */
  public static int run(String[] args, PrintStream out, PrintStream err, boolean terminal) {
    Console console = new Console(out, err, language(args), isJson(args), terminal);
    try {
      return commandLine(console, begun(args)).execute(args);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return console.fail(ExitCode.FAULT, bug(e));
    }
  }

  /** The command line with all commands. */
  static CommandLine commandLine(Console console) {
    return commandLine(console, COMMANDS);
  }

  /** The command line with some of the commands and its words in one language. */
  private static CommandLine commandLine(Console console, List<String> commands) {
    CommandLine line = new CommandLine(specification(new Main(console)), Command.FACTORY);
    for (String name : commands) {
      line.addSubcommand(name, command(name, console).specification());
    }
    line.registerConverter(LocalDate.class, LocalDate::parse)
        .setOut(console.outWriter())
        .setErr(console.errWriter())
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(96)
        .setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionStrategy(
        parsed -> {
          if (asksForHelp(parsed)) {
            line.setResourceBundle(help(console.lang()));
          }
          return new CommandLine.RunLast().execute(parsed);
        });
    line.setParameterExceptionHandler(
        (e, args) -> {
          if (e.getCommandLine().getCommand() instanceof CheckCommand) {
            console.failsAs(CheckJson::failure);
          } else if (e.getCommandLine().getCommand() instanceof ExplainCommand) {
            console.failsAs(ExplanationJson::failure);
          }
          return console.fail(ExitCode.NOTHING_DONE, UsageProblem.of(e));
        });
    line.setExecutionExceptionHandler(
        (e, commandLine, parsed) -> console.fail(ExitCode.FAULT, bug(e)));
    return line;
  }

  private static boolean asksForHelp(ParseResult parsed) {
    return parsed.isUsageHelpRequested()
        || (parsed.hasSubcommand() && asksForHelp(parsed.subcommand()));
  }

  /** The words of the help, read at once: a search for them takes longer. */
  private static ResourceBundle help(Lang lang) {
    String name = "help_" + lang.tag() + ".properties";
    try (InputStream in = Main.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource missing: " + name);
      }
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without annotations, which take half of the time of a call for help to be read. */
  private static CommandSpec specification(Main main) {
    CommandSpec specification =
        CommandSpec.wrapWithoutInspection(main, Command.FACTORY)
            .name("peace-index")
            .versionProvider(new Version())
            .addOption(common("help", "-h", "--help").usageHelp(true).build())
            .addOption(common("version", "-V", "--version").versionHelp(true).build())
            // Read before the command line is understood, see language; here to be accepted.
            .addOption(common("lang", "--lang").type(Lang.class).paramLabel("zh|en").build());
    specification.usageMessage().synopsisSubcommandLabel("COMMAND");
    return specification;
  }

  /** An option of every command. */
  private static OptionSpec.Builder common(String descriptionKey, String... names) {
    return OptionSpec.builder(names)
        .descriptionKey(descriptionKey)
        .scopeType(CommandLine.ScopeType.INHERIT);
  }

  @Override
  public Integer call() {
    return console.fail(ExitCode.NOTHING_DONE, UsageProblem.noCommand());
  }

  private static Problem bug(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    String at =
        trace.length == 0 ? "" : " " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
    return Problem.of(Code.BUG, Place.NONE, "found", Text.of(e.getClass().getSimpleName() + at));
  }

  /** The language is needed before the command line is understood: its faults are told in it. */
  private static Optional<Lang> language(String[] args) {
    for (Lang lang : Lang.values()) {
      for (int i = 0; i < args.length; i++) {
        boolean apart = args[i].equals("--lang") && i + 1 < args.length;
        String value = apart ? args[i + 1] : args[i];
        if ((apart && value.equalsIgnoreCase(lang.tag()))
            || value.equalsIgnoreCase("--lang=" + lang.tag())) {
          return Optional.of(lang);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The commands of which a command line may speak. To describe them all takes longer than all else
   * that happens before a command begins, and all that follows its name is for this one.
   */
  private static List<String> begun(String[] args) {
    return args.length > 0 && COMMANDS.contains(args[0]) ? List.of(args[0]) : COMMANDS;
  }

  private static boolean isJson(String[] args) {
    return List.of(args).contains("--json");
  }

  /**
   * UTF-8, except on a Windows console, which has a code page of its own. A pipe or a file gets
   * UTF-8 everywhere.
   */
  private static PrintStream stream(FileDescriptor descriptor) {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    java.io.Console console = System.console();
    Charset charset = windows && console != null ? console.charset() : StandardCharsets.UTF_8;
    return new PrintStream(
        new java.io.BufferedOutputStream(new FileOutputStream(descriptor), 1 << 14),
        false,
        charset);
  }

  /** All names that may be typed for a command, for "did you mean". */
  static List<String> commandNames(CommandLine line) {
    return new ArrayList<>(line.getSubcommands().keySet());
  }
}
