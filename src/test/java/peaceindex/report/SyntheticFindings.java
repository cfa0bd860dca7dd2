package peaceindex.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
import peaceindex.index.normalise.Goalposts;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Fields;
import peaceindex.panel.Frequency;
import peaceindex.panel.Group;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.panel.Unit;
import peaceindex.panel.Versions;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Lang;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;
import peaceindex.ranking.Band;
import peaceindex.ranking.RankingRules;
import peaceindex.ranking.TiePolicy;
import peaceindex.ranking.Trend;

/** Findings for tests of reports, made from a seed without any workbook or configuration. */
public final class SyntheticFindings {
  private static final String[] NAMES = {
    "城关街道", "东湖街道", "西屏街道", "南浦街道", "北苑街道", "青石镇", "云溪镇", "龙潭镇", "石桥镇", "白马镇", "大河镇", "双溪镇", "安平镇",
    "高岭乡", "竹山乡"
  };
  private static final String[] INDICATORS = {
    "纠纷化解率", "信访事项按期办结率", "网格事项有效处置率", "热线诉求办结率",
    "刑事案件万人发案率", "盗窃案件万人发案率", "电信网络诈骗万人发案率", "道路交通事故万人发生率",
    "安全隐患整改率", "群众安全感", "群众满意度", "平安建设知晓率"
  };
  private static final String[] DIMENSIONS = {"矛盾纠纷化解", "治安防控", "群众满意度"};
  private static final int[] FIRST = {0, 4, 9, 12};

  private SyntheticFindings() {}

  /**
   * @param units number of units; beyond 15 their names are numbered
   * @param months months up to 2025-12
   */
  public static Findings of(int units, int months, Lang lang) {
    Roster roster = roster(units);
    Fields fields = fields();
    Panel panel = new Panel(roster, fields);
    fill(panel, months);
    Period first = Period.month(2025, 12);
    for (int i = 1; i < months; i++) {
      first = first.previous().orElseThrow();
    }
    IndexDefinition index =
        new IndexDefinition(
            "peace",
            new Text("平安指数", "Peace Index"),
            new Text("青禾县", "Qinghe County"),
            Frequency.MONTH,
            new Versions<>(Map.of(first, tree())));
    RankingRules rules =
        new RankingRules(
            2,
            TiePolicy.MINIMUM,
            List.of(
                new Band(
                    "excellent",
                    new Text("优秀", "Excellent"),
                    90,
                    Double.POSITIVE_INFINITY,
                    "#2E7D32"),
                new Band("good", new Text("良好", "Good"), 80, 90, "#1E6FB8"),
                new Band("fair", new Text("一般", "Fair"), 70, 80, "#F2A900"),
                new Band("poor", new Text("较差", "Poor"), Double.NEGATIVE_INFINITY, 70, "#C62828")));
    Trend trend =
        new Trend(
            new IndexCalculator(index, panel).calculate(),
            new Versions<>(Map.of(first, rules)),
            panel);
    CellRef cell = new CellRef("input/2025-12/大河镇_2025-12.xlsx", "填报表", "B8");
    Problem problem =
        Problem.of(
                Code.PART_EXCEEDS_WHOLE,
                cell,
                "part",
                new Text("矛盾纠纷化解数", "Disputes resolved"),
                "whole",
                new Text("矛盾纠纷受理数", "Disputes received"),
                "found",
                40,
                "expected",
                36)
            .about("u11", "f0");
    return new Findings(
        index,
        new PageSettings(
            new Text("青禾县平安建设领导小组办公室", "Office of the Peace-Building Leading Group"),
            List.of(
                new Text("制表", "Prepared by"),
                new Text("审核", "Checked by"),
                new Text("签发", "Approved by"))),
        panel,
        trend,
        Period.month(2025, 12),
        List.of(problem),
        lang,
        Optional.of("2026-01-10"));
  }

  private static Roster roster(int units) {
    List<Unit> all = new ArrayList<>();
    for (int i = 0; i < units; i++) {
      String zh = i < NAMES.length ? NAMES[i] : NAMES[i % NAMES.length] + (i / NAMES.length + 1);
      String group = i % NAMES.length < 5 ? "street" : "town";
      all.add(
          new Unit(
              "u" + (i + 1),
              "99012" + (1000 + i),
              new Text(zh, "Unit " + (i + 1)),
              List.of(),
              group));
    }
    return new Roster(
        List.of(
            new Group("street", new Text("街道", "Subdistricts")),
            new Group("town", new Text("镇乡", "Towns and townships"))),
        all);
  }

  private static Fields fields() {
    List<Field> all = new ArrayList<>();
    for (int i = 0; i < INDICATORS.length; i++) {
      all.add(
          new Field(
              "f" + i,
              new Text("数据" + INDICATORS[i], "Figure " + (i + 1)),
              List.of(),
              FieldKind.PERCENTAGE,
              Text.of("%"),
              "",
              "",
              "population"));
    }
    all.add(
        new Field(
            "population",
            new Text("常住人口", "Resident population"),
            List.of(),
            FieldKind.POPULATION,
            new Text("人", "persons"),
            "",
            "",
            ""));
    return new Fields(all);
  }

  private static IndexTree tree() {
    double[] weights = {40, 35, 25};
    List<Node> dimensions = new ArrayList<>();
    for (int d = 0; d < DIMENSIONS.length; d++) {
      List<Node> children = new ArrayList<>();
      for (int i = FIRST[d]; i < FIRST[d + 1]; i++) {
        boolean negative = i >= 4 && i < 8;
        children.add(
            new Indicator(
                "i" + i,
                new Text(INDICATORS[i], "Indicator " + (i + 1)),
                1 + i % 3,
                "数据" + INDICATORS[i],
                new Formula.Variable("f" + i),
                negative ? new Text("起/万人", "per 10 000") : Text.of("%"),
                2,
                negative ? Polarity.NEGATIVE : Polarity.POSITIVE,
                List.of(
                    new Part(
                        1,
                        new Goalposts(negative ? 0 : 60, negative ? 8 : 100, true),
                        Reference.UNITS)),
                ZeroDenominator.MISSING));
      }
      dimensions.add(
          new Dimension(
              "d" + d,
              new Text(DIMENSIONS[d], "Dimension " + (d + 1)),
              weights[d],
              children,
              new Arithmetic(),
              0.6));
    }
    return new IndexTree(
        new Dimension(
            "peace", new Text("平安指数", "Peace Index"), 1, dimensions, new Arithmetic(), 0.6),
        Text.of("2025年考核办法"));
  }

  /** Unit 12 sent nothing in the last month; unit 14 has one unusable and one blank figure. */
  private static void fill(Panel panel, int months) {
    Random random = new Random(7);
    Period period = Period.month(2025, 12);
    for (int back = 0; back < months; back++) {
      for (int unit = 0; unit < panel.roster().size(); unit++) {
        if (back == 0 && unit == 11) {
          continue;
        }
        double level = 0.55 + 0.4 * ((unit * 7) % 15) / 15 + 0.05 * Math.sin(back / 2.0);
        String file = "input/" + period + "/" + panel.roster().get(unit).name().zh() + ".xlsx";
        for (int f = 0; f < INDICATORS.length; f++) {
          double share = Math.max(0.02, Math.min(0.98, level + random.nextGaussian() * 0.06));
          double value = f >= 4 && f < 8 ? 8 * (1 - share) : 60 + 40 * share;
          long origin = panel.origins().pack(file, "填报表", 4 + f, 1);
          if (back == 0 && unit == 13 && f < 2) {
            panel.mark(
                period, unit, f, f == 0 ? CellStatus.UNUSABLE : CellStatus.NOT_REPORTED, origin);
          } else {
            panel.put(period, unit, f, Math.round(value * 100) / 100.0, origin);
          }
        }
        panel.put(
            period,
            unit,
            INDICATORS.length,
            8000 + unit * 5000,
            panel.origins().pack(file, "填报表", 20, 1));
      }
      period = period.previous().orElseThrow();
    }
  }
}
