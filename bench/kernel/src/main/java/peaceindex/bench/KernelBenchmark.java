package peaceindex.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import peaceindex.formula.Formula;
import peaceindex.index.Dimension;
import peaceindex.index.IndexCalculator;
import peaceindex.index.IndexDefinition;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.index.Node;
import peaceindex.index.Part;
import peaceindex.index.Polarity;
import peaceindex.index.Reference;
import peaceindex.index.ZeroDenominator;
import peaceindex.index.aggregate.Arithmetic;
import peaceindex.index.normalise.MinMax;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Fields;
import peaceindex.panel.Frequency;
import peaceindex.panel.Group;
import peaceindex.panel.Origins;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.panel.Unit;
import peaceindex.panel.Versions;
import peaceindex.problem.Text;
import peaceindex.ranking.RankingRules;
import peaceindex.ranking.Standing;
import peaceindex.ranking.TiePolicy;
import peaceindex.ranking.Trend;
import peaceindex.sheet.SheetReader;

/**
 * What the kernel takes once it is warm: one period from its figures to its ranks, and one sheet
 * from its bytes to its cells.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class KernelBenchmark {
  private static final int INDICATORS = 12;
  private static final int DIMENSIONS = 3;
  private static final Period MONTH = Period.month(2025, 12);

  /** A month of figures: for each indicator a part and its whole, as a rate of which it is scored. */
  @State(Scope.Benchmark)
  public static class Month {
    @Param({"15", "150", "3000", "40000"})
    public int units;

    IndexDefinition index;
    Versions<RankingRules> rules;
    Panel panel;

    @Setup
    public void fill() {
      List<Unit> roster = new ArrayList<>();
      for (int unit = 0; unit < units; unit++) {
        roster.add(new Unit("u" + unit, "", Text.of("乡镇" + unit), List.of(), "all"));
      }
      List<Field> fields = new ArrayList<>();
      for (int field = 0; field < 2 * INDICATORS; field++) {
        Text name = Text.of("f" + field);
        fields.add(
            new Field("f" + field, name, List.of(), FieldKind.COUNT, Text.of("件"), "", "", ""));
      }
      panel =
          new Panel(
              new Roster(List.of(new Group("all", Text.of("全部"))), roster), new Fields(fields));
      Random random = new Random(1);
      for (int unit = 0; unit < units; unit++) {
        for (int i = 0; i < INDICATORS; i++) {
          int whole = random.nextInt(500);
          panel.put(MONTH, unit, 2 * i, random.nextInt(whole + 1), Origins.NONE);
          panel.put(MONTH, unit, 2 * i + 1, whole, Origins.NONE);
        }
      }
      index =
          new IndexDefinition(
              "peace", Text.of("平安指数"), Text.of("县"), Frequency.MONTH, new Versions<>(Map.of(MONTH, tree())));
      rules =
          new Versions<>(Map.of(MONTH, new RankingRules(2, TiePolicy.MINIMUM, List.of())));
    }

    private static IndexTree tree() {
      List<Node> dimensions = new ArrayList<>();
      for (int d = 0; d < DIMENSIONS; d++) {
        List<Node> children = new ArrayList<>();
        for (int i = d; i < INDICATORS; i += DIMENSIONS) {
          children.add(indicator(i));
        }
        dimensions.add(
            new Dimension("d" + d, Text.of("维度" + d), d + 1, children, new Arithmetic(), 0.6));
      }
      Text name = Text.of("平安指数");
      return new IndexTree(
          new Dimension("peace", name, 1, dimensions, new Arithmetic(), 0.6), Text.of(""));
    }

    private static Indicator indicator(int i) {
      Formula rate =
          Formula.multiply(
              Formula.divide(
                  new Formula.Variable("f" + 2 * i), new Formula.Variable("f" + (2 * i + 1))),
              Formula.constant(100));
      return new Indicator(
          "i" + i,
          Text.of("指标" + i),
          1 + i % 3,
          "",
          rate,
          Text.of("%"),
          2,
          i % 4 == 0 ? Polarity.NEGATIVE : Polarity.POSITIVE,
          List.of(new Part(1, new MinMax(), Reference.UNITS)),
          ZeroDenominator.counts(100));
    }
  }

  /** A sheet of 3,000 rows with a name and 14 figures each. */
  @State(Scope.Benchmark)
  public static class OneSheet {
    Path file;

    @Setup(Level.Trial)
    public void write() throws IOException {
      Random random = new Random(1);
      file = Files.createTempFile("kernel", ".xlsx");
      try (SXSSFWorkbook book = new SXSSFWorkbook();
          OutputStream out = Files.newOutputStream(file)) {
        SXSSFSheet sheet = book.createSheet("月报");
        for (int r = 0; r <= 3000; r++) {
          SXSSFRow row = sheet.createRow(r);
          row.createCell(0).setCellValue(r == 0 ? "单位" : "乡镇" + r);
          for (int c = 1; c <= 14; c++) {
            if (r == 0) {
              row.createCell(c).setCellValue("数据" + c);
            } else {
              row.createCell(c).setCellValue(random.nextInt(500));
            }
          }
        }
        book.write(out);
      }
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
      Files.deleteIfExists(file);
    }
  }

  /** Derives, normalises, weights and aggregates, then publishes and ranks. */
  @Benchmark
  public Standing score(Month month) {
    return new Trend(
            new IndexCalculator(month.index, month.panel).calculate(), month.rules, month.panel)
        .at(MONTH)
        .orElseThrow();
  }

  /** Opens a workbook and reads all its cells. */
  @Benchmark
  public SheetReader.Result read(OneSheet sheet) {
    return SheetReader.read(sheet.file, "kernel.xlsx");
  }
}
