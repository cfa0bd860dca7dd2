package peaceindex.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;
import peaceindex.report.chart.PicturesUnavailableException;
import peaceindex.report.slip.SlipReports;

/**
 * Puts the reports of a period into its output folder, the old ones or the new ones, never half;
 * see {@link Delivery}. {@code result.json} comes last, so a new one means that everything beside
 * it is new.
 */
public final class Publication {

  /** A report that was published, and where. */
  public record Written(Path file, Text title) {}

  private static final Series SLIPS = new Series(SlipReports.FOLDER);

  /** What is being done to publish; one after the other, some of them many times. */
  public enum Work {
    WRITE,
    DRAW,
    VERIFY
  }

  /** Is told what begins, which ends what was before. */
  public interface Progress {
    void begin(Work work);

    /**
     * Is told of which file the work begins.
     *
     * @param name path within the output folder
     * @param number which of the files it is, from 1
     * @param count how many files there are
     */
    default void file(Work work, String name, int number, int count) {}
  }

  private final Path folder;
  private final String shown;
  private final Delivery delivery;
  private boolean verified;
  private Progress progress = work -> {};

  /**
   * @param folder the output folder of the period
   * @param shown the folder as problems show it
   */
  public Publication(Path folder, String shown) {
    this(folder, shown, new Delivery(folder, shown));
  }

  Publication(Path folder, String shown, Delivery delivery) {
    this.folder = folder;
    this.shown = shown;
    this.delivery = delivery;
  }

  /**
   * From now on publishes only if every report, as it was written, computes what the findings say.
   */
  public Publication verified() {
    verified = true;
    return this;
  }

  /** From now on tells what is being done. */
  public Publication watchedBy(Progress watcher) {
    progress = watcher;
    return this;
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
   * @throws Delivery.FailedException if it failed, or if a report does not compute what it should;
   *     unless its problem says so, nothing was replaced
   */
  public List<Written> publish(
      Findings findings, List<Report> reports, List<Report> left, Problems problems)
      throws Delivery.FailedException {
    Map<String, Text> titles = new HashMap<>();
    List<Delivery.Item> items = new ArrayList<>();
    boolean[] told = new boolean[1];
    for (Report report : reports) {
      int number = items.size() + 1;
      titles.put(report.fileName(), report.title());
      items.add(
          new Delivery.Item(
              report.fileName(),
              file -> {
                try {
                  write(
                      report, findings, file, work -> begin(work, report, number, reports.size()));
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
    try (Delivery.Staged staged = delivery.stage(() -> SLIPS.with(items, folder))) {
      progress.begin(Work.WRITE);
      return staged.place().stream()
          .filter(name -> !SLIPS.isList(name))
          .map(name -> new Written(folder.resolve(name), titles.getOrDefault(name, Text.of(name))))
          .toList();
    }
  }

  private void begin(Work work, Report report, int number, int count) {
    progress.begin(work);
    progress.file(work, report.fileName(), number, count);
  }

  private void write(Report report, Findings findings, Path file, Progress of)
      throws IOException, Delivery.FailedException {
    of.begin(report.isPicture() ? Work.DRAW : Work.WRITE);
    report.write(findings, file);
    if (verified) {
      of.begin(Work.VERIFY);
      List<Problem> wrong = report.verify(file, shown + "/" + report.fileName());
      if (!wrong.isEmpty()) {
        throw new Delivery.FailedException(wrong);
      }
    }
  }
}
