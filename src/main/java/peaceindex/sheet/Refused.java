package peaceindex.sheet;

import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;

/**
 * Says inside this package that a file will not be read, and why; {@link SheetReader} turns it into
 * the one problem. It names what to do through its code and never quotes the file.
 */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Code code;
  private final transient Object[] namesAndValues;

  private Refused(Code code, Object... namesAndValues) {
    super(code.id(), null, false, false);
    this.code = code;
    this.namesAndValues = namesAndValues;
  }

  /** A bound was passed; {@code unit} is the key of the phrase that counts. */
  static Refused tooLarge(String unit, long found, long limit) {
    return new Refused(
        Code.WORKBOOK_TOO_LARGE,
        "found",
        Messages.phrase(unit, "count", found),
        "expected",
        Messages.phrase(unit, "count", limit));
  }

  /** The machine's memory does not hold what the file unfolds to. */
  static Refused outOfMemory() {
    return new Refused(
        Code.WORKBOOK_TOO_LARGE,
        "found",
        Messages.phrase("bound.memory"),
        "expected",
        Messages.phrase("bound.megabytes", "count", Runtime.getRuntime().maxMemory() >> 20));
  }

  static Refused tooSlow(long seconds) {
    return new Refused(Code.WORKBOOK_TOO_SLOW, "expected", seconds);
  }

  /** Something is missing or wrong that a proper program would have written. */
  static Refused damaged(String phrase, Object... namesAndValues) {
    return new Refused(Code.WORKBOOK_UNREADABLE, "found", Messages.phrase(phrase, namesAndValues));
  }

  /** The container is made as none is by accident. */
  static Refused unsafe(String phrase) {
    return new Refused(Code.WORKBOOK_UNSAFE, "found", Messages.phrase(phrase));
  }

  /** A spreadsheet or a text, but of a kind that is not read: saving it as .xlsx helps. */
  static Refused unreadFormat(String phrase) {
    return new Refused(Code.NOT_A_WORKBOOK, "found", Messages.phrase(phrase));
  }

  /** No spreadsheet at all: saving it as .xlsx would not help. */
  static Refused noSpreadsheet(String phrase) {
    return new Refused(Code.NOT_A_SPREADSHEET, "found", Messages.phrase(phrase));
  }

  static Refused encrypted() {
    return new Refused(Code.WORKBOOK_ENCRYPTED);
  }

  static Refused noPermission(String shown) {
    return new Refused(Code.NO_PERMISSION, "found", Text.of(shown));
  }

  Problem at(CellRef where) {
    return Problem.of(code, where, namesAndValues);
  }
}
