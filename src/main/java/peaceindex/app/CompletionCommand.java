package peaceindex.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** {@code peace-index completion}: prints a script that completes commands in bash and zsh. */
final class CompletionCommand implements Command {
  private final Console console;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public List<ArgSpec> arguments() {
    return List.of();
  }

  @Override
  public Integer call() {
    CommandLine root = Main.commandLine(console);
    String script = AutoComplete.bash(root.getCommandName(), root);
    console.json(script.getBytes(StandardCharsets.UTF_8));
    return ExitCode.DONE;
  }
}
