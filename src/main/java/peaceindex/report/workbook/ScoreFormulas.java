package peaceindex.report.workbook;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import peaceindex.formula.Formula;
import peaceindex.formula.Formula.Beyond;
import peaceindex.formula.Formula.Parameter;
import peaceindex.formula.Formula.Statistic;
import peaceindex.formula.Formula.Variable;
import peaceindex.formula.Formula.WeightedMean;
import peaceindex.formula.Formula.WeightedMean.Term;
import peaceindex.formula.Statistics;
import peaceindex.formula.Worked;
import peaceindex.index.Dimension;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.index.PeriodScores;
import peaceindex.index.Reference;
import peaceindex.index.When;
import peaceindex.index.aggregate.Minimum;
import peaceindex.index.aggregate.RowWise;
import peaceindex.panel.CellStatus;
import peaceindex.report.workbook.excel.Excel;
import peaceindex.report.workbook.excel.ExcelFormula;
import peaceindex.report.workbook.excel.ExcelFormula.Places;
import peaceindex.report.workbook.excel.ExcelFormula.Ranges;
import peaceindex.report.workbook.excel.Template;
import peaceindex.report.workbook.excel.UnprintableException;

/** The exact scores as formulas: parts of indicators, indicators, dimensions, the index. */
final class ScoreFormulas {
  private static final String PAGE = "calculation";

  private final Formulas formulas;
  private final Marks marks;
  private final PeriodScores scores;
  private final ReferenceRows references;
  private final List<String> notExpected;

  /** A node by the rules of a group. */
  private record Ruled(IndexTree tree, int node) {}

  private final Map<Ruled, Optional<String>> why = new HashMap<>();

  /** A part of an indicator, or a dimension, by the rules of a group. */
  private record Grouped(String group, int node, int part) {}

  /** The scores of parts over the cell of a value; empty where no two units have the same. */
  private final Map<Grouped, Optional<Template>> parts = new HashMap<>();

  /**
   * The score of a dimension in the row of any unit.
   *
   * @param mayLackResult see {@link ScoreFormulas#mayLackResult}
   */
  private record Combined(Template score, boolean mayLackResult) {}

  private final Map<Grouped, Combined> dimensions = new HashMap<>();

  ScoreFormulas(Formulas formulas) {
    this.formulas = formulas;
    this.marks = new Marks(formulas.words());
    this.scores = formulas.standing().scores();
    this.references = new ReferenceRows(formulas);
    this.notExpected =
        List.of(CellStatus.NOT_DUE, CellStatus.NOT_APPLICABLE).stream()
            .filter(this::occurs)
            .map(marks::of)
            .toList();
  }

  private boolean occurs(CellStatus status) {
    for (int node = 0; node < formulas.tree().size(); node++) {
      if (scores.pooledStatus(node) == status) {
        return true;
      }
      for (int unit : formulas.units()) {
        if (scores.status(node, unit) == status) {
          return true;
        }
      }
    }
    return false;
  }

  // ---- what is a value, and why

  /** Which nodes are values and no formulas, for any unit, by the message that says why. */
  Map<String, Set<Integer>> values() {
    Set<IndexTree> trees = new LinkedHashSet<>();
    for (int unit : formulas.units()) {
      trees.add(formulas.tree().of(formulas.group(unit)));
    }
    Map<String, Set<Integer>> values = new LinkedHashMap<>();
    for (int node = 0; node < formulas.tree().size(); node++) {
      for (IndexTree tree : trees) {
        Optional<String> why = why(new Ruled(tree, node));
        if (why.isPresent()) {
          values.computeIfAbsent(why.get(), key -> new LinkedHashSet<>()).add(node);
        }
      }
    }
    return values;
  }

  /** Why the score of a node is a value; empty where it is a formula. */
  private Optional<String> why(Ruled node) {
    return scores.isAveraged()
        ? Optional.of("averaged")
        : why.computeIfAbsent(node, of -> why(of.tree(), of.node()));
  }

  private static Optional<String> why(IndexTree tree, int node) {
    if (tree.node(node) instanceof Indicator indicator) {
      boolean past =
          indicator.parts().stream()
              .anyMatch(
                  part ->
                      !isMember(part.reference())
                          && part.score(new Variable(Parameters.X), indicator.polarity())
                              .has(Beyond.class));
      return past ? Optional.of("past") : Optional.empty();
    }
    Dimension dimension = (Dimension) tree.node(node);
    if (!(dimension.aggregation() instanceof RowWise method)) {
      return Optional.of("acrossUnits");
    }
    try {
      ExcelFormula.print(method.combine(tree.parts(node), 1), new Longest(tree, node));
      return Optional.empty();
    } catch (UnprintableException e) {
      return Optional.of("long");
    }
  }

  /** Whether a unit's own value is one of those it is judged by, and they stand in the workbook. */
  private static boolean isMember(Reference reference) {
    return reference instanceof Reference.Figures figures
        && figures.when() instanceof When.Now
        && (figures.of() == Reference.Of.UNITS || figures.of() == Reference.Of.GROUP);
  }

  // ---- what stands in cells without a figure

  /** What stands for a score that is missing. */
  String mark(int node, UnitRow row) {
    if (row.who() == UnitRow.Who.MEAN) {
      return Cell.NOTHING;
    }
    if (row.who() == UnitRow.Who.POOLED) {
      return marks.missing(scores.pooledStatus(node));
    }
    return isWithoutResult(node, row)
        ? formulas.words().say("mark.withoutResult")
        : marks.missing(scores.status(node, row.unit()));
  }

  /** The exact score of a node in a row; of the root before points. */
  double score(int node, UnitRow row) {
    return switch (row.who()) {
      case UNIT ->
          node == 0 ? scores.indexBeforePoints(row.unit()) : scores.score(node, row.unit());
      case MEAN -> node == 0 ? Double.NaN : scores.meanScore(node);
      case POOLED -> scores.pooledScore(node);
    };
  }

  private double value(int node, UnitRow row) {
    return row.isUnit() ? scores.value(node, row.unit()) : scores.pooledValue(node);
  }

  /**
   * Whether a dimension has enough parts and yet no result, such as a geometric mean with a
   * negative part: then what is above it has none either.
   */
  private boolean isWithoutResult(int node, UnitRow row) {
    if (!Double.isNaN(score(node, row))) {
      return false;
    }
    IndexTree tree = formulas.tree(row);
    if (!(tree.node(node) instanceof Dimension dimension) || !mayLackResult(tree, node)) {
      return false;
    }
    Map<String, Double> columns = new HashMap<>();
    Set<String> none = new LinkedHashSet<>();
    for (int child : tree.children(node)) {
      if (tree.weight(child) > 0 && isWithoutResult(child, row)) {
        return true;
      }
      columns.put(IndexTree.column(child), score(child, row));
      if (!scores.status(child, row.unit()).isExpected()) {
        none.add(IndexTree.column(child));
      }
    }
    List<Term> terms = terms(tree, node);
    Formula enough = new WeightedMean(terms, 1, dimension.minimumShare());
    return dimension.aggregation() instanceof RowWise
        && !Double.isNaN(new Worked(enough, columns, none, Statistics.of(new double[0])).value());
  }

  private static boolean mayLackResult(IndexTree tree, int node) {
    if (!(tree.node(node) instanceof Dimension dimension)) {
      return false;
    }
    boolean itself =
        dimension.aggregation() instanceof RowWise method
            && !method.isAdditive()
            && !(method instanceof Minimum);
    return itself || tree.children(node).stream().anyMatch(child -> mayLackResult(tree, child));
  }

  // ---- formulas

  /** Whether the score of a node in a row is a formula, and no value. */
  boolean isFormula(int node, UnitRow row) {
    return row.who() == UnitRow.Who.MEAN || why(new Ruled(formulas.tree(row), node)).isEmpty();
  }

  /** The exact score of a node. */
  String node(int node, UnitRow row) {
    if (row.who() == UnitRow.Who.MEAN) {
      return Excel.mean(formulas.columnHere(PAGE, CalculationPage.node(node)), Cell.NOTHING);
    }
    return formulas.tree(row).node(node) instanceof Indicator indicator
        ? indicator(node, indicator, row)
        : dimension(node, row);
  }

  private String indicator(int node, Indicator indicator, UnitRow row) {
    if (indicator.parts().size() == 1) {
      return part(node, 0, row);
    }
    List<Term> terms =
        IntStream.range(0, indicator.parts().size())
            .mapToObj(
                p ->
                    new Term(
                        new Variable(Integer.toString(p)),
                        new Parameter(Integer.toString(p), indicator.parts().get(p).weight())))
            .toList();
    Dimension parent = (Dimension) formulas.tree().node(formulas.tree().parent(node));
    Formula blend = new WeightedMean(terms, 1, parent.minimumShare());
    return Excel.orElse(ExcelFormula.print(blend, new Blend(node, row)), mark(node, row));
  }

  /** The score of one part of an indicator. */
  String part(int node, int part, UnitRow row) {
    boolean isOnly = formulas.indicator(node, row).parts().size() == 1;
    String mark = isOnly ? mark(node, row) : partMark(node, row);
    String value = valueCell(node, row);
    Optional<Template> alike = row.isUnit() ? alike(node, part, row) : Optional.empty();
    String text =
        alike.isPresent()
            ? alike.get().fill(value)
            : ExcelFormula.print(formula(node, part, row), new Normalised(node, part, row, value));
    return Excel.ifNumber(value, Excel.orElse(text, mark), mark);
  }

  private Formula formula(int node, int part, UnitRow row) {
    Indicator indicator = formulas.indicator(node, row);
    return indicator.parts().get(part).score(new Variable(Parameters.X), indicator.polarity());
  }

  /** What units of a group have alike: all, unless each is judged by figures of its own. */
  private Optional<Template> alike(int node, int part, UnitRow row) {
    Grouped key = new Grouped(formulas.group(row.unit()), node, part);
    Optional<Template> known = parts.get(key);
    if (known == null) {
      Normalised places = new Normalised(node, part, row, Template.gap(0));
      Formula formula = formula(node, part, row);
      boolean isOwn =
          formula.has(Beyond.class)
              || (places.reference() instanceof Reference.Figures figures
                  && figures.of() == Reference.Of.OWN);
      known = isOwn ? Optional.empty() : Optional.of(new Template(formula, places));
      parts.put(key, known);
    }
    return known;
  }

  /** What stands for the score of a part that is missing. */
  String partMark(int node, UnitRow row) {
    return Double.isNaN(value(node, row)) ? mark(node, row) : marks.of(CellStatus.NO_REFERENCE);
  }

  private String dimension(int node, UnitRow row) {
    String mark = mark(node, row);
    if (!row.isUnit()) {
      // The county needs all parts, whatever share a dimension asks for.
      return Excel.orElse(
          ExcelFormula.print(combined(node, row, 1), new Children(node, row, number(row))), mark);
    }
    Combined combined = combined(node, row);
    String text = combined.score().fill(number(row));
    if (!combined.mayLackResult()) {
      return Excel.orElse(text, mark);
    }
    // Two reasons for having no score: too little of it is there, or it has no result.
    String lack = formulas.words().say("mark.withoutResult");
    IndexTree tree = formulas.tree(row);
    double share = ((Dimension) tree.node(node)).minimumShare();
    List<Term> terms = terms(tree, node);
    Children places = new Children(node, row, number(row));
    Ranges ranges = places.ranges(terms).orElseThrow();
    String enough = ExcelFormula.print(new WeightedMean(terms, 1, share), places);
    String missing = mark.equals(lack) ? marks.of(CellStatus.NOT_REPORTED) : mark;
    return "IF(SUMIF("
        + ranges.values()
        + ","
        + Excel.text(lack)
        + ","
        + ranges.stakes()
        + ")>0,"
        + Excel.text(lack)
        + ",IF(ISNUMBER("
        + enough
        + "),"
        + Excel.orElse(text, lack)
        + ","
        + Excel.text(missing)
        + "))";
  }

  private Formula combined(int node, UnitRow row, double share) {
    IndexTree tree = formulas.tree(row);
    Dimension dimension = (Dimension) tree.node(node);
    return ((RowWise) dimension.aggregation()).combine(tree.parts(node), share);
  }

  /** What all units of a group have alike. */
  private Combined combined(int node, UnitRow row) {
    Grouped key = new Grouped(formulas.group(row.unit()), node, 0);
    Combined known = dimensions.get(key);
    if (known == null) {
      IndexTree tree = formulas.tree(row);
      Formula formula = combined(node, row, ((Dimension) tree.node(node)).minimumShare());
      Template score = new Template(formula, new Children(node, row, Template.gap(0)));
      known = new Combined(score, mayLackResult(tree, node));
      dimensions.put(key, known);
    }
    return known;
  }

  private String number(UnitRow row) {
    return formulas.grid(PAGE).number(row.key());
  }

  private static List<Term> terms(IndexTree tree, int node) {
    return tree.parts(node).stream().map(c -> new Term(c.value(), c.coefficient())).toList();
  }

  private String valueCell(int node, UnitRow row) {
    return formulas.grid("values").cell(row.key(), ValuesPage.column(node));
  }

  // ---- where things stand

  /** For the score of one part of an indicator. */
  private final class Normalised implements Places {
    private final int node;
    private final int part;
    private final UnitRow row;
    private final String value;
    private final String group;

    /**
     * @param value the cell of the value
     */
    Normalised(int node, int part, UnitRow row, String value) {
      this.node = node;
      this.part = part;
      this.row = row;
      this.value = value;
      this.group = row.isUnit() ? formulas.group(row.unit()) : "";
    }

    private Reference reference() {
      return formulas.indicator(node, row).parts().get(part).reference();
    }

    @Override
    public String variable(String name) {
      return value;
    }

    @Override
    public String parameter(Parameter parameter) {
      return formulas.parameters().parameter(node, group, part, parameter).name();
    }

    @Override
    public String statistic(Statistic.Kind kind) {
      Optional<ReferenceRows.Row> of = references.of(reference(), node, row);
      if (of.isPresent()) {
        return formulas.grid("references").cell(of.get(), kind.name());
      }
      // A set figure is all there is of its reference.
      return switch (kind) {
        case MIN, MAX, MEAN -> formulas.parameters().target(node, group, part).name();
        case COUNT -> "1";
        case SD -> "0";
      };
    }

    @Override
    public String beyond(Beyond.Side side, Formula x) {
      if (!(x instanceof Variable)) {
        throw new UnprintableException("counts beyond what stands in no cell");
      }
      Grid here = formulas.grid(PAGE);
      String column = CalculationPage.compared(node);
      boolean below = side == Beyond.Side.BELOW;
      if (!row.isUnit()) {
        // The county is no member of what it is judged by.
        String all = formulas.columnHere(PAGE, column);
        String sign = below ? "\"<\"" : "\">\"";
        return "COUNTIF(" + all + "," + sign + "&ROUND(" + value + ",9))";
      }
      boolean byGroup = ((Reference.Figures) reference()).of() == Reference.Of.GROUP;
      List<Integer> among = byGroup ? formulas.groupOf(row.unit()) : formulas.units();
      String range = here.rangeHere(column, among.get(0), among.get(among.size() - 1));
      return "RANK("
          + here.here(row.key(), column)
          + ","
          + range
          + ","
          + (below ? "1" : "0")
          + ")-1";
    }
  }

  /** For what is made of columns that stand side by side on the page itself. */
  private abstract class Beside implements Places {
    private final String number;
    private final String weights;

    /**
     * @param number of the row on the page
     */
    Beside(UnitRow row, String number) {
      this.number = number;
      String group = row.isUnit() ? formulas.group(row.unit()) : "";
      this.weights = CalculationPage.weights(formulas.tree().groups().contains(group) ? group : "");
    }

    abstract String column(String name);

    /** The names of all the columns in their order. */
    abstract List<String> names();

    @Override
    public String variable(String name) {
      return formulas.grid(PAGE).letters(column(name)) + number;
    }

    @Override
    public String parameter(Parameter parameter) {
      return formulas.grid(PAGE).here(weights, column(parameter.name()));
    }

    @Override
    public Optional<Ranges> ranges(List<Term> terms) {
      List<String> names = names();
      boolean all =
          terms.size() == names.size()
              && IntStream.range(0, names.size())
                  .allMatch(
                      i ->
                          terms.get(i).value() instanceof Variable x
                              && x.name().equals(names.get(i))
                              && terms.get(i).stake() instanceof Parameter w
                              && w.name().equals(names.get(i)));
      if (!all) {
        return Optional.empty();
      }
      String first = column(names.get(0));
      String last = column(names.get(names.size() - 1));
      Grid here = formulas.grid(PAGE);
      String values = here.letters(first) + number + ":" + here.letters(last) + number;
      return Optional.of(new Ranges(values, here.across(weights, first, last)));
    }
  }

  /** For a dimension. */
  private final class Children extends Beside {
    private final int node;

    Children(int node, UnitRow row, String number) {
      super(row, number);
      this.node = node;
    }

    @Override
    String column(String name) {
      return CalculationPage.node(Integer.parseInt(name.substring(1)));
    }

    @Override
    List<String> names() {
      return formulas.tree().children(node).stream().map(IndexTree::column).toList();
    }

    @Override
    public List<String> notExpected() {
      return notExpected;
    }
  }

  /** For an indicator that is blended of several parts. */
  private final class Blend extends Beside {
    private final int node;
    private final UnitRow row;

    Blend(int node, UnitRow row) {
      super(row, number(row));
      this.node = node;
      this.row = row;
    }

    @Override
    String column(String name) {
      return CalculationPage.part(node, Integer.parseInt(name));
    }

    @Override
    List<String> names() {
      return IntStream.range(0, formulas.indicator(node, row).parts().size())
          .mapToObj(Integer::toString)
          .toList();
    }
  }

  /** For measuring how long a formula becomes: names as long as they may be. */
  private record Longest(IndexTree tree, int node) implements Places {
    private static final String CELL = "AAA9999";

    @Override
    public String variable(String name) {
      return CELL;
    }

    @Override
    public String parameter(Parameter parameter) {
      return CELL;
    }

    @Override
    public Optional<Ranges> ranges(List<Term> terms) {
      boolean plain = terms.stream().allMatch(term -> term.value() instanceof Variable);
      return plain && terms.size() == tree.children(node).size()
          ? Optional.of(new Ranges(CELL + ":" + CELL, CELL + ":" + CELL))
          : Optional.empty();
    }
  }
}
