package peaceindex.problem;

/**
 * A place in a configuration file.
 *
 * @param file path relative to the workspace
 * @param line counted from 1; 0 when the whole file is meant
 * @param column counted from 1
 */
public record LineRef(String file, int line, int column) implements Place {

  @Override
  public String show() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
