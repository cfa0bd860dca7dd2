package peaceindex.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import peaceindex.sample.ReceiptsWorkbook.Receipt;

/**
 * Writes the sample returns of the fictional 青禾县: consolidated workbooks for 2024, a form per unit
 * for 2025, and the register of receipts.
 *
 * <p>To renew the committed sample, run {@link #main}; what is irregular in it on purpose is in
 * {@link Anomalies}.
 */
public final class SampleWorkspace {

  private static final int YEAR_OF_FORMS = 2025;

  /** Nothing arrives on the first, which is a holiday in January, May and October. */
  private static final int FIRST_DAY = 2;

  private static final int DUE_DAY = 5;
  private static final long RECEIPT_SEED = 20_250_105L;

  private SampleWorkspace() {}

  /** Writes the sample into the folder given, or into {@code input}. */
  public static void main(String[] args) {
    write(Path.of(args.length == 0 ? "input" : args[0]));
  }

  /** Writes all files of the sample; files of the same name are replaced, others stay. */
  public static void write(Path inputFolder) {
    List<SampleReturn> returns = SampleCounty.returns();
    List<Receipt> receipts = receipts(returns);
    try {
      for (YearMonth month : SampleCounty.months()) {
        if (month.getYear() < YEAR_OF_FORMS) {
          List<SampleReturn> table = returns.stream().filter(r -> r.month().equals(month)).toList();
          ConsolidatedWorkbook.write(month, table, folder(inputFolder, month));
        }
      }
      for (Receipt receipt : receipts) {
        Path folder = folder(inputFolder, receipt.filed().month());
        Path place = receipt.correction() ? folder.resolve(ReturnForm.CORRECTIONS) : folder;
        ReturnForm.write(receipt.filed(), receipt.received(), remark(receipt), place);
      }
      ReceiptsWorkbook.write(receipts, inputFolder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(Path inputFolder, YearMonth month) {
    return inputFolder.resolve(month.toString());
  }

  /** The forms in the order in which they arrived. */
  private static List<Receipt> receipts(List<SampleReturn> returns) {
    Random random = new Random(RECEIPT_SEED);
    List<Receipt> receipts = new ArrayList<>();
    for (SampleReturn filed : returns) {
      if (filed.month().getYear() < YEAR_OF_FORMS || Anomalies.isMissing(filed)) {
        continue;
      }
      receipts.addAll(receipts(filed, dayInTime(filed.month(), random)));
    }
    receipts.sort(
        Comparator.comparing((Receipt r) -> r.filed().month()).thenComparing(Receipt::received));
    return receipts;
  }

  private static List<Receipt> receipts(SampleReturn filed, LocalDate inTime) {
    if (Anomalies.isLate(filed)) {
      return List.of(new Receipt(filed, Anomalies.LATE_RECEIVED, false, false, "逾期报送"));
    }
    if (Anomalies.isCorrected(filed)) {
      LocalDate before = Anomalies.CORRECTION_RECEIVED.minusDays(2);
      String note = "更正" + Anomalies.CORRECTED_FIELD.label();
      return List.of(
          new Receipt(Anomalies.original(filed), before, false, false, ""),
          new Receipt(filed, Anomalies.CORRECTION_RECEIVED, true, false, note));
    }
    return List.of(new Receipt(filed, inTime, false, isTyped(filed), ""));
  }

  /** A working day of the following month, up to the due day. */
  private static LocalDate dayInTime(YearMonth month, Random random) {
    List<LocalDate> days =
        IntStream.rangeClosed(FIRST_DAY, DUE_DAY)
            .mapToObj(month.plusMonths(1)::atDay)
            .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
            .toList();
    return days.get((int) (random.nextDouble() * days.size()));
  }

  /** The clerk typed a few dates as text. */
  private static boolean isTyped(SampleReturn filed) {
    return filed.unit() == SampleUnit.ZHUSHAN && filed.month().getMonthValue() >= 10;
  }

  private static String remark(Receipt receipt) {
    if (receipt.correction()) {
      return "原报" + Anomalies.CORRECTED_FIELD.label() + "有误";
    }
    return receipt.filed().unit().position() % 3 == 0 ? "数据截至月末24时" : "";
  }
}
