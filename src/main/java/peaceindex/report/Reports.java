package peaceindex.report;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import peaceindex.report.chart.Charts;
import peaceindex.report.slip.SlipReports;
import peaceindex.report.workbook.HistoryWorkbook;
import peaceindex.report.workbook.ScoredWorkbook;

/** All outputs, in the order in which they are put into place; {@code result.json} is the last. */
public final class Reports {
  private static final List<Output> OUTPUTS =
      Stream.of(
              Stream.of(Output.of(new ScoredWorkbook())),
              Stream.of(Output.of(new HistoryWorkbook())),
              Stream.of(
                  new Output(
                      SlipReports.FOLDER,
                      page -> page.slips() != Slips.NONE,
                      SlipReports::of,
                      SlipReports.knownBeforehand())),
              Charts.all().stream().map(Output::of),
              Stream.of(Output.of(new ResultJson())))
          .flatMap(outputs -> outputs)
          .toList();

  private Reports() {}

  /**
   * One kind of output.
   *
   * @param id {@link Report#id} of its reports
   * @param asked whether page settings ask for it
   * @param reports what it is of some findings
   * @param known those of its files that have the same name whatever the findings
   */
  private record Output(
      String id,
      Predicate<PageSettings> asked,
      Function<Findings, List<Report>> reports,
      List<Report> known) {

    /** One file, whatever the settings and the findings. */
    static Output of(Report report) {
      return new Output(report.id(), page -> true, findings -> List.of(report), List.of(report));
    }

    /** The name of a picture's file without its folder; empty for anything else. */
    String lastName() {
      return isPicture() ? known.get(0).fileName().replaceFirst("^.*/", "") : "";
    }

    boolean isPicture() {
      return known.stream().anyMatch(Report::isPicture);
    }
  }

  /**
   * The outputs that can be had with these page settings, by their {@link Report#id}, in their
   * order.
   *
   * @param pictures whether those too that are pictures
   */
  public static List<String> ids(PageSettings page, boolean pictures) {
    return OUTPUTS.stream()
        .filter(output -> output.asked.test(page) && (pictures || !output.isPicture()))
        .map(Output::id)
        .distinct()
        .toList();
  }

  /** The files by whose names one of two formats of a picture can be asked for. */
  public static List<String> pictures(boolean pictures) {
    return OUTPUTS.stream()
        .filter(output -> pictures && output.isPicture())
        .map(Output::lastName)
        .toList();
  }

  /**
   * The outputs of these findings that have one of {@code names}: an {@link #ids id}, or the name
   * of a picture's file.
   */
  public static List<Report> of(Findings findings, Collection<String> names) {
    return OUTPUTS.stream()
        .filter(output -> names.contains(output.id) || names.contains(output.lastName()))
        .flatMap(output -> output.reports.apply(findings).stream())
        .toList();
  }

  /**
   * All others, as far as their names are known beforehand: where only {@code wanted} is written,
   * old ones would be of other figures.
   */
  public static List<Report> besides(List<Report> wanted) {
    Set<String> names = wanted.stream().map(Report::fileName).collect(Collectors.toSet());
    return OUTPUTS.stream()
        .flatMap(output -> output.known.stream())
        .filter(report -> !names.contains(report.fileName()))
        .toList();
  }
}
