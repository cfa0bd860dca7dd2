package peaceindex.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import peaceindex.panel.Period;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.ranking.Band;
import peaceindex.ranking.RankingRules;
import peaceindex.report.Findings;

/** Words and figures as charts print them, in the language of the findings. */
record Wording(Findings findings) {

  /**
   * The phrase {@code chart.KEY}; {@code {area}}, {@code {index}} and {@code {period}} are known.
   */
  String say(String key, Object... namesAndValues) {
    Object[] all = new Object[namesAndValues.length + 6];
    System.arraycopy(namesAndValues, 0, all, 0, namesAndValues.length);
    int at = namesAndValues.length;
    for (Object known :
        List.of(
            "area", findings.index().area(),
            "index", findings.index().name(),
            "period", findings.period().words())) {
      all[at++] = known;
    }
    return Messages.say("chart." + key, lang(), all);
  }

  Lang lang() {
    return findings.lang();
  }

  String unit(int unit) {
    return findings.panel().roster().name(unit, findings.period()).in(lang());
  }

  String period(Period period) {
    return period.words().in(lang());
  }

  /** A published score, with all its decimals. */
  String score(double published) {
    return score(published, findings.standing().rules());
  }

  static String score(double published, RankingRules rules) {
    return BigDecimal.valueOf(published)
        .setScale(rules.decimals(), RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** A number with no more decimals than it needs: a rank, a tick, a weight. */
  static String plain(double number) {
    BigDecimal rounded = BigDecimal.valueOf(number).setScale(6, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** A weight in percent, with one decimal if it needs one. */
  static String percent(double share) {
    return plain(BigDecimal.valueOf(share * 100).setScale(1, RoundingMode.HALF_UP).doubleValue());
  }

  /** A band and the published scores in it: {@code 良好 80–89.99}. */
  String band(Band band) {
    String name = band.name().in(lang());
    boolean below = Double.isInfinite(band.from());
    boolean above = Double.isInfinite(band.to());
    if (below && above) {
      return name;
    }
    if (above) {
      return name + " ≥ " + plain(band.from());
    }
    if (below) {
      return name + " < " + plain(band.to());
    }
    int decimals = findings.standing().rules().decimals();
    BigDecimal last =
        BigDecimal.valueOf(band.to()).subtract(BigDecimal.ONE.movePointLeft(decimals));
    return name + " " + plain(band.from()) + "–" + plain(last.doubleValue());
  }

  /** Whether any score of the period depends on the other units' figures. */
  String orRelative(String subtitle) {
    return findings.standing().tree().isRelative() ? subtitle + say("relative") : subtitle;
  }
}
