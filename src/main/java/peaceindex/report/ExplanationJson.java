package peaceindex.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import peaceindex.formula.Worked;
import peaceindex.index.IndexTree;
import peaceindex.index.Indicator;
import peaceindex.index.Ingredient;
import peaceindex.index.adjust.Adjustment;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Unit;
import peaceindex.problem.CellRef;
import peaceindex.problem.Lang;
import peaceindex.problem.LineRef;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.ranking.Band;
import peaceindex.ranking.Explanation;
import peaceindex.ranking.Explanation.Account;
import peaceindex.ranking.Explanation.Comparison;
import peaceindex.ranking.Explanation.Item;
import peaceindex.ranking.Explanation.PartAccount;
import peaceindex.ranking.Explanation.Prospect;
import peaceindex.ranking.Explanation.Remedy;
import peaceindex.ranking.Standing;
import peaceindex.report.workbook.MethodWords;
import peaceindex.report.workbook.Words;
import tools.jackson.core.JsonGenerator;

/**
 * An explanation for other programs, described by {@code explanation.schema.json}. Numbers are
 * exact but for those called published; formulas are text for people.
 */
public final class ExplanationJson {
  private final JsonGenerator json;
  private final Lang lang;

  private ExplanationJson(JsonGenerator json, Lang lang) {
    this.json = json;
    this.lang = lang;
  }

  /** The whole explanation as one object. */
  public static byte[] bytes(Findings findings, Explanation explanation) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.generator(out)) {
      ExplanationJson writer = new ExplanationJson(json, findings.lang());
      json.writeStartObject();
      json.writeName("explanation");
      writer.explanation(findings, explanation);
      writer.problems(concerns(findings, explanation));
      json.writeEndObject();
    }
    out.write('\n');
    return out.toByteArray();
  }

  /** What is said where nothing could be explained. */
  public static void failure(List<Problem> problems, Lang lang, OutputStream out) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.generator(bytes)) {
      json.writeStartObject();
      json.writeNullProperty("explanation");
      new ExplanationJson(json, lang).problems(problems);
      json.writeEndObject();
    }
    bytes.write('\n');
    try {
      bytes.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JSON Schema of what is written. */
  public static String schema() {
    return Json.schema("explanation.schema.json");
  }

  private static List<Problem> concerns(Findings findings, Explanation of) {
    Set<Problem> all = new LinkedHashSet<>();
    of.accounts()
        .forEach(account -> all.addAll(Concerns.of(findings, of.unit(), account.ingredients())));
    return List.copyOf(all);
  }

  private void explanation(Findings findings, Explanation of) {
    Standing standing = of.standing();
    Panel panel = findings.panel();
    Unit unit = panel.roster().get(of.unit(), standing.period());
    json.writeStartObject();
    json.writeStringProperty("index", findings.index().id());
    json.writeStringProperty("period", standing.period().toString());
    json.writeStringProperty("unit", unit.id());
    json.writeStringProperty("name", unit.name().in(lang));
    json.writeStringProperty("group", unit.group());
    Json.number(json, "rank", standing.rank(of.unit()));
    json.writeNumberProperty("ranked", standing.ranking().size());
    Json.number(json, "groupRank", standing.groupRank(of.unit()));
    Json.text(json, "band", standing.band(of.unit()).map(Band::id).orElse(null));
    Json.text(
        json,
        "notRanked",
        Optional.ofNullable(standing.notRanked().get(of.unit()))
            .map(why -> why.reason().in(lang))
            .orElse(null));
    Json.number(json, "published", standing.published(of.unit()));
    Json.number(json, "exact", standing.index(of.unit()));
    Json.number(json, "beforePoints", standing.scores().indexBeforePoints(of.unit()));
    Json.number(json, "points", standing.points(of.unit()));
    Json.number(json, "publishedMean", standing.publishedMean());
    json.writeBooleanProperty("additive", of.isAdditive());
    adjustments(panel, of);
    json.writeName("nodes").writeStartArray();
    of.accounts().forEach(account -> node(findings, of, account));
    json.writeEndArray();
    json.writeName("changes").writeStartArray();
    of.comparisons().forEach(one -> comparison(of, one));
    json.writeEndArray();
    prospect(findings, of);
    json.writeEndObject();
  }

  private void adjustments(Panel panel, Explanation of) {
    json.writeName("adjustments").writeStartArray();
    for (Adjustment line : of.standing().adjustments()) {
      if (line.unit() == of.unit()) {
        json.writeStartObject();
        json.writeStringProperty("rule", line.rule());
        json.writeStringProperty("name", line.name().in(lang));
        json.writeNumberProperty("times", line.times());
        Json.number(json, "points", line.points());
        json.writeStringProperty("why", line.why().in(lang));
        cell(panel.origins().cell(line.origin()));
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private void node(Findings findings, Explanation of, Account account) {
    IndexTree tree = of.standing().tree();
    Panel panel = findings.panel();
    boolean isIndicator = tree.node(account.node()) instanceof Indicator;
    json.writeStartObject();
    json.writeStringProperty("id", tree.node(account.node()).id());
    json.writeStringProperty("name", tree.node(account.node()).name().in(lang));
    json.writeStringProperty("kind", isIndicator ? "indicator" : "dimension");
    Json.text(
        json, "parent", account.node() == 0 ? null : tree.node(tree.parent(account.node())).id());
    Json.number(json, "value", account.value());
    Json.number(json, "reported", account.reported());
    Json.number(json, "smoothed", account.smoothed());
    json.writeStringProperty("status", account.status().tag());
    Json.number(json, "score", account.score());
    Json.number(json, "full", account.full());
    Json.number(json, "mean", account.mean());
    Json.number(json, "weight", account.weight());
    Json.number(json, "contribution", account.contribution());
    Json.number(json, "lost", account.lost());
    Json.number(json, "ahead", account.ahead());
    worked("derivation", account.derived(), panel);
    json.writeName("figures").writeStartArray();
    account.ingredients().forEach(ingredient -> figure(panel, ingredient));
    json.writeEndArray();
    account
        .other()
        .ifPresentOrElse(
            other -> {
              json.writeName("scoreOf").writeStartObject();
              json.writeStringProperty("index", other.index());
              Json.text(json, "node", other.node().map(name -> name.in(lang)).orElse(null));
              json.writeStringProperty("period", other.period().toString());
              json.writeEndObject();
            },
            () -> json.writeNullProperty("scoreOf"));
    json.writeName("parts").writeStartArray();
    account.parts().forEach(part -> part(panel, part));
    json.writeEndArray();
    worked("combination", account.combined(), panel);
    json.writeName("averaged").writeStartArray();
    for (Explanation.Averaged one : account.averaged()) {
      json.writeStartObject();
      json.writeStringProperty("period", one.period().toString());
      Json.number(json, "published", one.published());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void worked(String name, Optional<Worked> worked, Panel panel) {
    Json.text(json, name, worked.map(of -> spelled(of, panel).equation()).orElse(null));
  }

  private Spelling spelled(Worked worked, Panel panel) {
    return new Spelling(
        worked,
        id -> {
          int field = panel.fields().indexOf(id);
          return field < 0 ? id : panel.fields().get(field).name().in(lang);
        },
        lang);
  }

  private void figure(Panel panel, Ingredient ingredient) {
    json.writeStartObject();
    json.writeStringProperty("field", panel.fields().get(ingredient.field()).id());
    json.writeStringProperty("name", panel.fields().get(ingredient.field()).name().in(lang));
    Json.number(json, "figure", ingredient.figure());
    json.writeName("sources").writeStartArray();
    for (Ingredient.Source source : ingredient.sources()) {
      json.writeStartObject();
      json.writeStringProperty("unit", panel.roster().get(source.unit()).id());
      json.writeStringProperty("period", source.period().toString());
      Json.number(
          json, "figure", source.status() == CellStatus.REPORTED ? source.figure() : Double.NaN);
      json.writeStringProperty("status", source.status().tag());
      json.writeBooleanProperty("counted", source.counted());
      cell(source.cell());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void part(Panel panel, PartAccount part) {
    MethodWords words = new MethodWords(new Words(lang));
    Spelling spelling = spelled(part.worked(), panel);
    json.writeStartObject();
    Json.number(json, "weight", part.part().weight());
    json.writeStringProperty("method", words.of(part.part().normalisation()));
    json.writeStringProperty("reference", words.reference(part.part()));
    json.writeName("referencePeriods").writeStartArray();
    part.referencePeriods().stream().map(Period::toString).forEach(json::writeString);
    json.writeEndArray();
    Json.number(json, "score", part.score());
    Json.text(json, "formula", Double.isNaN(part.score()) ? null : spelling.equation());
    json.writeName("notes").writeStartArray();
    spelling.notes().forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void comparison(Explanation of, Comparison one) {
    json.writeStartObject();
    json.writeStringProperty(
        "against", one.against() == Explanation.Against.PREVIOUS ? "previous" : "yearEarlier");
    json.writeStringProperty("period", one.then().toString());
    Json.number(json, "published", one.change());
    Json.number(json, "rank", one.places());
    Json.number(json, "exact", one.exact());
    json.writeBooleanProperty("additive", one.additive());
    json.writeBooleanProperty("otherRules", one.otherRules());
    json.writeName("items").writeStartArray();
    for (Item item : one.items()) {
      if (of.isShown(item.node())) {
        json.writeStartObject();
        json.writeStringProperty("id", of.standing().tree().node(item.node()).id());
        numbers(
            Map.entry("points", item.points()),
            Map.entry("valueThen", item.valueThen()),
            Map.entry("value", item.valueNow()),
            Map.entry("scoreThen", item.scoreThen()),
            Map.entry("score", item.scoreNow()),
            Map.entry("weightThen", item.weightThen()),
            Map.entry("weight", item.weightNow()));
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    numbers(
        Map.entry("weights", one.weights()),
        Map.entry("points", one.points()),
        Map.entry("rules", one.rules()),
        Map.entry("rest", one.rest()));
    json.writeEndObject();
  }

  private void prospect(Findings findings, Explanation of) {
    Prospect prospect = of.prospect();
    Panel panel = findings.panel();
    json.writeName("prospect").writeStartObject();
    Json.text(json, "above", prospect.above().map(u -> panel.roster().get(u).id()).orElse(null));
    Json.number(json, "gap", prospect.gap());
    json.writeName("remedies").writeStartArray();
    for (Remedy one : prospect.remedies()) {
      json.writeStartObject();
      json.writeStringProperty("indicator", of.standing().tree().node(one.node()).id());
      json.writeStringProperty("field", panel.fields().get(one.field()).id());
      numbers(
          Map.entry("from", one.from()),
          Map.entry("to", one.to()),
          Map.entry("share", one.share()),
          Map.entry("value", one.valueBefore()),
          Map.entry("valueThen", one.valueAfter()),
          Map.entry("score", one.scoreBefore()),
          Map.entry("scoreThen", one.scoreAfter()),
          Map.entry("publishedThen", one.publishedAfter()),
          Map.entry("rankThen", one.rankAfter()));
      cell(one.cell());
      json.writeEndObject();
    }
    json.writeEndArray();
    Json.text(
        json,
        "none",
        prospect.none().map(why -> Messages.say("explain.none." + why, lang)).orElse(null));
    json.writeEndObject();
  }

  @SafeVarargs
  private void numbers(Map.Entry<String, Double>... named) {
    for (Map.Entry<String, Double> one : named) {
      Json.number(json, one.getKey(), one.getValue());
    }
  }

  private void cell(Optional<CellRef> cell) {
    json.writeStringProperty("file", cell.map(CellRef::file).orElse(""));
    json.writeStringProperty("sheet", cell.map(CellRef::sheet).orElse(""));
    json.writeStringProperty("cell", cell.map(CellRef::cell).orElse(""));
  }

  private void problems(List<Problem> problems) {
    json.writeName("problems").writeStartArray();
    for (Problem problem : problems) {
      json.writeStartObject();
      json.writeStringProperty("severity", problem.severity().tag());
      json.writeStringProperty("code", problem.code().id());
      if (problem.where() instanceof LineRef line) {
        cell(Optional.of(CellRef.file(line.show())));
      } else {
        cell(Optional.of((CellRef) problem.where()));
      }
      json.writeStringProperty("unit", problem.unit());
      json.writeStringProperty("field", problem.field());
      json.writeStringProperty("message", Messages.text(problem, lang));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
