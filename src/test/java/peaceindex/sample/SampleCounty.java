package peaceindex.sample;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The figures of the fictional county, all from one seed.
 *
 * <p>The algorithm of {@link Random} is part of its contract, and every step from its numbers to a
 * figure is plain arithmetic, so that the figures are the same on every machine.
 */
final class SampleCounty {

  private static final YearMonth FIRST_MONTH = YearMonth.of(2024, 1);
  private static final int MONTHS = 24;

  private static final long SEED = 20_240_101L;

  /** Spreads the seeds of the units, because {@link Random} starts alike on neighbouring seeds. */
  private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

  /** How far the noise goes, as a share of a whole score. */
  private static final double PROFILE_NOISE = 0.045;

  private static final double MONTH_NOISE = 0.012;
  private static final double INDICATOR_NOISE = 0.035;

  /** Chance in the counting, as a share of what pure chance would give. */
  private static final double CALM_CHANCE = 0.3;

  private static final double FULL_CHANCE = 1.0;

  /** No score reaches the goalposts by itself, only by the chance of small numbers. */
  private static final double LOWEST_SCORE = 0.05;

  /** Above this, the better it is the harder it gets; {@link #ROOM_ABOVE} more is out of reach. */
  private static final double HARD_ABOVE = 0.92;

  private static final double ROOM_ABOVE = 0.07;

  // Percent of a normal month, January to December. Before Spring Festival wage disputes, theft and
  // accidents rise; in summer fraud and hotline requests do.
  private static final List<Integer> EVEN = Collections.nCopies(12, 100);
  private static final List<Integer> DISPUTE_SEASON =
      List.of(125, 85, 95, 100, 100, 100, 95, 95, 95, 100, 105, 120);
  private static final List<Integer> HOTLINE_SEASON =
      List.of(95, 85, 95, 100, 100, 115, 145, 140, 110, 100, 95, 95);
  private static final List<Integer> THEFT_SEASON =
      List.of(140, 115, 95, 90, 90, 90, 95, 95, 90, 95, 105, 130);
  private static final List<Integer> FRAUD_SEASON =
      List.of(95, 85, 85, 90, 95, 110, 135, 135, 110, 95, 90, 90);
  private static final List<Integer> ACCIDENT_SEASON =
      List.of(140, 120, 90, 90, 90, 95, 100, 100, 90, 95, 105, 130);

  // Hundredths of a score lost when the work piles up.
  private static final List<Integer> NO_STRAIN = Collections.nCopies(12, 0);
  private static final List<Integer> DISPUTE_STRAIN = List.of(5, 2, 0, 0, 0, 0, 0, 0, 0, 0, 1, 4);
  private static final List<Integer> HOTLINE_STRAIN = List.of(0, 0, 0, 0, 0, 3, 9, 9, 3, 0, 0, 0);

  /** Matters that come in, and how many of them are dealt with: 70 to 100 percent. */
  private record Matter(
      SampleField whole,
      SampleField part,
      double perTenThousand,
      List<Integer> season,
      List<Integer> strain) {
    private static final double LOWEST_SHARE = 0.7;
  }

  private static final List<Matter> MATTERS =
      List.of(
          new Matter(
              SampleField.DISPUTES_RECEIVED,
              SampleField.DISPUTES_RESOLVED,
              24,
              DISPUTE_SEASON,
              DISPUTE_STRAIN),
          new Matter(SampleField.PETITIONS_DUE, SampleField.PETITIONS_ON_TIME, 16, EVEN, NO_STRAIN),
          new Matter(SampleField.GRID_REPORTED, SampleField.GRID_HANDLED, 85, EVEN, NO_STRAIN),
          new Matter(
              SampleField.HOTLINE_RECEIVED,
              SampleField.HOTLINE_CLOSED,
              42,
              HOTLINE_SEASON,
              HOTLINE_STRAIN),
          new Matter(SampleField.HAZARDS_FOUND, SampleField.HAZARDS_FIXED, 30, EVEN, NO_STRAIN));

  /** The most cases of each kind per ten thousand residents, where the score would be nil. */
  private static final double MOST_THEFTS = 4;

  private static final double MOST_FRAUDS = 3;
  private static final double MOST_OTHER_CRIMES = 1;
  private static final double MOST_ACCIDENTS = 6;

  /** Fraud is the weak spot of the whole county. */
  private static final double FRAUD_WEAKNESS = 0.07;

  private final SampleUnit unit;
  private final Random random;
  private final Map<SampleField, Double> profile = new EnumMap<>(SampleField.class);

  private SampleCounty(SampleUnit unit) {
    this.unit = unit;
    this.random = new Random(SEED + unit.position() * SEED_STEP);
    for (SampleField field : SampleField.ALL) {
      profile.put(field, PROFILE_NOISE * bell());
    }
  }

  /** All 360 returns, by month and then in the order of the roster. */
  static List<SampleReturn> returns() {
    List<SampleCounty> units = new ArrayList<>();
    for (SampleUnit unit : SampleUnit.ALL) {
      units.add(new SampleCounty(unit));
    }
    List<SampleReturn> returns = new ArrayList<>();
    for (YearMonth month : months()) {
      for (SampleCounty unit : units) {
        returns.add(Anomalies.withExcess(unit.monthly(month)));
      }
    }
    return returns;
  }

  static List<YearMonth> months() {
    return Stream.iterate(FIRST_MONTH, month -> month.plusMonths(1)).limit(MONTHS).toList();
  }

  static long monthsSinceFirst(YearMonth month) {
    return FIRST_MONTH.until(month, ChronoUnit.MONTHS);
  }

  private SampleReturn monthly(YearMonth month) {
    Map<SampleField, Integer> figures = new EnumMap<>(SampleField.class);
    double level = unit.level(month) + MONTH_NOISE * bell();
    int season = month.getMonthValue() - 1;
    int population = (int) (unit.population(month) * (1 + 0.0004 * bell()));
    double tenThousands = population / 10_000.0;
    figures.put(SampleField.POPULATION, population);

    for (Matter matter : MATTERS) {
      double expected = matter.perTenThousand() * tenThousands * matter.season().get(season) / 100;
      int whole = count(expected * (1 + 0.06 * bell()));
      double score = score(matter.part(), level - matter.strain().get(season) / 100.0);
      figures.put(matter.whole(), whole);
      figures.put(matter.part(), part(whole, score));
    }

    int thefts =
        cases(SampleField.THEFT_CASES, level, MOST_THEFTS * tenThousands, THEFT_SEASON.get(season));
    int frauds =
        cases(
            SampleField.FRAUD_CASES,
            level - FRAUD_WEAKNESS,
            MOST_FRAUDS * tenThousands,
            FRAUD_SEASON.get(season));
    int others =
        cases(
            SampleField.CRIMINAL_CASES, level, MOST_OTHER_CRIMES * tenThousands, EVEN.get(season));
    figures.put(SampleField.THEFT_CASES, thefts);
    figures.put(SampleField.FRAUD_CASES, frauds);
    figures.put(SampleField.CRIMINAL_CASES, thefts + frauds + others);
    figures.put(
        SampleField.ROAD_ACCIDENTS,
        cases(
            SampleField.ROAD_ACCIDENTS,
            level,
            MOST_ACCIDENTS * tenThousands,
            ACCIDENT_SEASON.get(season)));

    figures.put(SampleField.SAFETY_SENSE, survey(SampleField.SAFETY_SENSE, level, 70));
    figures.put(SampleField.SATISFACTION, survey(SampleField.SATISFACTION, level, 70));
    figures.put(SampleField.AWARENESS, survey(SampleField.AWARENESS, level, 60));
    return new SampleReturn(unit, month, figures);
  }

  /** How well the unit does in one thing this month. */
  private double score(SampleField field, double level) {
    double score = level + profile.get(field) + INDICATOR_NOISE * bell();
    if (score > HARD_ABOVE) {
      double above = score - HARD_ABOVE;
      return HARD_ABOVE + ROOM_ABOVE * above / (above + ROOM_ABOVE);
    }
    return StrictMath.max(LOWEST_SCORE, score);
  }

  private int part(int whole, double score) {
    double share = Matter.LOWEST_SHARE + (1 - Matter.LOWEST_SHARE) * score;
    double spread = StrictMath.sqrt(whole * share * (1 - share));
    return StrictMath.min(whole, count(whole * share + chance() * spread * bell()));
  }

  private int cases(SampleField field, double level, double most, int seasonPercent) {
    double expected = most * (1 - score(field, level)) * seasonPercent / 100;
    return count(expected + chance() * StrictMath.sqrt(expected) * bell());
  }

  private int survey(SampleField field, double level, int lowest) {
    return count(100 * (lowest + (100 - lowest) * score(field, level)));
  }

  private double chance() {
    return unit.isSmall() ? FULL_CHANCE : CALM_CHANCE;
  }

  /**
   * A whole number near the expected one, up or down by lot so that small numbers keep their mean.
   */
  private int count(double expected) {
    return (int) StrictMath.max(0, StrictMath.floor(expected + random.nextDouble()));
  }

  /** Bell-shaped noise of mean 0 and deviation 1 without any function that machines might round. */
  private double bell() {
    double sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum - 6;
  }
}
