package peaceindex.sample;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The fifteen units: code, name, size, and the course of their work over the 24 months.
 *
 * <p>The course is a line through the points given as {@code month:level}, the level from 0 to
 * about 100; the index comes out near or a little below the level, with noise and seasons on top.
 * Three of them tell a story: {@link #NANPU} collapses in spring 2025 and recovers, {@link
 * #SHIQIAO} climbs from near the bottom to the top, and {@link #GAOLING} is so small that a single
 * case moves it.
 */
enum SampleUnit {
  CHENGGUAN("990121001", "城关街道", 87_300, 900, "2024-01:83 2025-12:87"),
  DONGHU("990121002", "东湖街道", 71_200, 1_300, "2024-01:93 2025-12:101"),
  XIPING("990121003", "西屏街道", 58_400, 400, "2024-01:76 2025-12:80"),
  NANPU(
      "990121004",
      "南浦街道",
      64_300,
      700,
      "2024-01:82 2025-01:81 2025-02:75 2025-03:60 2025-04:56 2025-05:58 2025-06:64 2025-07:74"
          + " 2025-09:80 2025-11:86 2025-12:87"),
  BEIYUAN("990121005", "北苑街道", 46_900, 1_100, "2024-01:73 2025-12:77"),
  QINGSHI("990121101", "青石镇", 38_200, -150, "2024-01:87 2025-12:96"),
  YUNXI("990121102", "云溪镇", 31_500, -200, "2024-01:93 2025-12:94"),
  LONGTAN("990121103", "龙潭镇", 28_700, -260, "2024-01:73 2025-12:70"),
  SHIQIAO("990121104", "石桥镇", 34_600, 120, "2024-01:60 2025-01:77 2025-09:94 2025-12:98"),
  BAIMA("990121105", "白马镇", 26_400, -180, "2024-01:84 2025-12:81"),
  DAHE("990121106", "大河镇", 42_300, 210, "2024-01:77 2025-12:79"),
  SHUANGXI("990121107", "双溪镇", 22_100, -240, "2024-01:85 2025-12:86"),
  ANPING("990121108", "安平镇", 24_800, -90, "2024-01:66 2025-01:64 2025-12:66"),
  GAOLING("990121201", "高岭乡", 8_300, -130, "2024-01:79 2025-12:79"),
  ZHUSHAN("990121202", "竹山乡", 11_900, -160, "2024-01:74 2025-12:78");

  /** In the order of the roster. */
  static final List<SampleUnit> ALL = List.of(values());

  private final String code;
  private final String displayName;
  private final int population;
  private final int yearlyGrowth;
  private final String course;

  SampleUnit(String code, String displayName, int population, int yearlyGrowth, String course) {
    this.code = code;
    this.displayName = displayName;
    this.population = population;
    this.yearlyGrowth = yearlyGrowth;
    this.course = course;
  }

  /** The place in the roster, from 0. */
  int position() {
    return ALL.indexOf(this);
  }

  String code() {
    return code;
  }

  String displayName() {
    return displayName;
  }

  /** Where few people live, chance weighs as heavily as it does in life. */
  boolean isSmall() {
    return this == GAOLING;
  }

  /** The residents expected in a month, before the small monthly movement. */
  double population(YearMonth month) {
    return population + yearlyGrowth * SampleCounty.monthsSinceFirst(month) / 12.0;
  }

  /** How well the unit works in a month, 0 to 1. */
  double level(YearMonth month) {
    String[] points = course.split(" ", -1);
    int next = 1;
    while (monthOf(points[next]).isBefore(month)) {
      next++;
    }
    YearMonth from = monthOf(points[next - 1]);
    double passed = from.until(month, ChronoUnit.MONTHS);
    double share = passed / from.until(monthOf(points[next]), ChronoUnit.MONTHS);
    int start = levelOf(points[next - 1]);
    return (start + share * (levelOf(points[next]) - start)) / 100;
  }

  private static YearMonth monthOf(String point) {
    return YearMonth.parse(point.substring(0, point.indexOf(':')));
  }

  private static int levelOf(String point) {
    return Integer.parseInt(point.substring(point.indexOf(':') + 1));
  }
}
