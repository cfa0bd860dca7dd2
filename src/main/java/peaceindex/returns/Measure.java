package peaceindex.returns;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Labels;
import peaceindex.problem.Text;

/**
 * A unit of measurement as a heading or a cell names it: 件, 万人, 亿元, 百分比, ‰, thousand persons.
 *
 * @param scale how many of its noun it is: 10,000 for 万人, 0.01 for %
 * @param noun what is counted, as a key; empty for a bare scale (万), {@link #SHARE} for shares
 */
record Measure(BigDecimal scale, String noun) {

  /** The noun of what is no number of things but a part of a whole. */
  private static final String SHARE = "%";

  /**
   * Nouns that count the same, so that a clerk may use one for another: 起 for 件, but not 人 for 件,
   * as a case may have several persons.
   */
  private static final List<Set<String>> COUNTERS =
      List.of(
          Set.of(
              "件", "起", "处", "个", "次", "例", "宗", "条", "家", "场", "项", "case", "cases", "item",
              "items", "number", "no.", "count"),
          Set.of("人", "名", "口", "个", "person", "persons", "people", "number", "no.", "count"),
          Set.of("户", "个", "household", "households", "number", "no.", "count"),
          Set.of("元", "yuan", "rmb", "cny"));

  private static final Set<String> PEOPLE = COUNTERS.get(1);

  private static final Map<String, BigDecimal> SHARES =
      Map.ofEntries(
          Map.entry("%", power(-2)),
          Map.entry("百分比", power(-2)),
          Map.entry("百分数", power(-2)),
          Map.entry("百分率", power(-2)),
          Map.entry("百分点", power(-2)),
          Map.entry("个百分点", power(-2)),
          Map.entry("percent", power(-2)),
          Map.entry("percentage", power(-2)),
          Map.entry("percentagepoints", power(-2)),
          Map.entry("‰", power(-3)),
          Map.entry("千分比", power(-3)),
          Map.entry("千分数", power(-3)),
          Map.entry("千分率", power(-3)),
          Map.entry("千分点", power(-3)),
          Map.entry("permille", power(-3)));

  private static final Map<String, Integer> SCALES = new HashMap<>();

  static {
    String[] names = {"", "", "百", "千", "万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿"};
    for (int power = 2; power < names.length; power++) {
      SCALES.put(names[power], power);
      String figures = BigDecimal.TEN.pow(power).toPlainString();
      SCALES.put(figures, power);
      SCALES.put(figures.replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", ","), power);
    }
    SCALES.putAll(
        Map.of(
            "萬",
            4,
            "億",
            8,
            "hundred",
            2,
            "thousand",
            3,
            "tenthousand",
            4,
            "million",
            6,
            "hundredmillion",
            8,
            "100million",
            8,
            "billion",
            9,
            "trillion",
            12));
  }

  /** The longest first, as 万亿 begins with 万. */
  private static final List<String> SCALE_WORDS =
      SCALES.keySet().stream()
          .sorted(Comparator.comparing(String::length).reversed().thenComparing(word -> word))
          .toList();

  /** Here 千 is part of the unit's name: 3万 in a column of 千克 is no 3万克. */
  private static final Expression KILO = new Expression("^[千百][克米瓦卡伏帕赫焦升]");

  private static final Expression BRACKETS = new Expression("[()\\[\\]{}【】〔〕]|^/");
  private static final Expression PREFIX =
      new Expression("^(?:(?:计量|数量)?单位|unit|units):|^人民币(?=.)");

  private static BigDecimal power(int exponent) {
    return BigDecimal.ONE.scaleByPowerOfTen(exponent);
  }

  /**
   * By what a figure in a measure is multiplied to be in the field's own unit: 10,000 for 万人 where
   * persons are counted. Empty if the text is no measure, or none in which this field can be given.
   *
   * <p>Shares (%, ‰) are only understood where the field is one, ratios (起/万人) only as the field's
   * own unit, and a bare scale (万) wherever things are counted.
   */
  static Optional<BigDecimal> factor(String text, Field field) {
    if (text.length() > Vocabulary.LONGEST) {
      return Optional.empty();
    }
    String key = key(text);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    if (key.equals(key(field.unit().zh())) || key.equals(key(field.unit().en()))) {
      return Optional.of(BigDecimal.ONE);
    }
    Measure own = own(field);
    Measure measure = of(key);
    boolean bareFigures = measure.noun.isEmpty() && Character.isDigit(key.charAt(0));
    return !bareFigures && measure.measuresSameAs(own, field)
        ? Optional.of(normal(measure.scale.divide(own.scale)))
        : Optional.empty();
  }

  /**
   * By what a ratio is multiplied to be in the field's own unit; empty if the field is no share.
   */
  static Optional<BigDecimal> ofRatio(Field field) {
    Measure own = own(field);
    return own.noun.equals(SHARE)
        ? Optional.of(normal(BigDecimal.ONE.divide(own.scale)))
        : Optional.empty();
  }

  /** Whether the field's own unit is not one but many: 万人. */
  static boolean isScaled(Field field) {
    Measure own = own(field);
    return !own.noun.equals(SHARE) && own.scale.compareTo(BigDecimal.ONE) != 0;
  }

  /** The name of the measure that has this factor, never in the words of a stranger. */
  static Text name(BigDecimal factor, Field field) {
    return new Text(
        name(factor, field, field.unit().zh(), ""), name(factor, field, field.unit().en(), " "));
  }

  private static String name(BigDecimal factor, Field field, String unit, String space) {
    Measure own = own(field);
    BigDecimal scale = normal(own.scale.multiply(factor));
    if (own.noun.equals(SHARE)) {
      return scale.compareTo(power(-3)) == 0 ? "‰" : "%";
    }
    String noun = of(key(unit)).noun;
    if (scale.compareTo(BigDecimal.ONE) == 0) {
      return noun;
    }
    String word =
        SCALE_WORDS.stream()
            .filter(w -> power(SCALES.getOrDefault(w, 0)).compareTo(scale) == 0)
            .filter(w -> space.isEmpty() ? w.charAt(0) > 'z' : w.indexOf(',') > 0)
            .findFirst()
            .orElse(scale.toPlainString());
    return noun.isEmpty() ? word : word + space + noun;
  }

  /** The field's own unit; a percentage is one whatever its unit is called. */
  private static Measure own(Field field) {
    String zh = key(field.unit().zh());
    Measure own = of(zh.isEmpty() ? key(field.unit().en()) : zh);
    return field.kind() == FieldKind.PERCENTAGE && !own.noun.equals(SHARE)
        ? new Measure(power(-2), SHARE)
        : own;
  }

  private static Measure of(String key) {
    BigDecimal share = SHARES.get(key);
    if (share != null) {
      return new Measure(share, SHARE);
    }
    for (String word : SCALE_WORDS) {
      if (key.startsWith(word) && !KILO.matcher(key).find()) {
        String noun = key.substring(word.length());
        return new Measure(power(SCALES.getOrDefault(word, 0)), noun.equals("s") ? "" : noun);
      }
    }
    return new Measure(BigDecimal.ONE, key);
  }

  private boolean measuresSameAs(Measure own, Field field) {
    if (own.noun.equals(SHARE) || noun.equals(SHARE)) {
      return own.noun.equals(noun);
    }
    if (own.noun.indexOf('/') >= 0) {
      return false;
    }
    return noun.isEmpty()
        || noun.equals(own.noun)
        || noun.equals(of(key(field.unit().en())).noun)
        || (own.noun.isEmpty() && field.kind() != FieldKind.POPULATION && isCounter(noun))
        || (field.kind() == FieldKind.POPULATION && PEOPLE.contains(noun))
        || COUNTERS.stream().anyMatch(same -> same.contains(noun) && same.contains(own.noun));
  }

  private static boolean isCounter(String noun) {
    return COUNTERS.stream().anyMatch(same -> same.contains(noun));
  }

  private static String key(String text) {
    String bare = BRACKETS.matcher(Labels.key(text)).replaceAll("");
    return PREFIX.matcher(bare).replaceFirst("");
  }

  /** In one form, so that equal factors are equal. */
  private static BigDecimal normal(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
