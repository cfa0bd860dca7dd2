package peaceindex.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;
import peaceindex.report.chart.PicturesUnavailableException;

/**
 * Puts reports into the output folder so that a reader sees the old files or the new ones, never
 * half: all are written aside first, then it is made sure that every old file can be replaced, then
 * they are moved into place one after the other in their order. {@code result.json} comes last, so
 * a new one means that everything beside it is new.
 */
public final class Publication {

  /** A report that was published, and where. */
  public record Written(Path file, Text title) {}

  /** Publication failed and nothing was replaced; the problem says why. */
  public static final class FailedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    public FailedException(Problem problem, IOException cause) {
      super(problem.code().id(), cause);
      this.problem = problem;
    }

    public Problem problem() {
      return problem;
    }
  }

  /** How a finished file takes the place of an old one; replaced in tests. */
  interface Mover {
    void move(Path from, Path to) throws IOException;
  }

  private final Path folder;
  private final String shown;
  private final Mover mover;

  /**
   * @param folder the output folder of the period
   * @param shown the folder as problems show it
   */
  public Publication(Path folder, String shown) {
    this(folder, shown, Placement::move);
  }

  Publication(Path folder, String shown, Mover mover) {
    this.folder = folder;
    this.shown = shown;
    this.mover = mover;
  }

  /** A file that stands where a folder of one of the reports should be. */
  public Optional<Path> inTheWay(List<Report> reports) {
    return reports.stream()
        .map(report -> fileAbove(folder.resolve(report.fileName()).getParent()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The file that is {@code folder} or stands where one of its parents should be. */
  public static Optional<Path> fileAbove(@Nullable Path folder) {
    for (Path path = folder; path != null; path = path.getParent()) {
      if (Files.exists(path) && !Files.isDirectory(path)) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  /**
   * Writes all reports.
   *
   * @param reports in the order in which they are moved into place
   * @param left reports that are not wanted this time; their old files are removed, as they would
   *     belong to other figures
   * @param problems told if pictures cannot be drawn on this machine
   * @return what was written
   */
  public List<Written> publish(
      Findings findings, List<Report> reports, List<Report> left, Problems problems)
      throws FailedException {
    try {
      return Placement.alone(folder, () -> publishAlone(findings, reports, left, problems));
    } catch (IOException e) {
      throw new FailedException(Placement.problem(e, shown), e);
    }
  }

  private List<Written> publishAlone(
      Findings findings, List<Report> reports, List<Report> left, Problems problems)
      throws FailedException {
    Path staging = folder.resolveSibling("." + folder.getFileName() + ".new");
    List<Report> written = new ArrayList<>();
    List<Report> skipped = new ArrayList<>(left);
    String at = shown;
    int moved = 0;
    try {
      Placement.delete(staging);
      Files.createDirectories(staging);
      for (Report report : reports) {
        at = shown + "/" + report.fileName();
        Path file = staging.resolve(report.fileName());
        Files.createDirectories(file.getParent());
        try {
          report.write(findings, file);
          written.add(report);
        } catch (PicturesUnavailableException e) {
          if (skipped.size() == left.size()) {
            problems.add(
                Code.NO_PICTURES, CellRef.file(""), "found", String.valueOf(e.getMessage()));
          }
          Files.deleteIfExists(file);
          skipped.add(report);
        }
      }
      for (Report report : written) {
        at = shown + "/" + report.fileName();
        Placement.checkReplaceable(folder.resolve(report.fileName()));
      }
      for (Report report : skipped) {
        at = shown + "/" + report.fileName();
        Files.deleteIfExists(folder.resolve(report.fileName()));
      }
      for (Report report : written) {
        at = shown + "/" + report.fileName();
        Path target = folder.resolve(report.fileName());
        Files.createDirectories(target.getParent());
        mover.move(staging.resolve(report.fileName()), target);
        moved++;
      }
    } catch (IOException e) {
      throw new FailedException(
          moved == 0
              ? Placement.problem(e, at)
              : Problem.of(Code.PARTLY_PUBLISHED, CellRef.file(at), "count", moved),
          e);
    } catch (RuntimeException e) {
      // Libraries wrap what the disk says.
      if (e.getCause() instanceof IOException cause) {
        throw new FailedException(Placement.problem(cause, at), cause);
      }
      throw e;
    } finally {
      Placement.deleteQuietly(staging);
    }
    return written.stream()
        .map(report -> new Written(folder.resolve(report.fileName()), report.title()))
        .toList();
  }
}
