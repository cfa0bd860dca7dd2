package peaceindex.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;

/** One output: one file, rendered from findings. */
public interface Report {

  /** Path of the file within the period's output folder, with {@code /} between folders. */
  String fileName();

  /**
   * By which it can be asked for; files that belong together, such as a picture in two formats,
   * have it in common. It is the name of the file without folder and ending.
   */
  default String id() {
    String name = fileName().substring(fileName().lastIndexOf('/') + 1);
    return name.substring(0, name.lastIndexOf('.'));
  }

  /** What the file is, in a few words, for the list at the end of a run. */
  Text title();

  /**
   * Writes the file. The same findings make the same bytes, whatever the day, the time zone and the
   * language of the machine.
   */
  void write(Findings findings, Path file) throws IOException;

  /** Whether the file is a picture. */
  default boolean isPicture() {
    return false;
  }

  /**
   * Computes anew what the file computes by itself once somebody opens it.
   *
   * @param file as it was written
   * @param shown the file as problems show it
   * @return where it says something else than the findings; nothing of a file that computes nothing
   */
  default List<Problem> verify(Path file, String shown) throws IOException {
    return List.of();
  }
}
