/**
 * The pictures: each chart as PNG and as SVG, drawn from the same page.
 *
 * <p>A chart ({@link peaceindex.report.chart.Chart}) lays findings out on a {@link
 * peaceindex.report.chart.Page}; the {@link peaceindex.report.chart.Studio} turns a page into
 * bytes. JFreeChart draws what has an axis; columns of text, legends and notes are set by the page,
 * so that all charts share one face. A new chart is one file and one line in {@link
 * peaceindex.report.chart.Charts}.
 *
 * <p>AWT is loaded when the first chart is drawn, not before: on a machine without it everything
 * else must still work. Hence no class that {@code Charts} touches names an AWT type.
 */
@NullMarked
package peaceindex.report.chart;

import org.jspecify.annotations.NullMarked;
