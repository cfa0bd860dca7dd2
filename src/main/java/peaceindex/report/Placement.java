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
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Problem;

/** The steps by which files that were written aside take the places of old ones. */
public final class Placement {

  private Placement() {}

  /** The file that is {@code folder} or stands where one of its parents should be. */
  public static Optional<Path> fileAbove(@Nullable Path folder) {
    for (Path path = folder; path != null; path = path.getParent()) {
      if (Files.exists(path) && !Files.isDirectory(path)) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  /** Keeps other runs from a folder until it is closed. */
  static final class Lock implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private Lock(Path file, FileChannel channel) {
      this.file = file;
      this.channel = channel;
    }

    @Override
    public void close() {
      try {
        channel.close();
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // The file is empty and says nothing by being there.
      }
    }
  }

  /**
   * Waits until no other run writes into a folder: two at once would leave a mixture. Makes the
   * folder above it. Where the file system knows no locks, there is none.
   */
  static Lock lock(Path folder) throws IOException {
    Path file = folder.resolveSibling("." + folder.getFileName() + ".lock");
    Files.createDirectories(file.getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.lock();
      assert lock.isValid();
    } catch (IOException | OverlappingFileLockException e) {
      // Some network drives; a single clerk is still safe.
    }
    return new Lock(file, channel);
  }

  /** Excel and WPS hold an open workbook so that nobody else may write to it. */
  static void checkReplaceable(Path target) throws IOException {
    if (Files.isRegularFile(target)) {
      FileChannel.open(target, StandardOpenOption.WRITE).close();
    } else if (Files.exists(target)) {
      throw new FileSystemException(target.toString(), null, "not a file");
    }
  }

  /** Puts a finished file into the place of an old one. */
  static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** What kind of fault an exception of the file system is. */
  public static Problem problem(IOException e, String at) {
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

  /** Deletes a folder with all that is in it. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** The same where it does not matter. */
  static void deleteQuietly(Path folder) {
    try {
      delete(folder);
    } catch (IOException e) {
      // Whoever comes next deletes it before using its name.
    }
  }
}
