package peaceindex.sheet;

import java.util.Locale;
import java.util.Set;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;

/** The formats that are read, with the extensions that rightly stand on them. */
enum Format {
  XLSX("xlsx", "xlsm", "xltx", "xltm"),
  XLS("xls", "et", "xlt", "ett"),
  SPREADSHEET_ML("xml"),
  HTML("html", "htm"),
  DELIMITED("csv", "tsv", "tab", "txt");

  private static final int LONGEST_EXTENSION = 5;

  private final Set<String> extensions;

  Format(String... extensions) {
    this.extensions = Set.of(extensions);
  }

  /** Whether the name of a file says something else than its content; no extension says nothing. */
  boolean isBeliedBy(String shown) {
    String extension = extension(shown);
    return !extension.isEmpty() && !extensions.contains(extension);
  }

  /** The warning about a file whose name says something else. */
  Problem misleading(String shown) {
    String extension = extension(shown);
    boolean plain =
        extension.length() <= LONGEST_EXTENSION
            && extension.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
    return Problem.of(
        Code.EXTENSION_MISLEADS,
        CellRef.file(shown),
        "found",
        plain ? Text.of("." + extension) : Messages.phrase("format.otherExtension"),
        "expected",
        Messages.phrase("format." + name()));
  }

  private static String extension(String shown) {
    String name = shown.substring(shown.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
