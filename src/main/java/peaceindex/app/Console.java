package peaceindex.app;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
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

  /** One line a problem. */
  void diagnose(List<Problem> problems) {
    out.flush();
    for (Problem problem : problems) {
      err.print(Messages.line(problem, lang));
      err.print('\n');
    }
    err.flush();
  }

  /** Ends a command that could not do its work. */
  int fail(int code, Problem problem) {
    return fail(code, List.of(problem));
  }

  /** Ends a command that could not do its work. */
  int fail(int code, List<Problem> problems) {
    diagnose(problems);
    if (json) {
      json(ResultJson.failure(Optional.empty(), Optional.empty(), problems, lang));
    }
    return code;
  }
}
