package peaceindex.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Problem;

/**
 * Puts files into a folder so that a reader sees the old ones or the new ones, never half: all are
 * written aside first, then it is made sure that every old file can be replaced, then they are
 * moved into place one after the other in their order.
 *
 * <pre>
 * try (Delivery.Staged staged = new Delivery(folder, shown).stage(items)) {
 *   staged.place();
 * }
 * </pre>
 */
public final class Delivery {

  /** What becomes of one file. */
  public interface Content {
    /**
     * Writes the file.
     *
     * @return whether there is one; if not, an old file of its name would be of other figures, and
     *     is removed
     * @throws FailedException if it is written and must not be delivered
     */
    boolean write(Path file) throws IOException, FailedException;
  }

  /**
   * One file.
   *
   * @param name path within the folder, with {@code /} between folders
   */
  public record Item(String name, Content content) {}

  /** What is to be delivered, where that depends on what is already there. */
  public interface Plan {
    List<Item> items() throws IOException;
  }

  /** Delivery failed; the problems say why. */
  public static final class FailedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    public FailedException(Problem problem, IOException cause) {
      super(problem.code().id(), cause);
      this.problems = List.of(problem);
    }

    /** What was written must not be delivered, for at least one reason. */
    FailedException(List<Problem> problems) {
      super(problems.get(0).code().id());
      this.problems = List.copyOf(problems);
    }

    /** The first problem; where the machine failed, the only one. */
    public Problem problem() {
      return problems.get(0);
    }

    public List<Problem> problems() {
      return problems;
    }
  }

  /** How a finished file takes the place of an old one; replaced in tests. */
  interface Mover {
    void move(Path from, Path to) throws IOException;
  }

  private interface Step {
    void run() throws IOException, FailedException;
  }

  private final Path folder;
  private final String shown;
  private final Mover mover;

  /** What is worked at, as problems show it. */
  private String at;

  private int moved;

  /**
   * @param folder where the files go
   * @param shown the folder as problems show it
   */
  public Delivery(Path folder, String shown) {
    this(folder, shown, Placement::move);
  }

  Delivery(Path folder, String shown, Mover mover) {
    this.folder = folder;
    this.shown = shown;
    this.mover = mover;
    this.at = shown;
  }

  /** Writes all files aside. */
  public Staged stage(List<Item> items) throws FailedException {
    return stage(() -> items);
  }

  /**
   * Writes aside all files that a plan wants. Waits until no other run delivers into this folder:
   * two at once would deliver a mixture. The plan is made while no other run does.
   */
  public Staged stage(Plan plan) throws FailedException {
    Staged staged = new Staged();
    boolean done = false;
    try {
      attempt(() -> staged.write(plan));
      done = true;
      return staged;
    } finally {
      if (!done) {
        staged.close();
      }
    }
  }

  /** Files that are written, but not yet in place; closing it gives up what was not placed. */
  public final class Staged implements AutoCloseable {
    private final Path aside = folder.resolveSibling("." + folder.getFileName() + ".new");
    private final List<String> written = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();
    private Placement.@Nullable Lock lock;

    private Staged() {}

    private void write(Plan plan) throws IOException, FailedException {
      lock = Placement.lock(folder);
      Placement.delete(aside);
      Files.createDirectories(aside);
      for (Item item : plan.items()) {
        at = shown + "/" + item.name();
        Path file = aside.resolve(item.name());
        Files.createDirectories(file.getParent());
        (item.content().write(file) ? written : dropped).add(item.name());
      }
    }

    /** The files that are already there with other content. */
    public List<String> differing() throws FailedException {
      List<String> differing = new ArrayList<>();
      attempt(
          () -> {
            for (String name : written) {
              at = shown + "/" + name;
              Path old = folder.resolve(name);
              if (Files.exists(old)
                  && (!Files.isRegularFile(old) || Files.mismatch(old, aside.resolve(name)) >= 0)) {
                differing.add(name);
              }
            }
          });
      return differing;
    }

    /** Moves all files into place; the names of those that are there now. */
    public List<String> place() throws FailedException {
      attempt(
          () -> {
            for (String name : written) {
              at = shown + "/" + name;
              Placement.checkReplaceable(folder.resolve(name));
            }
            for (String name : dropped) {
              at = shown + "/" + name;
              Files.deleteIfExists(folder.resolve(name));
            }
            for (String name : written) {
              at = shown + "/" + name;
              Path target = folder.resolve(name);
              Files.createDirectories(target.getParent());
              mover.move(aside.resolve(name), target);
              moved++;
            }
          });
      return List.copyOf(written);
    }

    @Override
    public void close() {
      if (lock != null) {
        // What was to be delivered is in place or was given up; the next run cleans up.
        Placement.deleteQuietly(aside);
        lock.close();
        lock = null;
      }
    }
  }

  private void attempt(Step step) throws FailedException {
    try {
      step.run();
    } catch (IOException e) {
      throw failed(e);
    } catch (RuntimeException e) {
      // Libraries wrap what the disk says.
      if (e.getCause() instanceof IOException cause) {
        throw failed(cause);
      }
      throw e;
    }
  }

  private FailedException failed(IOException e) {
    return new FailedException(
        moved == 0
            ? Placement.problem(e, at)
            : Problem.of(Code.PARTLY_PUBLISHED, CellRef.file(at), "count", moved),
        e);
  }
}
