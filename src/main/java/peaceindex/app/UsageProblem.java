package peaceindex.app;

import java.util.List;
import java.util.Optional;
import peaceindex.panel.Labels;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What picocli says of a command line, in our words and in the user's language. */
final class UsageProblem {
  private UsageProblem() {}

  static Problem of(CommandLine.ParameterException e) {
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
      String found = unmatched.getUnmatched().isEmpty() ? "" : unmatched.getUnmatched().get(0);
      boolean command = e.getCommandLine().getParent() == null && !found.startsWith("-");
      List<String> known =
          command ? Main.commandNames(e.getCommandLine()) : optionNames(e.getCommandLine());
      return Problem.of(
          command ? Code.UNKNOWN_COMMAND : Code.UNKNOWN_OPTION,
          Place.NONE,
          "found",
          found,
          "hint",
          hint(found, known));
    }
    if (e instanceof CommandLine.OverwrittenOptionException twice) {
      return Problem.of(
          Code.UNKNOWN_OPTION,
          Place.NONE,
          "found",
          name(twice.getOverwritten()),
          "hint",
          Text.of(""));
    }
    if (e instanceof CommandLine.MissingParameterException missing) {
      String name = missing.getMissing().isEmpty() ? "" : name(missing.getMissing().get(0));
      if (!missing.getMissing().isEmpty() && missing.getMissing().get(0).isPositional()) {
        return Problem.of(Code.ARGUMENT_MISSING, Place.NONE, "expected", name);
      }
      return Problem.of(Code.OPTION_WITHOUT_VALUE, Place.NONE, "found", name);
    }
    if (e.getArgSpec() != null) {
      return Problem.of(
          Code.OPTION_VALUE,
          Place.NONE,
          "found",
          name(e.getArgSpec()) + " " + Optional.ofNullable(e.getValue()).orElse(""),
          "expected",
          expected(e.getArgSpec()));
    }
    return noCommand();
  }

  static Problem noCommand() {
    return Problem.of(Code.NO_COMMAND, Place.NONE);
  }

  private static Text expected(ArgSpec argument) {
    return switch (name(argument)) {
      case "--lang" -> new Text("zh 或 en", "zh or en");
      case "--date" -> new Text("2026-01-10 这样的日期", "a date such as 2026-01-10");
      default -> Messages.phrase("usage.seeHelp");
    };
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static List<String> optionNames(CommandLine line) {
    return line.getCommandSpec().options().stream().map(OptionSpec::longestName).toList();
  }

  private static Text hint(String found, List<String> known) {
    return Labels.nearest(found, known)
        .map(name -> Messages.phrase("hint.didYouMean", "name", name))
        .orElse(Text.of(""));
  }
}
