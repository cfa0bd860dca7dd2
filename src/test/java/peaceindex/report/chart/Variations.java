package peaceindex.report.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import peaceindex.index.Dimension;
import peaceindex.index.IndexCalculator;
import peaceindex.index.IndexDefinition;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.index.Node;
import peaceindex.index.Part;
import peaceindex.index.Reference;
import peaceindex.index.aggregate.Aggregation;
import peaceindex.index.normalise.Normalisation;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.panel.Unit;
import peaceindex.panel.Versions;
import peaceindex.problem.Lang;
import peaceindex.problem.Text;
import peaceindex.ranking.Band;
import peaceindex.ranking.RankingRules;
import peaceindex.ranking.Trend;
import peaceindex.report.Findings;
import peaceindex.report.SyntheticFindings;

/** Synthetic findings with one thing or another changed, scored anew. */
final class Variations {
  private static final Map<String, String> ENGLISH =
      Map.ofEntries(
          Map.entry("i0", "Dispute resolution rate"),
          Map.entry("i1", "Petition matters closed on time"),
          Map.entry("i2", "Grid matters handled"),
          Map.entry("i3", "Hotline requests closed"),
          Map.entry("i4", "Criminal cases"),
          Map.entry("i5", "Theft cases"),
          Map.entry("i6", "Telecom fraud cases"),
          Map.entry("i7", "Road accidents"),
          Map.entry("i8", "Hazards put right"),
          Map.entry("i9", "Sense of safety"),
          Map.entry("i10", "Public satisfaction"),
          Map.entry("i11", "Awareness of the programme"),
          Map.entry("d0", "Dispute resolution"),
          Map.entry("d1", "Public safety"),
          Map.entry("d2", "Public satisfaction"));

  private final Findings base;
  private UnaryOperator<Unit> unit = u -> u;
  private UnaryOperator<Normalisation> normalisation = n -> n;
  private UnaryOperator<Aggregation> aggregation = a -> a;
  private List<Band> bands;
  private int rulesOfMonthsAgo;
  private boolean nobodyNow;

  private Variations(Findings base) {
    this.base = base;
    this.bands = base.standing().rules().bands();
  }

  /** The synthetic county with the English names of a real one. */
  static Variations of(int units, int months, Lang lang) {
    return new Variations(SyntheticFindings.of(units, months, lang));
  }

  Variations units(UnaryOperator<Unit> change) {
    unit = change;
    return this;
  }

  Variations scoredBy(Normalisation method) {
    normalisation = n -> method;
    return this;
  }

  Variations aggregatedBy(Aggregation method) {
    aggregation = a -> method;
    return this;
  }

  Variations withoutBands() {
    bands = List.of();
    return this;
  }

  /** The present rules hold only for the last {@code months}; before, the parts weighed alike. */
  Variations rulesSince(int months) {
    rulesOfMonthsAgo = months;
    return this;
  }

  /** Nothing of what was sent for the published period can be used. */
  Variations nobodyNow() {
    nobodyNow = true;
    return this;
  }

  Findings findings() {
    Panel panel = panel();
    IndexDefinition old = base.index();
    Period first = base.trend().periods().get(0);
    Dimension root = old.trees().all().get(0).root();
    Map<Period, IndexTree> trees = new HashMap<>();
    if (rulesOfMonthsAgo > 0) {
      trees.put(
          first,
          new IndexTree((Dimension) change(root, true), new Text("2024年考核办法", "Rules of 2024")));
      Period since =
          new Period(base.period().frequency(), base.period().ordinal() - rulesOfMonthsAgo + 1);
      trees.put(
          since,
          new IndexTree((Dimension) change(root, false), new Text("2025年考核办法", "Rules of 2025")));
    } else {
      trees.put(
          first,
          new IndexTree((Dimension) change(root, false), new Text("2025年考核办法", "Rules of 2025")));
    }
    IndexDefinition index =
        new IndexDefinition(
            old.id(), old.name(), old.area(), old.frequency(), new Versions<>(trees));
    RankingRules rules = base.standing().rules();
    Trend trend =
        new Trend(
            new IndexCalculator(index, panel).calculate(),
            new Versions<>(Map.of(first, new RankingRules(rules.decimals(), rules.ties(), bands))),
            panel);
    return new Findings(
        index, base.page(), panel, trend, base.period(), base.problems(), base.lang(), base.date());
  }

  private Node change(Node node, boolean alike) {
    if (node instanceof Indicator i) {
      return new Indicator(
          i.id(),
          named(i.id(), i.name()),
          i.weight(),
          i.expression(),
          i.value(),
          i.unit(),
          i.decimals(),
          i.polarity(),
          List.of(
              new Part(1, normalisation.apply(i.parts().get(0).normalisation()), Reference.UNITS)),
          i.zeroDenominator());
    }
    Dimension d = (Dimension) node;
    List<Node> children = new ArrayList<>();
    d.children().forEach(child -> children.add(change(child, alike)));
    return new Dimension(
        d.id(),
        named(d.id(), d.name()),
        alike ? 1 : d.weight(),
        children,
        aggregation.apply(d.aggregation()),
        d.minimumShare());
  }

  private static Text named(String id, Text name) {
    return new Text(name.zh(), ENGLISH.getOrDefault(id, name.en()));
  }

  private Panel panel() {
    Panel old = base.panel();
    Roster roster =
        new Roster(old.roster().groups(), old.roster().units().stream().map(unit).toList());
    Panel panel = new Panel(roster, old.fields());
    for (Period period : old.periods()) {
      for (int u = 0; u < roster.size(); u++) {
        if (!old.hasArrived(period, u)) {
          continue;
        }
        for (int f = 0; f < old.fields().size(); f++) {
          boolean silent = nobodyNow && period.equals(base.period());
          CellStatus status = silent ? CellStatus.UNUSABLE : old.status(period, u, f);
          if (status == CellStatus.REPORTED) {
            panel.put(period, u, f, old.value(period, u, f), old.packedOrigin(period, u, f));
          } else {
            panel.mark(period, u, f, status, old.packedOrigin(period, u, f));
          }
        }
      }
    }
    return panel;
  }
}
