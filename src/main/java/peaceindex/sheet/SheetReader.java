package peaceindex.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.poifs.filesystem.FileMagic;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;

/**
 * Opens one file, by its content and not by its name, behind one guard: whatever a file holds, the
 * result is a workbook or one problem.
 */
public final class SheetReader {

  /** A workbook, or the problem that stands in its way. */
  public record Result(Optional<Workbook> workbook, Optional<Problem> problem) {
    static Result of(Workbook workbook) {
      return new Result(Optional.of(workbook), Optional.empty());
    }

    static Result refused(Problem problem) {
      return new Result(Optional.empty(), Optional.of(problem));
    }
  }

  private SheetReader() {}

  /**
   * Reads a file.
   *
   * @param shown the file as problems and origins show it
   */
  public static Result read(Path file, String shown) {
    CellRef where = CellRef.file(shown);
    Guard.install();
    try {
      long size = Files.size(file);
      if (size > Guard.MAX_FILE) {
        throw new Guard.TooLarge("bound.megabytes", size >> 20, Guard.MAX_FILE >> 20);
      }
      return open(file, shown, where);
    } catch (Guard.TooLarge e) {
      return Result.refused(
          Problem.of(Code.WORKBOOK_TOO_LARGE, where, "found", e.found, "expected", e.limit));
    } catch (EncryptedDocumentException e) {
      return Result.refused(Problem.of(Code.WORKBOOK_ENCRYPTED, where));
    } catch (OldExcelFormatException e) {
      return Result.refused(notAWorkbook(where, Messages.phrase("content.oldExcel")));
    } catch (java.nio.file.AccessDeniedException e) {
      return Result.refused(Problem.of(Code.NO_PERMISSION, where, "found", shown));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // The text of a library's exception may quote the file, so only its kind is told.
      return Result.refused(
          Problem.of(Code.WORKBOOK_UNREADABLE, where, "found", e.getClass().getSimpleName()));
    }
  }

  private static Result open(Path file, String shown, CellRef where) throws IOException {
    FileMagic magic;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      magic = Files.size(file) == 0 ? FileMagic.UNKNOWN : FileMagic.valueOf(in);
    }
    return switch (magic) {
      case OOXML -> XlsxReader.read(file, shown, where);
      case OLE2 -> XlsReader.read(file, shown, where);
      case BIFF2, BIFF3, BIFF4 ->
          Result.refused(notAWorkbook(where, Messages.phrase("content.oldExcel")));
      case UNKNOWN ->
          Result.refused(
              notAWorkbook(
                  where,
                  Messages.phrase(Files.size(file) == 0 ? "content.empty" : "content.unknown")));
      default -> Result.refused(notAWorkbook(where, Text.of(magic.name())));
    };
  }

  static Problem notAWorkbook(CellRef where, Text found) {
    return Problem.of(Code.NOT_A_WORKBOOK, where, "found", found);
  }
}
