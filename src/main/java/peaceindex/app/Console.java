package peaceindex.app;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;
import peaceindex.problem.Severity;
import peaceindex.problem.Text;
import peaceindex.report.ResultJson;

/**
 * Where a command speaks: results to stdout, diagnostics to stderr. With {@code --json} stdout
 * holds one JSON object and nothing else, whatever happens.
 */
final class Console {
  private final PrintStream out;
  private final PrintStream err;
  private final boolean json;
  private final boolean terminal;
  private final boolean asked;
  private Lang lang;
  private Failure failure =
      (problems, language, to) ->
          to.writeBytes(ResultJson.failure(Optional.empty(), Optional.empty(), problems, language));

  /** What stdout holds with {@code --json} when a command could not do its work. */
  interface Failure {
    void write(List<Problem> problems, Lang lang, ByteArrayOutputStream out);
  }

  /**
   * @param asked the language asked for on the command line
   */
  Console(PrintStream out, PrintStream err, Optional<Lang> asked, boolean json, boolean terminal) {
    this.out = out;
    this.err = err;
    this.asked = asked.isPresent();
    this.lang = asked.orElse(Lang.ZH);
    this.json = json;
    this.terminal = terminal;
  }

  Lang lang() {
    return lang;
  }

  /** The language that configuration sets, unless the command line has said one. */
  void speak(Lang language) {
    lang = asked ? lang : language;
  }

  boolean isJson() {
    return json;
  }

  /** Whether progress is worth showing. */
  boolean isTerminal() {
    return terminal && !json;
  }

  PrintWriter outWriter() {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }

  PrintWriter errWriter() {
    return new PrintWriter(err, true, StandardCharsets.UTF_8);
  }

  PrintStream err() {
    return err;
  }

  /** One line of the result, for people. */
  void say(String line) {
    if (!json) {
      out.print(line);
      out.print('\n');
    }
  }

  /** The result for programs. */
  void json(byte[] bytes) {
    out.write(bytes, 0, bytes.length);
    out.flush();
  }

  /** Each command's result has its own shape, also where it failed. */
  void failsAs(Failure shape) {
    failure = shape;
  }

  /** The result for programs, as it is made. */
  OutputStream jsonStream() {
    return out;
  }

  /** One line a problem, unless there are so many that they would hide each other. */
  void diagnose(List<Problem> problems) {
    diagnose(problems, Messages.phrase(json ? "diagnostics.inThisJson" : "diagnostics.inJson"));
  }

  /**
   * The same.
   *
   * @param everything where all of them stand
   */
  void diagnose(List<Problem> problems, Text everything) {
    out.flush();
    for (String line : Diagnostics.lines(problems, everything, lang)) {
      err.print(line);
      err.print('\n');
    }
    err.flush();
  }

  /** Lines that are neither the result nor a diagnostic, such as where the time went. */
  void remark(List<String> lines) {
    out.flush();
    for (String line : lines) {
      err.print(line);
      err.print('\n');
    }
    err.flush();
  }

  /** How many problems of which kind there are. */
  String summary(Problems problems) {
    return Messages.say(
        "score.problems",
        lang,
        "errors",
        problems.count(Severity.ERROR),
        "warnings",
        problems.count(Severity.WARNING),
        "infos",
        problems.count(Severity.INFO));
  }

  /** Ends a command that could not do its work. */
  int fail(int code, Problem problem) {
    return fail(code, List.of(problem));
  }

  /** Ends a command that could not do its work. */
  int fail(int code, List<Problem> problems) {
    diagnose(problems);
    if (json) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      failure.write(problems, lang, bytes);
      json(bytes.toByteArray());
    }
    return code;
  }
}
