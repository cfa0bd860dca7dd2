package peaceindex.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import peaceindex.index.IndexTree;
import peaceindex.index.PeriodScores;
import peaceindex.index.adjust.Adjustment;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Unit;
import peaceindex.problem.CellRef;
import peaceindex.problem.Lang;
import peaceindex.problem.LineRef;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Text;
import peaceindex.ranking.Band;
import peaceindex.ranking.Ledger;
import peaceindex.ranking.Movement;
import peaceindex.ranking.NotRanked;
import peaceindex.ranking.Standing;
import peaceindex.returns.InputFile;
import peaceindex.sheet.Fingerprint;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;

/**
 * The result for other programs, {@code result.json}, described by {@code result.schema.json}.
 *
 * <p>{@code index}, {@code score} and {@code value} are exact; {@code published} is rounded; {@code
 * weight} is the effective weight in the whole index. For additive aggregation {@code contribution}
 * is weight × score and the contributions of the indicators and the points add up to {@code index};
 * otherwise it is null. What is not known is null.
 */
public final class ResultJson implements Report {

  @Override
  public String fileName() {
    return "result.json";
  }

  @Override
  public Text title() {
    return Messages.phrase("report.result");
  }

  @Override
  public void write(Findings findings, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      write(findings, out);
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Writes the content of the file, a unit at a time; the stream stays open. */
  public static void write(Findings findings, OutputStream out) {
    try (JsonGenerator json = Json.generator(out)) {
      new Writer(json, findings.lang()).result(findings);
    }
    Json.end(out);
  }

  /** A result without ranking: only what went wrong. */
  public static byte[] failure(
      Optional<String> index, Optional<String> period, List<Problem> problems, Lang lang) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.generator(out)) {
      Writer writer = new Writer(json, lang);
      json.writeStartObject();
      writer.text("index", index.orElse(null));
      writer.text("period", period.orElse(null));
      json.writeName("units").writeStartArray().writeEndArray();
      json.writeName("notRanked").writeStartArray().writeEndArray();
      writer.problems(problems);
      json.writeEndObject();
    }
    Json.end(out);
    return out.toByteArray();
  }

  /** What a command says that writes files and computes nothing: their paths. */
  public static byte[] written(Optional<String> period, List<String> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      period.ifPresent(of -> json.writeStringProperty("period", of));
      json.writeName("written").writeStartArray();
      files.forEach(json::writeString);
      json.writeEndArray();
      json.writeEndObject();
    }
    Json.end(out);
    return out.toByteArray();
  }

  /** The JSON Schema of the file. */
  public static String schema() {
    return Json.schema("result.schema.json");
  }

  /** Writes parts of the result; names in one language. */
  private static final class Writer {
    private final JsonGenerator json;
    private final Lang lang;

    Writer(JsonGenerator json, Lang lang) {
      this.json = json;
      this.lang = lang;
    }

    void result(Findings findings) {
      Standing standing = findings.standing();
      json.writeStartObject();
      json.writeStringProperty("index", findings.index().id());
      json.writeStringProperty("period", findings.period().toString());
      county(standing);
      json.writeName("units").writeStartArray();
      for (int unit : standing.ranking()) {
        unit(findings, standing, unit);
      }
      json.writeEndArray();
      json.writeName("notRanked").writeStartArray();
      for (Map.Entry<Integer, NotRanked> entry : standing.notRanked().entrySet()) {
        json.writeStartObject();
        json.writeStringProperty("unit", findings.panel().roster().get(entry.getKey()).id());
        json.writeStringProperty("reason", entry.getValue().reason().in(lang));
        json.writeEndObject();
      }
      json.writeEndArray();
      adjustments(findings);
      ledger(findings);
      problems(findings.problems());
      provenance(findings.provenance());
      json.writeEndObject();
    }

    private void provenance(Provenance provenance) {
      if (!provenance.isKnown()) {
        return;
      }
      json.writeName("program").writeStartObject();
      json.writeStringProperty("name", Provenance.PROGRAM);
      json.writeStringProperty("version", provenance.version());
      json.writeEndObject();
      json.writeName("configuration").writeStartArray();
      for (Fingerprint file : provenance.configuration()) {
        json.writeStartObject();
        content(file);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeName("inputs").writeStartArray();
      for (InputFile file : provenance.inputs()) {
        json.writeStartObject();
        content(file.content());
        json.writeStringProperty("kind", file.kind().name().toLowerCase(Locale.ROOT));
        text("period", file.period().map(Period::toString).orElse(null));
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    private void content(Fingerprint file) {
      json.writeStringProperty("file", file.file());
      number("bytes", file.bytes() < 0 ? Double.NaN : file.bytes());
      text("sha256", file.isKnown() ? file.sha256() : null);
    }

    private void adjustments(Findings findings) {
      Panel panel = findings.panel();
      json.writeName("adjustments").writeStartArray();
      for (Adjustment line : findings.standing().adjustments()) {
        Optional<CellRef> cell = panel.origins().cell(line.origin());
        json.writeStartObject();
        json.writeStringProperty("unit", panel.roster().get(line.unit()).id());
        json.writeStringProperty("rule", line.rule());
        json.writeStringProperty("name", line.name().in(lang));
        json.writeNumberProperty("times", line.times());
        number("points", line.points());
        json.writeStringProperty("why", line.why().in(lang));
        json.writeStringProperty("file", cell.map(CellRef::file).orElse(""));
        json.writeStringProperty("sheet", cell.map(CellRef::sheet).orElse(""));
        // A place without a sheet is a folder, which has no cells.
        boolean inSheet = cell.filter(of -> !of.sheet().isEmpty()).isPresent();
        json.writeStringProperty("cell", inSheet ? cell.get().cell() : "");
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    private void ledger(Findings findings) {
      json.writeName("ledger").writeStartArray();
      for (Ledger.Entry entry : Ledger.of(findings.trend(), findings.period()).entries()) {
        json.writeStartObject();
        json.writeStringProperty("unit", findings.panel().roster().get(entry.unit()).id());
        json.writeStringProperty("band", entry.escalation().band());
        json.writeNumberProperty("inARow", entry.inARow());
        text("step", entry.current().map(taken -> taken.step().id()).orElse(null));
        json.writeName("steps").writeStartArray();
        for (Ledger.Taken taken : entry.steps()) {
          json.writeStartObject();
          json.writeStringProperty("step", taken.step().id());
          json.writeStringProperty("name", taken.step().name().in(lang));
          json.writeStringProperty("since", taken.since().toString());
          text("until", taken.until().map(Period::toString).orElse(null));
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    private void county(Standing standing) {
      json.writeName("county").writeStartObject();
      json.writeName("meanOfUnits").writeStartObject();
      number("index", standing.meanIndex());
      number("published", standing.publishedMean());
      json.writeEndObject();
      json.writeName("pooled").writeStartObject();
      number("index", standing.scores().pooledScore(0));
      number("published", standing.publishedPooled(0));
      json.writeEndObject();
      json.writeEndObject();
    }

    private void unit(Findings findings, Standing standing, int unit) {
      Unit of = findings.panel().roster().get(unit, findings.period());
      Movement movement = findings.trend().movement(findings.period(), unit);
      json.writeStartObject();
      json.writeStringProperty("unit", of.id());
      json.writeStringProperty("name", of.name().in(lang));
      json.writeStringProperty("group", of.group());
      number("index", standing.index(unit));
      json.writeName("published").writeStartObject();
      number("index", standing.published(unit));
      json.writeEndObject();
      json.writeName("beforePoints").writeStartObject();
      number("index", standing.scores().indexBeforePoints(unit));
      number("published", standing.publishedBeforePoints(unit));
      json.writeEndObject();
      number("points", standing.points(unit));
      number("rank", standing.rank(unit));
      number("groupRank", standing.groupRank(unit));
      text("band", standing.band(unit).map(Band::id).orElse(null));
      pair("change", movement.index(), movement.rank());
      pair("yearOnYear", movement.yearIndex(), movement.yearRank());
      pair("yearToDate", movement.yearToDate(), movement.yearToDateRank());
      dimensions(standing, unit);
      indicators(standing, unit);
      json.writeEndObject();
    }

    private void pair(String name, double index, double rank) {
      json.writeName(name).writeStartObject();
      number("index", index);
      number("rank", rank);
      json.writeEndObject();
    }

    private void dimensions(Standing standing, int unit) {
      IndexTree tree = standing.tree();
      json.writeName("dimensions").writeStartArray();
      for (int node : tree.dimensions()) {
        json.writeStartObject();
        json.writeStringProperty("id", tree.node(node).id());
        json.writeStringProperty("name", tree.node(node).name().in(lang));
        number("score", standing.scores().score(node, unit));
        number("published", standing.published(node, unit));
        number("rank", standing.rank(node, unit));
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    private void indicators(Standing standing, int unit) {
      IndexTree tree = standing.tree();
      PeriodScores scores = standing.scores();
      json.writeName("indicators").writeStartArray();
      for (int node : tree.indicators()) {
        json.writeStartObject();
        json.writeStringProperty("id", tree.node(node).id());
        json.writeStringProperty("name", tree.node(node).name().in(lang));
        number("value", scores.value(node, unit));
        text("status", scores.status(node, unit).tag());
        number("reported", scores.reportedValue(node, unit));
        number("smoothed", scores.shrunkValue(node, unit));
        number("score", scores.score(node, unit));
        number("weight", scores.weight(node, unit));
        number("contribution", scores.contribution(node, unit));
        number("rank", standing.rank(node, unit));
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    void problems(List<Problem> problems) {
      json.writeName("problems").writeStartArray();
      for (Problem problem : problems) {
        json.writeStartObject();
        json.writeStringProperty("severity", problem.severity().tag());
        json.writeStringProperty("code", problem.code().id());
        json.writeStringProperty("file", problem.where().file());
        if (problem.where() instanceof CellRef cell) {
          json.writeStringProperty("sheet", cell.sheet());
          json.writeStringProperty("cell", cell.cell());
        } else {
          json.writeStringProperty("sheet", "");
          json.writeStringProperty("cell", "");
        }
        if (problem.where() instanceof LineRef line) {
          json.writeNumberProperty("line", line.line());
          json.writeNumberProperty("column", line.column());
        }
        json.writeStringProperty("unit", problem.unit());
        json.writeStringProperty("field", problem.field());
        json.writeStringProperty("message", Messages.text(problem, lang));
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    void text(String name, @Nullable String value) {
      Json.text(json, name, value);
    }

    private void number(String name, double value) {
      Json.number(json, name, value);
    }
  }
}
