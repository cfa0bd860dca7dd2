package peaceindex.report;

import java.io.IOException;
import java.nio.file.Path;
import peaceindex.problem.Text;

/** One output: one file, rendered from findings. */
public interface Report {

  /** Path of the file within the period's output folder, with {@code /} between folders. */
  String fileName();

  /** What the file is, in a few words, for the list at the end of a run. */
  Text title();

  /**
   * Writes the file. The same findings make the same bytes, whatever the day, the time zone and the
   * language of the machine.
   */
  void write(Findings findings, Path file) throws IOException;
}
