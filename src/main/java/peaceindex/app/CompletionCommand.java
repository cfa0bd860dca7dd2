package peaceindex.app;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code peace-index completion}: prints a script that completes commands in bash and zsh. */
@Command(name = "completion")
final class CompletionCommand implements Callable<Integer> {
  private final Console console;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CommandLine root = Main.commandLine(console);
    String script = AutoComplete.bash(root.getCommandName(), root);
    console.json(script.getBytes(StandardCharsets.UTF_8));
    return ExitCode.DONE;
  }
}
