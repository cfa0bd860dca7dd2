package peaceindex.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;
import peaceindex.report.chart.PicturesUnavailableException;

/**
 * Puts the reports of a period into its output folder, the old ones or the new ones, never half;
 * see {@link Delivery}. {@code result.json} comes last, so a new one means that everything beside
 * it is new.
 */
public final class Publication {

  /** A report that was published, and where. */
  public record Written(Path file, Text title) {}

  private final Path folder;
  private final Delivery delivery;

  /**
   * @param folder the output folder of the period
   * @param shown the folder as problems show it
   */
  public Publication(Path folder, String shown) {
    this(folder, new Delivery(folder, shown));
  }

  Publication(Path folder, Delivery delivery) {
    this.folder = folder;
    this.delivery = delivery;
  }

  /** A file that stands where a folder of one of the reports should be. */
  public Optional<Path> inTheWay(List<Report> reports) {
    return reports.stream()
        .map(report -> Placement.fileAbove(folder.resolve(report.fileName()).getParent()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * Writes all reports.
   *
   * @param reports in the order in which they are moved into place
   * @param left reports that are not wanted this time; their old files are removed, as they would
   *     belong to other figures
   * @param problems told if pictures cannot be drawn on this machine
   * @return what was written
   * @throws Delivery.FailedException if it failed; unless its problem says so, nothing was replaced
   */
  public List<Written> publish(
      Findings findings, List<Report> reports, List<Report> left, Problems problems)
      throws Delivery.FailedException {
    Map<String, Text> titles = new HashMap<>();
    List<Delivery.Item> items = new ArrayList<>();
    boolean[] told = new boolean[1];
    for (Report report : reports) {
      titles.put(report.fileName(), report.title());
      items.add(
          new Delivery.Item(
              report.fileName(),
              file -> {
                try {
                  report.write(findings, file);
                  return true;
                } catch (PicturesUnavailableException e) {
                  if (!told[0]) {
                    told[0] = true;
                    problems.add(
                        Code.NO_PICTURES,
                        CellRef.file(""),
                        "found",
                        String.valueOf(e.getMessage()));
                  }
                  Files.deleteIfExists(file);
                  return false;
                }
              }));
    }
    left.forEach(report -> items.add(new Delivery.Item(report.fileName(), file -> false)));
    try (Delivery.Staged staged = delivery.stage(items)) {
      return staged.place().stream()
          .map(name -> new Written(folder.resolve(name), titles.getOrDefault(name, Text.of(name))))
          .toList();
    }
  }
}
