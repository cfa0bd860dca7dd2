package peaceindex.problem;

/** Where a problem is: in a cell of a workbook, or at a line of a configuration file. */
public sealed interface Place permits CellRef, LineRef {

  /** No place: the problem concerns the command as a whole. */
  Place NONE = CellRef.file("");

  /** The file, relative to the workspace and with {@code /} between folders; empty if none. */
  String file();

  /** The place as a compiler writes it, e.g. {@code input/a.xlsx [Sheet1!C7]}; empty if none. */
  String show();
}
