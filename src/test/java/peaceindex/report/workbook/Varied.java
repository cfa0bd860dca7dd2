package peaceindex.report.workbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import peaceindex.index.Dimension;
import peaceindex.index.IndexCalculator;
import peaceindex.index.IndexDefinition;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.index.Node;
import peaceindex.index.Part;
import peaceindex.index.Reference;
import peaceindex.index.normalise.Normalisation;
import peaceindex.index.normalise.ZScore;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.panel.Unit;
import peaceindex.panel.Versions;
import peaceindex.problem.CellRef;
import peaceindex.problem.Text;
import peaceindex.ranking.RankingRules;
import peaceindex.ranking.Trend;
import peaceindex.report.Findings;

/** Findings changed in one respect. */
final class Varied {
  private Varied() {}

  /** Other names for the units, and for the files that they sent. */
  static Findings named(Findings of, UnaryOperator<String> name) {
    Panel old = of.panel();
    List<Unit> units =
        old.roster().units().stream()
            .map(
                u ->
                    new Unit(
                        u.id(),
                        u.code(),
                        new Text(name.apply(u.name().zh()), name.apply(u.name().en())),
                        u.aliases(),
                        u.group()))
            .toList();
    Panel panel = new Panel(new Roster(old.roster().groups(), units), old.fields());
    for (Period period : old.periods()) {
      for (int unit = 0; unit < units.size(); unit++) {
        for (int field = 0; field < old.fields().size(); field++) {
          CellStatus status = old.status(period, unit, field);
          Optional<CellRef> cell = old.origin(period, unit, field);
          if (cell.isPresent()) {
            long origin = panel.origins().pack(name.apply(cell.get().file()), "=1+1", field, 1);
            if (status == CellStatus.REPORTED) {
              panel.put(period, unit, field, old.value(period, unit, field), origin);
            } else {
              panel.mark(period, unit, field, status, origin);
            }
          }
        }
      }
    }
    return with(of, of.index(), panel);
  }

  /** From the published period on, the last indicator is gone and the first scored by z-score. */
  static Findings withNewRules(Findings of) {
    IndexTree old = of.standing().tree();
    List<Node> dimensions =
        old.root().children().stream().map(Dimension.class::cast).map(Varied::shortened).toList();
    Dimension root = old.root();
    IndexTree tree =
        new IndexTree(
            new Dimension(
                root.id(),
                root.name(),
                root.weight(),
                dimensions,
                root.aggregation(),
                root.minimumShare()),
            Text.of("2026年考核办法"));
    Map<Period, IndexTree> trees = new TreeMap<>();
    trees.put(of.trend().periods().get(0), old);
    trees.put(of.period(), tree);
    IndexDefinition index =
        new IndexDefinition(
            of.index().id(),
            of.index().name(),
            of.index().area(),
            of.index().frequency(),
            new Versions<>(trees));
    return with(of, index, of.panel());
  }

  private static Node shortened(Dimension dimension) {
    List<Node> children =
        dimension.children().stream()
            .filter(node -> !node.id().equals("i11"))
            .map(
                node ->
                    node.id().equals("i0") ? scored((Indicator) node, new ZScore(70, 10)) : node)
            .toList();
    return new Dimension(
        dimension.id(),
        dimension.name(),
        dimension.weight(),
        children,
        dimension.aggregation(),
        dimension.minimumShare());
  }

  private static Node scored(Indicator i, Normalisation normalisation) {
    return new Indicator(
        i.id(),
        i.name(),
        i.weight(),
        i.expression(),
        i.value(),
        i.unit(),
        i.decimals(),
        i.polarity(),
        List.of(new Part(1, normalisation, Reference.UNITS)),
        i.zeroDenominator());
  }

  private static Findings with(Findings of, IndexDefinition index, Panel panel) {
    RankingRules rules = of.standing().rules();
    Trend trend =
        new Trend(
            new IndexCalculator(index, panel).calculate(),
            new Versions<>(Map.of(of.trend().periods().get(0), rules)),
            panel);
    return new Findings(
        index, of.page(), panel, trend, of.period(), of.problems(), of.lang(), of.date());
  }

  /** As it was published in an earlier period. */
  static Findings at(Findings of, Period period) {
    return new Findings(
        of.index(), of.page(), of.panel(), of.trend(), period, of.problems(), of.lang(), of.date());
  }
}
