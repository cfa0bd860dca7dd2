package peaceindex.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import peaceindex.formula.Formula;
import peaceindex.formula.Worked;
import peaceindex.index.Dimension;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.index.Ingredient;
import peaceindex.index.Pretreatment;
import peaceindex.index.adjust.Adjustment;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Field;
import peaceindex.panel.Figures;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Unit;
import peaceindex.problem.CellRef;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Text;
import peaceindex.ranking.Explanation;
import peaceindex.ranking.Explanation.Account;
import peaceindex.ranking.Explanation.Comparison;
import peaceindex.ranking.Explanation.Item;
import peaceindex.ranking.Explanation.NoRemedy;
import peaceindex.ranking.Explanation.PartAccount;
import peaceindex.ranking.Explanation.Past;
import peaceindex.ranking.Explanation.Prospect;
import peaceindex.ranking.Explanation.Remedy;
import peaceindex.ranking.NotRanked;
import peaceindex.ranking.Standing;
import peaceindex.report.workbook.MethodWords;
import peaceindex.report.workbook.Words;

/** Why a unit stands where it stands, for a terminal: from the rank down to the cells. */
public final class ExplanationText {
  /** Other ways to the next place than the smallest that are told. */
  private static final int MOST_REMEDIES = 5;

  private final Findings findings;
  private final Explanation of;
  private final Standing standing;
  private final IndexTree tree;
  private final IndexTree rules;
  private final Panel panel;
  private final Lang lang;
  private final int decimals;
  private final MethodWords methods;
  private final List<String> lines = new ArrayList<>();

  private ExplanationText(Findings findings, Explanation of) {
    this.findings = findings;
    this.of = of;
    this.standing = of.standing();
    this.tree = standing.tree();
    this.panel = findings.panel();
    this.rules = tree.of(panel.roster().get(of.unit()).group());
    this.lang = findings.lang();
    this.decimals = standing.rules().decimals();
    this.methods = new MethodWords(new Words(lang));
  }

  /** The lines of the explanation. */
  public static List<String> lines(Findings findings, Explanation explanation) {
    return new ExplanationText(findings, explanation).lines();
  }

  private List<String> lines() {
    head();
    contributions();
    of.accounts().forEach(this::walk);
    if (of.focus() == 0) {
      points();
    }
    of.comparisons().forEach(this::comparison);
    prospect(of.prospect());
    if (tree.isRelative()) {
      lines.add("");
      lines.add(Messages.say("rules.relative", lang));
    }
    return lines;
  }

  // ---- where it stands

  private void head() {
    Unit unit = panel.roster().get(of.unit(), standing.period());
    lines.add(
        say(
            "title",
            "unit",
            unit.name(),
            "area",
            findings.index().area(),
            "index",
            findings.index().name(),
            "period",
            standing.period().words()));
    lines.add("");
    if (!standing.isRanked(of.unit())) {
      NotRanked reason = standing.notRanked().get(of.unit());
      Text why = reason == null ? Messages.phrase("explain.notThere") : reason.reason();
      lines.add(say("notRanked", "reason", why));
      return;
    }
    String place =
        say(
            "rank",
            "rank",
            Figures.plain(standing.rank(of.unit())),
            "count",
            standing.ranking().size());
    Optional<Text> group = panel.roster().group(unit.group()).map(one -> one.name());
    if (group.isPresent()) {
      long size =
          standing.ranking().stream()
              .filter(other -> panel.roster().get(other).group().equals(unit.group()))
              .count();
      place +=
          say(
              "groupRank",
              "group",
              group.get(),
              "rank",
              Figures.plain(standing.groupRank(of.unit())),
              "count",
              size);
    }
    place += standing.band(of.unit()).map(band -> say("band", "band", band.name())).orElse("");
    lines.add(place + say("stop"));
    double score = standing.published(of.unit());
    String index = say("index", "index", number(score), "mean", number(standing.publishedMean()));
    index += say("fromMean", "difference", signed(of.movement().fromMean()));
    for (Comparison one : of.comparisons()) {
      index +=
          say(
              "since." + one.against(),
              "change",
              signed(one.change()),
              "places",
              places(one.places()));
    }
    lines.add(index + say("stop"));
    if (standing.points(of.unit()) != 0) {
      lines.add(
          say(
              "withPoints",
              "score",
              number(standing.scores().indexBeforePoints(of.unit())),
              "points",
              plainSigned(standing.points(of.unit())),
              "index",
              number(score)));
    }
    if (standing.isPutLast(of.unit())) {
      lines.add(say("putLast"));
    }
    if (!standing.band(of.unit()).equals(standing.bandBeforeVeto(of.unit()))) {
      standing
          .bandBeforeVeto(of.unit())
          .ifPresent(band -> lines.add(say("capped", "band", band.name())));
    }
  }

  // ---- what it is made of

  private void contributions() {
    boolean additive = of.isAdditive() && standing.isRanked(of.unit());
    heading(additive ? "contributions" : "scores");
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        header(
            "item", "value", "score", "full", "mean", "weight", "adds", "lost", "ahead", "mark"));
    for (Account account : of.accounts()) {
      if (account.node() != 0) {
        rows.add(row(account));
      }
    }
    if (of.focus() == 0) {
      Account root = of.accounts().get(0);
      rows.add(
          List.of(
              say("total"),
              "",
              number(root.score()),
              number(root.full()),
              number(root.mean()),
              "",
              ifAdditive(number(root.contribution())),
              ifAdditive(signed(root.lost())),
              ifAdditive(signed(root.ahead())),
              ""));
      // Other units may weigh otherwise, because something of theirs is missing.
      double rest = root.score() - root.mean() - root.ahead();
      if (additive && Math.abs(rest) >= half()) {
        rows.add(List.of(say("otherWeights"), "", "", "", "", "", "", "", signed(rest), ""));
      }
    }
    lines.addAll(TextTable.lines(rows, Set.of(0, 9)));
    if (standing.isRanked(of.unit())) {
      lines.add(say(additive ? "note.additive" : "note.notAdditive"));
    }
    if (isAveraged()) {
      lines.add(say("note.averaged"));
    }
  }

  /** Points of the index; a column of nothing, which is left out, where there are none. */
  private String ifAdditive(String points) {
    return of.isAdditive() && standing.isRanked(of.unit()) ? points : "";
  }

  private List<String> row(Account account) {
    String indent =
        " "
            .repeat(
                2
                    * Math.max(
                        0,
                        account.depth()
                            - of.accounts().get(0).depth()
                            - (of.focus() == 0 ? 1 : 0)));
    CellStatus status = account.status();
    boolean missing = Double.isNaN(account.score());
    return List.of(
        indent + name(account.node()),
        isIndicator(account.node()) ? value(account.node(), account.value()) : "",
        number(account.score()),
        number(account.full()),
        number(account.mean()),
        Double.isNaN(account.weight()) ? "" : percent(account.weight()),
        ifAdditive(missing ? "—" : number(account.contribution())),
        ifAdditive(missing ? "—" : signed(account.lost())),
        ifAdditive(missing ? "—" : signed(account.ahead())),
        status == CellStatus.REPORTED ? "" : Messages.say("book.mark." + status, lang));
  }

  // ---- down to the cells

  private void walk(Account account) {
    if (isIndicator(account.node())) {
      indicator(account);
    } else {
      dimension(account);
    }
  }

  private void dimension(Account account) {
    lines.add("");
    lines.add(Double.isNaN(account.score()) ? without("nodeWithout", account) : title(account));
    if (!account.averaged().isEmpty()) {
      averaged(account);
    } else if (account.combined().isPresent()) {
      equation(say("score"), account.combined().get());
    } else if (!Double.isNaN(account.score())) {
      lines.add("  " + say("across"));
    }
    account
        .aggregation()
        .filter(method -> !isAveraged())
        .ifPresent(
            method ->
                lines.add(
                    "    "
                        + methods.of(
                            method, ((Dimension) rules.node(account.node())).minimumShare())));
  }

  /** A node without a score, and where its weight went if there is an index at all. */
  private String without(String key, Account account) {
    return say(
            key,
            "name",
            name(account.node()),
            "status",
            Messages.phrase("book.status." + account.status()))
        + (standing.isRanked(of.unit()) ? say("toSiblings") : "");
  }

  private String title(Account account) {
    boolean isRoot = account.node() == 0;
    String key = Double.isNaN(account.contribution()) || isRoot ? "nodeScore" : "nodeContribution";
    return say(
        key,
        "name",
        name(account.node()),
        "score",
        number(account.score()),
        "weight",
        percent(account.weight()),
        "points",
        number(account.contribution()));
  }

  private void averaged(Account account) {
    String scores =
        account.averaged().stream()
            .map(one -> one.period().words().in(lang) + " " + number(one.published()))
            .collect(Collectors.joining(say("comma")));
    lines.add("  " + say("averagedOf", "count", account.averaged().size(), "scores", scores));
  }

  private void indicator(Account account) {
    Indicator indicator = rules.indicator(account.node());
    lines.add("");
    if (account.status() == CellStatus.REPORTED && !Double.isNaN(account.score())) {
      lines.add(title(account));
    } else if (account.status().hasFigure()) {
      lines.add(
          title(account)
              + say("touched", "status", Messages.phrase("book.status." + account.status())));
    } else {
      boolean notAsked =
          account.status() == CellStatus.NOT_APPLICABLE || account.status() == CellStatus.NOT_DUE;
      lines.add(without(notAsked ? "nodeNotAsked" : "nodeWithout", account));
    }
    value(account, indicator);
    account.ingredients().forEach(ingredient -> sources(ingredient, "    "));
    Concerns.of(findings, of.unit(), account.ingredients())
        .forEach(problem -> lines.add("    ! " + Messages.line(problem, lang)));
    if (!account.averaged().isEmpty()) {
      averaged(account);
    }
    account.parts().forEach(part -> part(part, account, indicator));
    account.combined().ifPresent(worked -> equation(say("score"), worked));
    if (!Double.isNaN(account.lost()) && !Double.isNaN(account.score())) {
      lines.add(
          "  "
              + say(
                  "verdict",
                  "lost",
                  number(Math.abs(account.lost())),
                  "mean",
                  number(account.mean()),
                  "ahead",
                  signed(account.ahead())));
    }
  }

  private void value(Account account, Indicator indicator) {
    account
        .other()
        .ifPresent(
            other ->
                lines.add(
                    "  "
                        + say(
                            "otherScore",
                            "index",
                            other.name(),
                            "id",
                            other.index(),
                            "node",
                            other.node().orElse(Messages.phrase("explain.indexItself")),
                            "period",
                            periodWords(other.period()),
                            "value",
                            Spelling.number(account.value()))));
    String unit = indicator.unit().in(lang);
    String suffix = unit.isEmpty() || unit.equals("%") ? unit : " " + unit;
    if (account.derived().isPresent()) {
      Worked worked = account.derived().get();
      Spelling spelling = new Spelling(worked, this::fieldName, lang);
      String symbols = spelling.symbols();
      boolean instead =
          indicator.zeroDenominator().value().isPresent()
              && Double.isNaN(worked.value(indicator.value()));
      String equation =
          instead
              ? say("zeroDenominator", "value", Spelling.number(worked.value()))
              : Double.isNaN(worked.value()) ? say("zeroNoValue") : spelling.equation();
      // A figure that is the value itself stands with its cell already.
      if (!(indicator.value() instanceof Formula.Variable)) {
        lines.add("  " + name(account.node()) + " = " + symbols);
        lines.add("    " + equation + (Double.isNaN(worked.value()) ? "" : suffix));
      }
    } else if (account.ingredients().size() > 1) {
      lines.add("  " + name(account.node()) + " = " + symbols(indicator));
    }
    touched(account, indicator, suffix);
  }

  private String symbols(Indicator indicator) {
    return new Spelling(new Worked(indicator.value(), Map.of()), this::fieldName, lang).symbols();
  }

  /** A value that is not what follows from the figures: what it is, and by which method. */
  private void touched(Account account, Indicator indicator, String suffix) {
    Pretreatment pretreatment = indicator.pretreatment();
    if (account.status().isTouched()) {
      lines.add(
          "  "
              + say(
                  "touchedValue." + account.status(),
                  "value",
                  Spelling.number(account.value()) + suffix,
                  "reported",
                  Spelling.number(account.reported()) + suffix,
                  "method",
                  methods.of(pretreatment)));
    } else if (!Double.isNaN(account.smoothed())) {
      lines.add("  " + say("advisory", "value", Spelling.number(account.smoothed()) + suffix));
    }
  }

  private void part(PartAccount part, Account account, Indicator indicator) {
    boolean one = account.parts().size() == 1;
    double whole = indicator.parts().stream().mapToDouble(p -> p.weight()).sum();
    String label =
        one ? say("score") : say("partScore", "share", percent(part.part().weight() / whole));
    if (Double.isNaN(part.score())) {
      lines.add("  " + label + " " + say("noReference"));
    } else {
      equation(label, part.worked());
    }
    lines.add("    " + methods.of(part.part().normalisation()));
    if (part.part().normalisation().isRelative()) {
      reference(part);
    }
  }

  private void reference(PartAccount part) {
    String periods =
        part.past().isEmpty() && part.referencePeriods().size() > 1
            ? say(
                "periods",
                "first",
                periodWords(part.referencePeriods().get(0)),
                "last",
                periodWords(part.referencePeriods().get(part.referencePeriods().size() - 1)))
            : part.past().isEmpty() && part.referencePeriods().size() == 1
                ? say("period", "period", periodWords(part.referencePeriods().get(0)))
                : "";
    lines.add(
        "    "
            + say(
                "reference",
                "what",
                methods.reference(part.part()) + periods,
                "count",
                part.worked().reference().count()));
    for (Past past : part.past()) {
      lines.add(
          "      " + periodWords(past.period()).in(lang) + "  " + Spelling.number(past.value()));
      past.ingredients().forEach(ingredient -> sources(ingredient, "        "));
    }
  }

  private void equation(String label, Worked worked) {
    Spelling spelling = new Spelling(worked, this::fieldName, lang);
    lines.add("  " + label + " " + spelling.equation());
    if (!spelling.notes().isEmpty()) {
      lines.add("    " + String.join(say("semicolon"), spelling.notes()));
    }
  }

  private boolean isAveraged() {
    return standing.scores().isAveraged();
  }

  /** The figure with its cell; of several what was made of them, unless only scores were. */
  private void sources(Ingredient ingredient, String indent) {
    Field field = panel.fields().get(ingredient.field());
    boolean single = ingredient.sources().size() == 1;
    if (!single) {
      String how =
          field.kind().isAdditive()
              ? "pooled.sum"
              : field.poolBy().isEmpty() ? "pooled.mean" : "pooled.weighted";
      lines.add(
          indent
              + field.name().in(lang)
              + (isAveraged()
                  ? say("perPeriod")
                  : " "
                      + measured(field, ingredient.figure())
                      + say(how, "by", fieldName(field.poolBy()))));
    }
    for (Ingredient.Source source : ingredient.sources()) {
      StringBuilder line = new StringBuilder(indent);
      if (single) {
        line.append(field.name().in(lang)).append(' ');
      } else {
        line.append("  ").append(periodWords(source.period()).in(lang)).append(' ');
      }
      if (source.unit() != of.unit()) {
        line.append(panel.roster().name(source.unit(), source.period()).in(lang)).append(' ');
      }
      line.append(
          source.status() == CellStatus.REPORTED
              ? measured(field, source.figure())
              : Messages.say("book.status." + source.status(), lang));
      source.cell().ifPresent(cell -> line.append("  ").append(cell.show()));
      if (!source.counted() && !isAveraged()) {
        line.append(say("notCounted"));
      }
      lines.add(line.toString());
    }
  }

  private void points() {
    List<Adjustment> own =
        standing.adjustments().stream().filter(line -> line.unit() == of.unit()).toList();
    if (own.isEmpty()) {
      return;
    }
    heading("points");
    for (Adjustment line : own) {
      String why = line.why().in(lang);
      lines.add(
          "  "
              + say(
                  "pointsLine",
                  "name",
                  line.name(),
                  "points",
                  plainSigned(line.points()),
                  "times",
                  line.times(),
                  "why",
                  why.isEmpty() ? "" : say("why", "why", why))
              + panel.origins().cell(line.origin()).map(cell -> "  " + cell.show()).orElse(""));
    }
  }

  // ---- what changed

  private void comparison(Comparison one) {
    heading("comparison." + one.against(), "period", periodWords(one.then()));
    List<List<String>> rows = new ArrayList<>();
    rows.add(header("item", "change", "value", "score"));
    double shown = 0;
    for (Item item : one.items()) {
      if (of.isShown(item.node())) {
        double points = rounded(item.points());
        shown += Double.isNaN(points) ? 0 : points;
        rows.add(
            List.of(
                name(item.node()),
                one.additive() ? signed(item.points()) : "",
                arrow(value(item.node(), item.valueThen()), value(item.node(), item.valueNow())),
                arrow(number(item.scoreThen()), number(item.scoreNow()))));
      }
    }
    if (of.focus() == 0 && one.additive()) {
      shown += extra(rows, "weights", one.weights());
      shown += extra(rows, "points", one.points());
      shown += extra(rows, "rules", one.rules());
      shown += extra(rows, "rest", one.rest());
      extra(rows, "rounding", one.change() - shown);
      rows.add(List.of(say("total"), signed(one.change()), "", ""));
    }
    lines.addAll(TextTable.lines(rows, Set.of(0)));
    if (!one.additive()) {
      lines.add(say("note.changeNotAdditive", "change", signed(one.change())));
    }
    if (one.otherRules()) {
      lines.add(say(one.rules() == 0 ? "note.otherRules" : "note.rules"));
    }
  }

  /** A row for what is no indicator, if there is anything of it; what it shows. */
  private double extra(List<List<String>> rows, String key, double points) {
    double shown = rounded(points);
    if (Double.isNaN(shown) || shown == 0) {
      return 0;
    }
    rows.add(List.of(say("row." + key), signed(points), "", ""));
    return shown;
  }

  private static String arrow(String then, String now) {
    return then.equals(now) ? now : then + " → " + now;
  }

  // ---- what would bring it up

  private void prospect(Prospect prospect) {
    if (prospect.none().filter(why -> why == NoRemedy.NOT_RANKED).isPresent()) {
      return;
    }
    heading("prospect");
    prospect
        .above()
        .ifPresent(
            above ->
                lines.add(
                    say(
                        "above",
                        "unit",
                        panel.roster().name(above, standing.period()),
                        "rank",
                        Figures.plain(standing.rank(above)),
                        "index",
                        number(standing.published(above)),
                        "gap",
                        number(prospect.gap()))));
    prospect.none().ifPresent(why -> lines.add(say("none." + why)));
    if (prospect.remedies().isEmpty()) {
      return;
    }
    Remedy first = prospect.remedies().get(0);
    lines.add(
        say(
            "remedy",
            "field",
            panel.fields().get(first.field()).name(),
            "from",
            Figures.plain(first.from()),
            "to",
            Figures.plain(first.to()),
            "change",
            change(first),
            "indexBefore",
            number(standing.published(of.unit())),
            "indexAfter",
            number(first.publishedAfter()),
            "rankBefore",
            Figures.plain(standing.rank(of.unit())),
            "rankAfter",
            Figures.plain(first.rankAfter())));
    List<List<String>> rows = new ArrayList<>();
    rows.add(header("figure", "now", "ifAt", "item", "value", "score", "index", "rank", "source"));
    for (Remedy one : prospect.remedies().stream().limit(MOST_REMEDIES).toList()) {
      rows.add(
          List.of(
              panel.fields().get(one.field()).name().in(lang),
              Figures.plain(one.from()),
              Figures.plain(one.to()) + say("brackets", "text", change(one)),
              name(one.node()),
              arrow(value(one.node(), one.valueBefore()), value(one.node(), one.valueAfter())),
              arrow(number(one.scoreBefore()), number(one.scoreAfter())),
              number(one.publishedAfter()),
              Figures.plain(one.rankAfter()),
              one.cell().map(CellRef::show).orElse("")));
    }
    lines.addAll(TextTable.lines(rows, Set.of(0, 2, 3, 8)));
    lines.add(say("note.whatIf"));
    if (of.accounts().stream().anyMatch(ExplanationText::isGap)) {
      lines.add(say("note.gap"));
    }
  }

  private static boolean isGap(Account account) {
    return account.aggregation().isEmpty()
        && !account.status().hasFigure()
        && account.status().isExpected();
  }

  private String change(Remedy remedy) {
    Field field = panel.fields().get(remedy.field());
    double change =
        BigDecimal.valueOf(remedy.to()).subtract(BigDecimal.valueOf(remedy.from())).doubleValue();
    String unit = field.unit().in(lang);
    boolean percent = unit.equals("%");
    String size = plainSigned(change);
    return percent
        ? say("percentagePoints", "change", size)
        : unit.isEmpty() ? size : size + " " + unit;
  }

  // ---- words and numbers

  private void heading(String key, Object... arguments) {
    lines.add("");
    lines.add(say("heading." + key, arguments));
  }

  private List<String> header(String... keys) {
    return Arrays.stream(keys).map(key -> say("column." + key)).toList();
  }

  private boolean isIndicator(int node) {
    return tree.node(node) instanceof Indicator;
  }

  private String name(int node) {
    return tree.node(node).name().in(lang);
  }

  private String fieldName(String id) {
    int field = panel.fields().indexOf(id);
    return field < 0 ? id : panel.fields().get(field).name().in(lang);
  }

  private static Text periodWords(Period period) {
    Text words = period.words();
    return words.zh().isEmpty() ? Text.of(period.toString()) : words;
  }

  private String measured(Field field, double figure) {
    if (Double.isNaN(figure)) {
      return "—";
    }
    String unit = field.unit().in(lang);
    return (Figures.plain(figure).length() > 12 ? Spelling.number(figure) : Figures.plain(figure))
        + (unit.isEmpty() ? "" : unit.equals("%") ? "%" : " " + unit);
  }

  private String value(int node, double value) {
    Indicator indicator = rules.indicator(node);
    String unit = indicator.unit().in(lang);
    return Double.isNaN(value)
        ? "—"
        : String.format(Locale.ROOT, "%." + indicator.decimals() + "f", value)
            + (unit.equals("%") ? "%" : "");
  }

  private double rounded(double value) {
    return Double.isNaN(value)
        ? value
        : BigDecimal.valueOf(value)
            .setScale(9, RoundingMode.HALF_UP)
            .setScale(decimals, RoundingMode.HALF_UP)
            .doubleValue();
  }

  private double half() {
    return 0.5 * Math.pow(10, -decimals);
  }

  private String number(double value) {
    return Double.isNaN(value)
        ? "—"
        : String.format(Locale.ROOT, "%." + decimals + "f", rounded(value) + 0.0);
  }

  private String signed(double value) {
    double shown = rounded(value);
    return Double.isNaN(shown) || shown == 0
        ? number(value)
        : String.format(Locale.ROOT, "%+." + decimals + "f", shown);
  }

  private static String plainSigned(double value) {
    return (value > 0 ? "+" : "") + Figures.plain(value);
  }

  private static String percent(double share) {
    return String.format(
            Locale.ROOT,
            "%.2f",
            BigDecimal.valueOf(share * 100).setScale(2, RoundingMode.HALF_UP).doubleValue())
        + "%";
  }

  private String places(double places) {
    if (Double.isNaN(places)) {
      return "—";
    }
    return places == 0 ? "=" : (places > 0 ? "↑" : "↓") + Figures.plain(Math.abs(places));
  }

  private String say(String key, Object... arguments) {
    return Messages.say("explain." + key, lang, arguments);
  }
}
