package peaceindex.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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

    FailedException(Problem problem, IOException cause) {
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
    this(folder, shown, Publication::moveIntoPlace);
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
    Path lockFile = folder.resolveSibling("." + folder.getFileName() + ".lock");
    try {
      Files.createDirectories(lockFile.getParent());
      try (FileChannel channel =
          FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        lock(channel);
        return publishAlone(findings, reports, left, problems);
      } finally {
        Files.deleteIfExists(lockFile);
      }
    } catch (IOException e) {
      throw new FailedException(problem(e, shown), e);
    }
  }

  /**
   * Waits until no other run publishes into this folder: two at once would publish a mixture. Where
   * the file system knows no locks, there is none.
   */
  private static void lock(FileChannel channel) {
    try {
      FileLock lock = channel.lock();
      assert lock.isValid();
    } catch (IOException | OverlappingFileLockException e) {
      // Some network drives; a single clerk is still safe.
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
      delete(staging);
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
        checkReplaceable(folder.resolve(report.fileName()));
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
              ? problem(e, at)
              : Problem.of(Code.PARTLY_PUBLISHED, CellRef.file(at), "count", moved),
          e);
    } catch (RuntimeException e) {
      // Libraries wrap what the disk says.
      if (e.getCause() instanceof IOException cause) {
        throw new FailedException(problem(cause, at), cause);
      }
      throw e;
    } finally {
      deleteQuietly(staging);
    }
    return written.stream()
        .map(report -> new Written(folder.resolve(report.fileName()), report.title()))
        .toList();
  }

  /** Excel and WPS hold an open workbook so that nobody else may write to it. */
  private static void checkReplaceable(Path target) throws IOException {
    if (Files.isRegularFile(target)) {
      FileChannel.open(target, StandardOpenOption.WRITE).close();
    } else if (Files.exists(target)) {
      throw new FileSystemException(target.toString(), null, "not a file");
    }
  }

  private static void moveIntoPlace(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** What kind of fault an exception of the file system is. */
  static Problem problem(IOException e, String at) {
    String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    Code code;
    if (reason.contains("no space left")
        || reason.contains("not enough space")
        || reason.contains("disk quota")
        || reason.contains("磁盘空间不足")) {
      code = Code.DISK_FULL;
    } else if (reason.contains("used by another process") || reason.contains("另一个程序正在使用")) {
      code = Code.FILE_HELD_OPEN;
    } else if (e instanceof AccessDeniedException) {
      code = Code.NO_PERMISSION;
    } else {
      code = Code.WRITE_FAILED;
    }
    return Problem.of(code, CellRef.file(at), "found", at);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void deleteQuietly(Path folder) {
    try {
      delete(folder);
    } catch (IOException e) {
      // What was to be published is in place or was given up; the next run cleans up.
    }
  }
}
