package peaceindex.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumData;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumDataSource;
import peaceindex.problem.Lang;
import peaceindex.report.AdjustedFindings;
import peaceindex.report.Findings;
import peaceindex.report.SyntheticFindings;
import peaceindex.workbooks.XlsxPackage;

/** The charts of a workbook: what they are drawn of, and that it is what stands in the cells. */
class ChartsPageTest {
  @TempDir Path folder;

  private Opened opened(Findings findings) throws IOException {
    return Opened.of(new ScoredWorkbook(), findings, folder);
  }

  private static List<XDDFChartData.Series> series(XSSFChart chart) {
    XDDFChartData data = chart.getChartSeries().get(0);
    return IntStream.range(0, data.getSeriesCount()).mapToObj(data::getSeries).toList();
  }

  /** What a chart keeps of its cells. */
  private static List<Object> figures(XDDFChartData.Series series) {
    CTNumDataSource source =
        series instanceof XDDFBarChartData.Series bars
            ? bars.getCTBarSer().getVal()
            : ((XDDFLineChartData.Series) series).getCTLineSer().getVal();
    CTNumData cache = source.getNumRef().getNumCache();
    List<Object> kept = new ArrayList<>(Collections.nCopies((int) cache.getPtCount().getVal(), ""));
    cache.getPtList().forEach(pt -> kept.set((int) pt.getIdx(), Double.valueOf(pt.getV())));
    return kept;
  }

  private static List<Object> names(XDDFChartData.Series series) {
    XDDFDataSource<?> source = series.getCategoryData();
    return IntStream.range(0, source.getPointCount())
        .mapToObj(i -> (Object) source.getPointAt(i))
        .toList();
  }

  /** What stands in the cells to which a chart points. */
  private static List<Object> cells(Opened book, String range) {
    List<Object> cells = new ArrayList<>();
    for (CellReference at :
        new AreaReference(range, book.workbook().getSpreadsheetVersion()).getAllReferencedCells()) {
      var cell = book.sheet(at.getSheetName()).getRow(at.getRow()).getCell(at.getCol());
      cells.add(Opened.value(cell));
    }
    return cells;
  }

  private static List<XSSFChart> charts(Opened book, String sheet) {
    return book.sheet(sheet).getDrawingPatriarch().getCharts();
  }

  @Test
  void showTheRankingItsPartsAndTheTrend() throws IOException {
    Findings findings = SyntheticFindings.of(15, 14, Lang.ZH);
    List<XSSFChart> charts = charts(opened(findings), "图表");
    assertThat(charts.stream().map(chart -> chart.getTitleText().getString()))
        .containsExactly("青禾县2025年12月平安指数排名", "青禾县2025年12月平安指数得分构成", "青禾县2025年12月平安指数走势");
    XDDFChartData.Series ranking = series(charts.get(0)).get(0);
    List<Integer> order = findings.standing().ranking();
    assertThat(figures(ranking))
        .containsExactlyElementsOf(
            order.stream().map(unit -> (Object) findings.standing().published(unit)).toList());
    assertThat(names(ranking)).startsWith(findings.panel().roster().get(order.get(0)).name().zh());
    assertThat(series(charts.get(1))).hasSize(3);
    assertThat(series(charts.get(2))).hasSize(3);
    assertThat(names(series(charts.get(2)).get(0)))
        .hasSize(13)
        .startsWith("2024年12月")
        .endsWith("2025年12月");
  }

  static Stream<Arguments> findings() {
    return Stream.of(
        Arguments.of("three units", SyntheticFindings.of(3, 2, Lang.ZH)),
        Arguments.of("a part without score", SyntheticFindings.of(15, 14, Lang.EN)),
        Arguments.of("more than are drawn", SyntheticFindings.of(70, 2, Lang.ZH)),
        Arguments.of("points", AdjustedFindings.of(3, Lang.ZH)),
        Arguments.of("other rules", Varied.withNewRules(SyntheticFindings.of(15, 14, Lang.ZH))),
        Arguments.of(
            "names like formulas",
            Varied.named(SyntheticFindings.of(5, 2, Lang.ZH), name -> "=1+\"<&" + name)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("findings")
  void keepWhatStandsInTheCells(String what, Findings findings) throws IOException {
    Opened book = opened(findings);
    String sheet = findings.lang() == Lang.ZH ? "图表" : "Charts";
    assertThat(charts(book, sheet)).hasSize(3);
    for (XSSFChart chart : charts(book, sheet)) {
      for (XDDFChartData.Series series : series(chart)) {
        assertThat(names(series))
            .isEqualTo(cells(book, series.getCategoryData().getDataRangeReference()));
        assertThat(figures(series))
            .isEqualTo(cells(book, series.getValuesData().getDataRangeReference()));
      }
    }
    assertThat(XlsxPackage.faults(folder.resolve("scored.xlsx"))).isEmpty();
  }

  @Test
  void whatIsMissingIsAGap() throws IOException {
    Findings findings = SyntheticFindings.of(15, 2, Lang.ZH);
    int place = findings.standing().ranking().indexOf(13);
    assertThat(findings.standing().published(1, 13)).isNaN();
    XDDFChartData.Series part = series(charts(opened(findings), "图表").get(1)).get(0);
    assertThat(figures(part).get(place)).isEqualTo("");
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "60, 59", "61, 60", "62, 61", "150, 61"})
  void ofManyUnitsOnlyTheEndsAreDrawn(int units, int drawn) throws IOException {
    Opened book = opened(SyntheticFindings.of(units, 1, Lang.ZH));
    List<XSSFChart> charts = charts(book, "图表");
    assertThat(charts).as("no line of one period").hasSize(2);
    assertThat(names(series(charts.get(0)).get(0))).hasSize(drawn);
    if (units > 61) {
      assertThat(book.text("图表")).contains("图中列出前 30 名和后 30 名");
    } else {
      assertThat(book.text("图表")).doesNotContain("图中列出");
    }
  }

  @Test
  void nameNoFont() throws IOException {
    for (XSSFChart chart : charts(opened(SyntheticFindings.of(3, 2, Lang.ZH)), "图表")) {
      assertThat(chart.getCTChartSpace().xmlText()).doesNotContain("typeface");
    }
  }

  @Test
  void sheetsAreLockedButForFiltersAndLooks() throws IOException {
    for (var any : opened(SyntheticFindings.of(3, 2, Lang.ZH)).workbook()) {
      XSSFSheet sheet = (XSSFSheet) any;
      assertThat(sheet.isSheetLocked()).isTrue();
      assertThat(sheet.getCTWorksheet().getSheetProtection().isSetPassword()).isFalse();
      assertThat(sheet.isAutoFilterLocked()).isFalse();
      assertThat(sheet.isFormatColumnsLocked()).isFalse();
      assertThat(sheet.isObjectsLocked()).as("charts").isFalse();
      assertThat(sheet.isSelectLockedCellsLocked()).isFalse();
    }
  }
}
