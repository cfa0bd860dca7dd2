package peaceindex.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import peaceindex.panel.Figures;
import peaceindex.problem.Code;
import peaceindex.problem.LineRef;
import peaceindex.problem.Messages;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;
import peaceindex.ranking.Band;
import peaceindex.ranking.Places;

/**
 * Binds {@code bands} of {@code index.yaml}: by score, by rank, or both.
 *
 * <pre>
 * bands:
 *   - {id: green, name: 绿, from: 96, colour: "#2E7D32"}
 *   - {id: yellow, name: 黄, from: 93, to: 96, colour: "#F2A900"}
 *   - {id: red, name: 红, to: 93, last: 3, colour: "#C62828"}
 * </pre>
 *
 * Bands without a condition on the rank may stand in any order, as their scores say which is
 * better. As soon as one has a condition, they are written from the best to the worst.
 */
final class BandsYaml {

  /** A band and where it is written. */
  private record Line(Band band, YamlNode node) {}

  private final boolean hasGroups;
  private final Problems problems;

  /**
   * @param hasGroups whether the roster has groups, or nobody knows
   */
  BandsYaml(boolean hasGroups, Problems problems) {
    this.hasGroups = hasGroups;
    this.problems = problems;
  }

  /** The bands from the best to the worst. */
  List<Band> bind(YamlNode list) {
    Uniqueness words = new Uniqueness(problems);
    List<Line> lines = new ArrayList<>();
    boolean sound = true;
    for (YamlNode node : list.items()) {
      words.nextOwner();
      words.claimId("id", node.get("id"));
      words.claimNames("name", node.get("name").nameWords());
      Band band =
          new Band(
              node.get("id").textOrEmpty(),
              node.get("name").name(),
              node.get("from").number().orElse(Double.NEGATIVE_INFINITY),
              node.get("to").number().orElse(Double.POSITIVE_INFINITY),
              node.get("colour").textOrEmpty(),
              places(node));
      sound &= isReadable(node.get("from")) && isReadable(node.get("to"));
      if (band.from() >= band.to()) {
        sound = false;
        IndicatorYaml.boundsEmpty(problems, node, "from", "to");
      }
      lines.add(new Line(band, node));
    }
    List<Line> plain = new ArrayList<>(lines.stream().filter(l -> l.band().isForAll()).toList());
    boolean byScoreOnly = plain.size() == lines.size();
    List<Line> written = List.copyOf(plain);
    plain.sort(
        Comparator.comparingDouble((Line line) -> line.band().from())
            .thenComparingDouble(line -> line.band().to())
            .reversed());
    if (sound && !lines.isEmpty()) {
      checkOverlap(plain);
      checkCover(lines);
      if (!byScoreOnly) {
        checkOrder(written);
        checkFallback(lines);
      }
    }
    return (byScoreOnly ? plain : lines).stream().map(Line::band).toList();
  }

  private Optional<Places> places(YamlNode node) {
    boolean first = node.get("first").isPresent();
    boolean last = node.get("last").isPresent();
    YamlNode within = node.get("within");
    if (first && last) {
      problems.add(
          Code.BAD_VALUE,
          node.where(),
          "found",
          "first, last",
          "expected",
          Messages.phrase("config.expected.firstOrLast"));
    }
    if (within.isPresent() && !first && !last) {
      withoutEffect(node, "config.bands.withinNothing");
    } else if (within.textOrEmpty().equals("group") && !hasGroups) {
      withoutEffect(node, "config.bands.noGroups");
    }
    if (!first && !last) {
      return Optional.empty();
    }
    return Optional.of(
        new Places(
            last ? Places.End.LAST : Places.End.FIRST,
            node.get(last ? "last" : "first").integer().orElse(1),
            within.textOrEmpty().equals("group")));
  }

  private void withoutEffect(YamlNode node, String reason) {
    problems.add(
        Code.RULE_WITHOUT_EFFECT, node.keyPlace("within"), "reason", Messages.phrase(reason));
  }

  /** Whether an optional number is left out or is a number. */
  private static boolean isReadable(YamlNode number) {
    return !number.isPresent() || number.number().isPresent();
  }

  /** Whether any score belongs to two bands without a condition. */
  private void checkOverlap(List<Line> plain) {
    double begun = Double.POSITIVE_INFINITY;
    Text above = Text.of("");
    for (Line line : plain) {
      Band band = line.band();
      if (band.to() > begun) {
        problems.add(
            Code.BANDS_OVERLAP,
            line.node().get("to").where(),
            "found",
            band.name(),
            "other",
            above);
      }
      begun = Math.min(begun, band.from());
      above = band.name();
    }
  }

  /** Whether every score from −∞ to ∞ belongs to some band. */
  private void checkCover(List<Line> lines) {
    List<Line> falling =
        lines.stream()
            .sorted(Comparator.comparingDouble((Line line) -> line.band().to()).reversed())
            .toList();
    double begun = Double.POSITIVE_INFINITY;
    Line worst = falling.get(0);
    for (Line line : falling) {
      if (line.band().to() < begun) {
        gap(line.node().get("to").where(), line.band().to(), begun);
      }
      if (line.band().from() < begun) {
        begun = line.band().from();
        worst = line;
      }
    }
    if (begun > Double.NEGATIVE_INFINITY) {
      gap(worst.node().get("from").where(), Double.NEGATIVE_INFINITY, begun);
    }
  }

  private void gap(LineRef where, double from, double to) {
    Text range;
    if (Double.isInfinite(to)) {
      range = Messages.phrase("config.gap.above", "from", Figures.plain(from));
    } else if (Double.isInfinite(from)) {
      range = Messages.phrase("config.gap.below", "to", Figures.plain(to));
    } else {
      range =
          Messages.phrase(
              "config.gap.between", "from", Figures.plain(from), "to", Figures.plain(to));
    }
    problems.add(Code.BANDS_GAP, where, "found", range);
  }

  /** Whether bands without a condition are written from the best to the worst. */
  private void checkOrder(List<Line> plain) {
    for (int i = 1; i < plain.size(); i++) {
      Band better = plain.get(i - 1).band();
      Band band = plain.get(i).band();
      if (band.from() > better.from()) {
        problems.add(
            Code.BANDS_UNORDERED,
            plain.get(i).node().where(),
            "found",
            band.name(),
            "other",
            better.name());
      }
    }
  }

  /** Whether a unit with the score of a band but not the rank for it belongs to another one. */
  private void checkFallback(List<Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      Band band = lines.get(i).band();
      Optional<Places> places = band.places();
      if (places.isEmpty() || isCovered(band, lines)) {
        continue;
      }
      boolean first = places.get().isFirst();
      List<Line> beside = first ? lines.subList(i + 1, lines.size()) : lines.subList(0, i);
      if (beside.stream().noneMatch(line -> line.band().isForAll())) {
        problems.add(
            Code.BAND_WITHOUT_FALLBACK,
            lines.get(i).node().where(),
            "found",
            band.name(),
            "expected",
            Messages.phrase(first ? "config.bands.worse" : "config.bands.better"));
      }
    }
  }

  /** Whether the scores of a band all belong to bands without a condition. */
  private static boolean isCovered(Band band, List<Line> lines) {
    double covered = band.from();
    List<Band> rising =
        lines.stream()
            .map(Line::band)
            .filter(Band::isForAll)
            .sorted(Comparator.comparingDouble(Band::from))
            .toList();
    for (Band plain : rising) {
      if (plain.from() <= covered) {
        covered = Math.max(covered, plain.to());
      }
    }
    return covered >= band.to();
  }
}
