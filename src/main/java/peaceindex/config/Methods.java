package peaceindex.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peaceindex.index.aggregate.Aggregation;
import peaceindex.index.aggregate.Arithmetic;
import peaceindex.index.aggregate.Geometric;
import peaceindex.index.normalise.Default;
import peaceindex.index.normalise.Efficacy;
import peaceindex.index.normalise.Goalposts;
import peaceindex.index.normalise.MinMax;
import peaceindex.index.normalise.Normalisation;
import peaceindex.index.normalise.PercentileRank;
import peaceindex.index.normalise.ZScore;
import peaceindex.problem.Text;

/**
 * The methods that configuration can name: one line each. A method's parameters are the components
 * of its record, under the same names; those with a {@link Default} may be left out. The schema's
 * part about methods is made from these lists.
 */
final class Methods {
  static final List<Method<Normalisation>> NORMALISATIONS =
      List.of(
          method("goalposts", Goalposts.class, "门槛值法：两个固定标杆之间的位置", "between two fixed goalposts"),
          method(
              "efficacy", Efficacy.class, "功效系数法：60 分加 40 分", "efficacy coefficient: 60 plus 40"),
          method(
              "minMax",
              MinMax.class,
              "极差法：同期最差 0 分、最好 100 分",
              "between worst and best of the field"),
          method("zScore", ZScore.class, "标准分法：离均值几个标准差", "standard deviations from the mean"),
          method(
              "percentileRank",
              PercentileRank.class,
              "百分位排名",
              "share of the others that are worse"));

  static final List<Method<Aggregation>> AGGREGATIONS =
      List.of(
          method("arithmetic", Arithmetic.class, "加权算术平均", "weighted arithmetic mean"),
          method("geometric", Geometric.class, "加权几何平均", "weighted geometric mean"));

  /**
   * A method by name.
   *
   * @param <T> what it is a method of
   */
  record Method<T>(String name, Class<? extends T> type, Text title) {

    List<Parameter> parameters() {
      List<Parameter> parameters = new ArrayList<>();
      for (RecordComponent component : type.getRecordComponents()) {
        Optional<String> byDefault =
            Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value);
        parameters.add(new Parameter(component.getName(), component.getType(), byDefault));
      }
      return parameters;
    }

    /** The method with the parameters that {@code node} holds; empty if they do not suffice. */
    Optional<T> bind(YamlNode node) {
      List<Parameter> parameters = parameters();
      Class<?>[] types = new Class<?>[parameters.size()];
      Object[] values = new Object[parameters.size()];
      for (int i = 0; i < values.length; i++) {
        Parameter parameter = parameters.get(i);
        YamlNode given = node.get(parameter.name());
        Optional<Object> value =
            parameter.value(
                given.isPresent()
                    ? given
                    : YamlNode.scalar(node.where(), parameter.byDefault().orElse(""), true, 0));
        if (value.isEmpty()) {
          return Optional.empty();
        }
        types[i] = parameter.type();
        values[i] = value.get();
      }
      try {
        return Optional.of(type.getDeclaredConstructor(types).newInstance(values));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("method " + name, e);
      }
    }
  }

  /** A parameter of a method: a number, a whole number, or true or false. */
  record Parameter(String name, Class<?> type, Optional<String> byDefault) {

    String schemaType() {
      if (type == double.class) {
        return "number";
      }
      if (type == int.class) {
        return "integer";
      }
      if (type == boolean.class) {
        return "boolean";
      }
      throw new IllegalStateException("no parameter can be a " + type + ": " + name);
    }

    private Optional<Object> value(YamlNode node) {
      if (type == double.class) {
        return node.number().isPresent()
            ? Optional.of(node.number().getAsDouble())
            : Optional.empty();
      }
      if (type == int.class) {
        return node.integer().isPresent()
            ? Optional.of(node.integer().getAsInt())
            : Optional.empty();
      }
      return node.truth().map(Object.class::cast);
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
