package peaceindex.problem;

/**
 * A place in a configuration file.
 *
 * @param file path relative to the workspace
 * @param line counted from 1; 0 when the whole file is meant
 * @param column counted from 1
 */
public record LineRef(String file, int line, int column) implements Place {

  /** Written out: what Java makes for a record takes longer to get ready than a roster to read. */
  @Override
  public boolean equals(Object other) {
    return other instanceof LineRef that
        && line == that.line
        && column == that.column
        && file.equals(that.file);
  }

  @Override
  public int hashCode() {
    return (file.hashCode() * 31 + line) * 31 + column;
  }

  @Override
  public String show() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
