package peaceindex.report.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import peaceindex.problem.Messages;
import peaceindex.problem.Text;
import peaceindex.report.Findings;
import peaceindex.report.Report;

/** All charts as reports. */
public final class Charts {
  // Lambdas, not method references: those would load the charts, and with them AWT, at once.
  private static final List<Entry> CHARTS =
      List.of(
          new Entry("ranking", () -> new RankingChart()),
          new Entry("trend", () -> new TrendChart()),
          new Entry("heatmap", () -> new HeatmapChart()),
          new Entry("contributions", () -> new ContributionsChart()));

  private Charts() {}

  /** Every chart as PNG and as SVG: {@code charts/ranking.png}, {@code charts/ranking.svg} … */
  public static List<Report> all() {
    return CHARTS.stream()
        .flatMap(chart -> Stream.of(Format.values()).map(format -> picture(chart, format)))
        .toList();
  }

  private static Report picture(Entry chart, Format format) {
    return new Picture(chart.name, format, chart.maker);
  }

  private record Entry(String name, Supplier<Chart> maker) {}

  enum Format {
    PNG,
    SVG;

    String extension() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One chart in one format. */
  record Picture(String name, Format format, Supplier<Chart> chart) implements Report {

    @Override
    public String fileName() {
      return "charts/" + name + "." + format.extension();
    }

    @Override
    public Text title() {
      Text what = Messages.phrase("chart." + name + ".file");
      return Messages.phrase("chart.file", "chart", what, "format", format);
    }

    @Override
    public boolean isPicture() {
      return true;
    }

    /**
     * {@inheritDoc}
     *
     * @throws PicturesUnavailableException if this machine's Java cannot draw; nothing is written
     */
    @Override
    public void write(Findings findings, Path file) throws IOException {
      byte[] picture = draw(findings);
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.write(file, picture);
    }

    private byte[] draw(Findings findings) throws IOException {
      try {
        Studio studio = new Studio();
        Page page = chart.get().page(findings);
        return format == Format.PNG ? studio.png(page) : studio.svg(page);
      } catch (LinkageError | InternalError e) {
        throw new PicturesUnavailableException(e);
      }
    }
  }
}
