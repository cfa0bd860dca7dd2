package peaceindex.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import peaceindex.index.aggregate.Aggregation;
import peaceindex.index.aggregate.Arithmetic;
import peaceindex.index.aggregate.Copeland;
import peaceindex.index.aggregate.GeneralisedMean;
import peaceindex.index.aggregate.Geometric;
import peaceindex.index.aggregate.Harmonic;
import peaceindex.index.aggregate.MazziottaPareto;
import peaceindex.index.aggregate.Minimum;
import peaceindex.index.aggregate.Sum;
import peaceindex.index.aggregate.Topsis;
import peaceindex.index.impute.CarryForward;
import peaceindex.index.impute.GroupMean;
import peaceindex.index.impute.Imputation;
import peaceindex.index.impute.OwnMean;
import peaceindex.index.normalise.AsIs;
import peaceindex.index.normalise.Borda;
import peaceindex.index.normalise.Deduction;
import peaceindex.index.normalise.Default;
import peaceindex.index.normalise.Difference;
import peaceindex.index.normalise.DistanceToBest;
import peaceindex.index.normalise.DistanceToTarget;
import peaceindex.index.normalise.Efficacy;
import peaceindex.index.normalise.Goalposts;
import peaceindex.index.normalise.MinMax;
import peaceindex.index.normalise.Normalisation;
import peaceindex.index.normalise.PercentileRank;
import peaceindex.index.normalise.PiecewiseLinear;
import peaceindex.index.normalise.Positive;
import peaceindex.index.normalise.Rank;
import peaceindex.index.normalise.RankPoints;
import peaceindex.index.normalise.RankShare;
import peaceindex.index.normalise.RelativeChange;
import peaceindex.index.normalise.StepTable;
import peaceindex.index.normalise.ZScore;
import peaceindex.index.shrink.EmpiricalBayes;
import peaceindex.index.shrink.Shrinkage;
import peaceindex.index.treat.Log;
import peaceindex.index.treat.Treatment;
import peaceindex.index.treat.Winsorise;
import peaceindex.problem.Text;

/**
 * The methods that configuration can name: one line each. A method's parameters are the components
 * of its record, under the same names; those with a {@link Default} may be left out. The schema's
 * part about methods is made from these lists.
 */
final class Methods {
  static final List<Method<Normalisation>> NORMALISATIONS =
      List.of(
          method("asIs", AsIs.class, "原样计分：数值就是得分", "the value is the score"),
          method("goalposts", Goalposts.class, "门槛值法：两个固定标杆之间的位置", "between two fixed goalposts"),
          method(
              "efficacy",
              Efficacy.class,
              "功效系数法：基础分加功效分，通常 60 加 40",
              "efficacy coefficient: 60 plus 40"),
          method(
              "minMax",
              MinMax.class,
              "极差法：同期最差 0 分、最好 100 分",
              "between worst and best of the field"),
          method("zScore", ZScore.class, "标准分法：离均值几个标准差", "standard deviations from the mean"),
          method("rank", Rank.class, "名次法：最差 1 分，每超过一个单位加 1 分", "rank from below: the worst has 1"),
          method(
              "percentileRank",
              PercentileRank.class,
              "百分位排名",
              "share of the others that are worse"),
          method(
              "rankShare",
              RankShare.class,
              "名次百分比：名次（自差到好）占单位数的百分比",
              "rank from below as a share of all"),
          method("borda", Borda.class, "波达计分：差于本单位的有几个得几分", "Borda points: how many are worse"),
          method(
              "distanceToTarget",
              DistanceToTarget.class,
              "目标距离法：最差 0 分、达标 100 分",
              "from the worst of the field to a target"),
          method(
              "distanceToBest",
              DistanceToBest.class,
              "最优距离法：最差 0 分、最好 100 分",
              "from the worst of the field to its best"),
          method("stepTable", StepTable.class, "分档计分", "the score of the step that is reached"),
          method(
              "piecewiseLinear",
              PiecewiseLinear.class,
              "分段线性计分",
              "straight lines between given points"),
          method(
              "deduction",
              Deduction.class,
              "扣分法：达标满分，每差一个单位或每发生一起扣分",
              "full marks less points a unit or an event"),
          method(
              "rankPoints",
              RankPoints.class,
              "按名次计分：第一名满分，每退一名扣分",
              "full marks for the first, less by each place"),
          method(
              "relativeChange",
              RelativeChange.class,
              "增减百分比：比参照好百分之几加几分",
              "per cent better than the reference"),
          method(
              "difference",
              Difference.class,
              "差值计分：比参照好一个单位加几分",
              "units better than the reference"));

  static final List<Method<Aggregation>> AGGREGATIONS =
      List.of(
          method("arithmetic", Arithmetic.class, "加权算术平均", "weighted arithmetic mean"),
          method("geometric", Geometric.class, "加权几何平均", "weighted geometric mean"),
          method("harmonic", Harmonic.class, "加权调和平均", "weighted harmonic mean"),
          method("generalisedMean", GeneralisedMean.class, "加权幂平均", "weighted power mean"),
          method("sum", Sum.class, "百分制：各项得分相加", "points added up"),
          method("minimum", Minimum.class, "取最低分", "the least of the scores"),
          method(
              "mazziottaPareto",
              MazziottaPareto.class,
              "马齐奥塔—帕累托指数：均值减去不均衡的惩罚",
              "the mean less a penalty for being unbalanced"),
          method("copeland", Copeland.class, "科普兰法：两两比较的净胜场", "wins less losses, pair by pair"),
          method("topsis", Topsis.class, "优劣解距离法", "distance to the best and to the worst"));

  static final List<Method<Imputation>> IMPUTATIONS =
      List.of(
          method("carryForward", CarryForward.class, "沿用本单位近期的数", "the unit's latest value"),
          method("ownMean", OwnMean.class, "本单位近几期的均值", "mean of the unit's last periods"),
          method("groupMean", GroupMean.class, "同组单位同期的均值", "mean of the group in the period"));

  static final List<Method<Treatment>> TREATMENTS =
      List.of(
          method("winsorise", Winsorise.class, "按偏度和峰度缩尾", "winsorise by skewness and kurtosis"),
          method("log", Log.class, "取对数", "logarithm of the distance from the lowest"));

  static final List<Method<Shrinkage>> SHRINKAGES =
      List.of(
          method(
              "empiricalBayes",
              EmpiricalBayes.class,
              "经验贝叶斯平滑",
              "empirical Bayes estimate of rates"));

  /**
   * A method by name.
   *
   * @param <T> what it is a method of
   */
  record Method<T>(String name, Class<? extends T> type, Text title) {

    List<Parameter> parameters() {
      return Parameter.of(type);
    }

    /** The method with the parameters that {@code node} holds; empty if they do not suffice. */
    Optional<T> bind(YamlNode node) {
      return Methods.<T>bind(type, node);
    }
  }

  /** What a parameter of a method can be. */
  enum Kind {
    NUMBER("number"),
    INTEGER("integer"),
    TRUTH("boolean"),
    /** One of some words. */
    CHOICE("string"),
    /** A list of records, such as the steps of a table. */
    LINES("array");

    private final String schemaType;

    Kind(String schemaType) {
      this.schemaType = schemaType;
    }

    String schemaType() {
      return schemaType;
    }
  }

  /**
   * A parameter of a method, or of a line in one of its lists. Annotations are slow to read the
   * first time, so they are read only where they matter.
   */
  record Parameter(RecordComponent component, Kind kind) {

    static List<Parameter> of(Class<?> type) {
      return Stream.of(type.getRecordComponents()).map(Parameter::of).toList();
    }

    private static Parameter of(RecordComponent component) {
      return new Parameter(component, kind(component));
    }

    /** Whether it can be left out. */
    boolean isOptional() {
      return component.getType() == OptionalDouble.class || byDefault().isPresent();
    }

    /** What it is if it is left out, if not nothing. */
    Optional<String> byDefault() {
      return Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value);
    }

    /** Whether it must be more than 0. */
    boolean isPositive() {
      return component.isAnnotationPresent(Positive.class);
    }

    private static Kind kind(RecordComponent component) {
      Class<?> type = component.getType();
      if (type == double.class || type == OptionalDouble.class) {
        return Kind.NUMBER;
      }
      if (type == int.class) {
        return Kind.INTEGER;
      }
      if (type == boolean.class) {
        return Kind.TRUTH;
      }
      if (type.isEnum()) {
        return Kind.CHOICE;
      }
      if (type == List.class) {
        return Kind.LINES;
      }
      throw new IllegalStateException("no parameter can be a " + type + ": " + component);
    }

    String name() {
      return component.getName();
    }

    /** The parameters of each line of a list. */
    List<Parameter> ofLine() {
      return of(lineType());
    }

    private Class<?> lineType() {
      return (Class<?>)
          ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }

    private Optional<Object> value(YamlNode given) {
      YamlNode node =
          given.isPresent()
              ? given
              : byDefault()
                  .map(text -> YamlNode.scalar(given.where(), text, true, 0))
                  .orElse(given);
      return switch (kind) {
        case NUMBER -> number(node);
        case INTEGER ->
            node.integer().isPresent() ? Optional.of(node.integer().getAsInt()) : Optional.empty();
        case TRUTH -> node.truth().map(Object.class::cast);
        case CHOICE -> choice(node);
        case LINES -> lines(node);
      };
    }

    /** The words it may be; empty if it is no word. */
    List<String> choices() {
      return kind == Kind.CHOICE
          ? constants().stream().map(constant -> constant.name().toLowerCase(Locale.ROOT)).toList()
          : List.of();
    }

    private List<Enum<?>> constants() {
      return List.of((Enum<?>[]) component.getType().getEnumConstants());
    }

    private Optional<Object> choice(YamlNode node) {
      int place = choices().indexOf(node.textOrEmpty());
      return place < 0 ? Optional.empty() : Optional.of(constants().get(place));
    }

    private Optional<Object> number(YamlNode node) {
      OptionalDouble number = node.number();
      if (component.getType() == OptionalDouble.class) {
        return node.isPresent() && number.isEmpty() ? Optional.empty() : Optional.of(number);
      }
      return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }

    private Optional<Object> lines(YamlNode node) {
      List<Object> lines = new ArrayList<>();
      node.items().forEach(item -> bind(lineType(), item).ifPresent(lines::add));
      boolean sound = !lines.isEmpty() && lines.size() == node.items().size();
      return sound ? Optional.of(List.copyOf(lines)) : Optional.empty();
    }
  }

  /** A record of the parameters that {@code node} holds; empty if they do not suffice. */
  private static <T> Optional<T> bind(Class<? extends T> type, YamlNode node) {
    List<Parameter> parameters = Parameter.of(type);
    Class<?>[] types = new Class<?>[parameters.size()];
    Object[] values = new Object[parameters.size()];
    for (int i = 0; i < values.length; i++) {
      Parameter parameter = parameters.get(i);
      Optional<Object> value = parameter.value(node.get(parameter.name()));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      types[i] = parameter.component().getType();
      values[i] = value.get();
    }
    try {
      return Optional.of(type.getDeclaredConstructor(types).newInstance(values));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("method " + type.getSimpleName(), e);
    }
  }

  private Methods() {}

  private static <T> Method<T> method(String name, Class<? extends T> type, String zh, String en) {
    return new Method<>(name, type, new Text(zh, en));
  }

  static <T> Optional<Method<T>> find(List<Method<T>> methods, String name) {
    return methods.stream().filter(method -> method.name().equals(name)).findFirst();
  }
}
