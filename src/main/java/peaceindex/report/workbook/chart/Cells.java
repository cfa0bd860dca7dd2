package peaceindex.report.workbook.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cells from which a chart is drawn.
 *
 * @param range as a formula says it: {@code 'Sheet 1'!$B$5:$B$19}
 * @param shown what stands in them; {@code null} where nothing does, which a chart leaves blank
 * @param <T> words or figures
 */
public record Cells<T>(String range, List<@Nullable T> shown) {
  public Cells {
    shown = Collections.unmodifiableList(new ArrayList<>(shown));
  }
}
