package peaceindex.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import peaceindex.index.IndexCalculator;
import peaceindex.index.PeriodScores;
import peaceindex.index.PublishedScores;
import peaceindex.index.ScoreOf;
import peaceindex.index.Scores;
import peaceindex.index.SpanAverage;
import peaceindex.panel.Frequency;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;

/**
 * All indices over one panel. Each is scored when it is first asked for, after those of whose
 * published scores it is composed; configuration has made sure that they form no circle.
 */
public final class Assessment {
  private record Key(String index, Frequency frequency) {}

  private final Map<String, Scheme> schemes = new LinkedHashMap<>();
  private final Panel panel;
  private final Map<Key, Trend> trends = new HashMap<>();

  public Assessment(List<Scheme> schemes, Panel panel) {
    schemes.forEach(scheme -> this.schemes.put(scheme.id(), scheme));
    this.panel = panel;
  }

  /**
   * The standings of an index in all periods of a frequency.
   *
   * @param frequency that of the index, or one of the spans of its base periods
   */
  public Trend trend(String index, Frequency frequency) {
    Key key = new Key(index, frequency);
    Trend known = trends.get(key);
    if (known == null) {
      known = score(scheme(index), frequency);
      trends.put(key, known);
    }
    return known;
  }

  Scheme scheme(String index) {
    Scheme scheme = schemes.get(index);
    if (scheme == null) {
      throw new IllegalArgumentException("no index " + index);
    }
    return scheme;
  }

  private Trend score(Scheme scheme, Frequency frequency) {
    boolean isSpan = frequency != scheme.index().frequency();
    Scores scores =
        isSpan && scheme.spans() == Spans.AVERAGED
            ? averaged(trend(scheme.id(), scheme.index().frequency()), frequency)
            : calculator(scheme, panel).calculate(frequency);
    return new Trend(scores, scheme.rules(), panel, this::other);
  }

  /** What scores an index, over a panel that may differ from this one's in some figures. */
  IndexCalculator calculator(Scheme scheme, Panel of) {
    return new IndexCalculator(scheme.index(), of, scheme.adjustments(), new Published());
  }

  Panel panel() {
    return panel;
  }

  private Optional<Trend> other(String index) {
    return Optional.of(trend(index, scheme(index).index().frequency()));
  }

  private static Scores averaged(Trend base, Frequency frequency) {
    Map<Period, List<SpanAverage.Part>> bySpan = new TreeMap<>();
    for (Period period : base.periods()) {
      Standing standing = base.at(period).orElseThrow();
      period
          .within(frequency)
          .ifPresent(
              span -> bySpan.computeIfAbsent(span, s -> new ArrayList<>()).add(part(standing)));
    }
    if (frequency == Frequency.YEAR_TO_DATE) {
      bySpan.replaceAll(
          (span, parts) ->
              base.periods().stream()
                  .filter(span::covers)
                  .map(period -> part(base.at(period).orElseThrow()))
                  .toList());
    }
    List<PeriodScores> scores = new ArrayList<>();
    bySpan.forEach((span, parts) -> scores.add(SpanAverage.of(span, parts)));
    return new Scores(scores);
  }

  private static SpanAverage.Part part(Standing standing) {
    int nodes = standing.tree().size();
    double[][] published = new double[nodes][standing.units()];
    double[] pooled = new double[nodes];
    for (int n = 0; n < nodes; n++) {
      int node = n;
      Arrays.setAll(published[node], unit -> standing.published(node, unit));
      pooled[node] = standing.publishedPooled(node);
    }
    return new SpanAverage.Part(standing.scores(), published, pooled);
  }

  /** The published scores of the other indices. */
  private final class Published implements PublishedScores {

    @Override
    public double[] units(ScoreOf score, Period period) {
      double[] column = new double[panel.roster().size()];
      Optional<Standing> standing = trend(score.index(), period.frequency()).at(period);
      Arrays.setAll(
          column,
          unit -> {
            int node = standing.map(s -> node(score, s)).orElse(-1);
            return node < 0 ? Double.NaN : standing.orElseThrow().published(node, unit);
          });
      return column;
    }

    @Override
    public double county(ScoreOf score, Period period) {
      Optional<Standing> standing = trend(score.index(), period.frequency()).at(period);
      int node = standing.map(s -> node(score, s)).orElse(-1);
      return node < 0 ? Double.NaN : standing.orElseThrow().publishedPooled(node);
    }

    private static int node(ScoreOf score, Standing standing) {
      return score.node().isEmpty() ? 0 : standing.tree().find(score.node());
    }
  }
}
