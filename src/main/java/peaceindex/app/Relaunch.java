package peaceindex.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peaceindex.problem.Code;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;

/**
 * Under {@code LANG=C} a Java of 17 can neither list nor write files with Chinese names. The
 * launcher sees to that; for the bare jar the program starts itself once more with a locale that
 * can.
 */
final class Relaunch {
  private static final String MARK = "PEACE_INDEX_RELAUNCHED";

  private Relaunch() {}

  /** The exit code of the second start; empty if none is needed. */
  static Optional<Integer> ifNeeded(String[] args) {
    String encoding = System.getProperty("sun.jnu.encoding", "");
    if (!encoding.equals("ANSI_X3.4-1968") && !encoding.equals("US-ASCII")) {
      return Optional.empty();
    }
    boolean again = System.getenv(MARK) != null;
    boolean lost = List.of(args).stream().anyMatch(arg -> arg.indexOf('\uFFFD') >= 0);
    Optional<String> java = ProcessHandle.current().info().command();
    if (again || lost || java.isEmpty()) {
      Problem problem = Problem.of(Code.LOCALE_TOO_SMALL, Place.NONE, "found", encoding);
      System.err.println(Messages.line(problem, Lang.EN));
      return again ? Optional.empty() : Optional.of(ExitCode.NOTHING_DONE);
    }
    List<String> command = new ArrayList<>();
    command.add(java.get());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-cp");
    command.add(System.getProperty("java.class.path", ""));
    command.add(Main.class.getName());
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.directory(Path.of("").toAbsolutePath().toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put(MARK, "1");
    try {
      return Optional.of(builder.start().waitFor());
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(ExitCode.FAULT);
    }
  }
}
