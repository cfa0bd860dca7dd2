package peaceindex.report;

import java.io.OutputStream;
import java.util.List;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Field;
import peaceindex.panel.Panel;
import peaceindex.panel.Period;
import peaceindex.panel.Unit;
import peaceindex.problem.CellRef;
import peaceindex.problem.Lang;
import peaceindex.problem.Messages;
import peaceindex.problem.Place;
import peaceindex.problem.Problem;
import tools.jackson.core.JsonGenerator;

/**
 * What {@code check --json} prints, described by {@code check.schema.json}: every usable figure
 * with the cell it came from, by period, unit and field; every problem; every file of which nothing
 * could be read.
 */
public final class CheckJson {
  private final JsonGenerator json;
  private final Lang lang;

  private CheckJson(JsonGenerator json, Lang lang) {
    this.json = json;
    this.lang = lang;
  }

  /** Writes what was found, a figure at a time: a nation's returns need no memory for it. */
  public static void write(Checked checked, OutputStream out) {
    try (JsonGenerator json = Json.generator(out)) {
      CheckJson writer = new CheckJson(json, checked.lang());
      json.writeStartObject();
      json.writeName("values").writeStartArray();
      for (Period period : checked.panel().periods()) {
        writer.values(checked, period);
      }
      json.writeEndArray();
      writer.problems(checked.problems());
      json.writeEndObject();
    }
    Json.end(out);
  }

  /** Writes the same without any figure: only what went wrong. */
  public static void failure(List<Problem> problems, Lang lang, OutputStream out) {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeName("values").writeStartArray().writeEndArray();
      new CheckJson(json, lang).problems(problems);
      json.writeEndObject();
    }
    Json.end(out);
  }

  /** The JSON Schema of what is written. */
  public static String schema() {
    return Json.schema("check.schema.json");
  }

  private void values(Checked checked, Period period) {
    Panel panel = checked.panel();
    for (int unit = 0; unit < panel.roster().size(); unit++) {
      for (int field = 0; field < panel.fields().size(); field++) {
        if (panel.status(period, unit, field) == CellStatus.REPORTED) {
          value(checked, period, unit, field);
        }
      }
    }
  }

  private void value(Checked checked, Period period, int unit, int field) {
    Panel panel = checked.panel();
    Unit of = panel.roster().get(unit, period);
    Field what = panel.fields().get(field);
    double value = panel.value(period, unit, field);
    json.writeStartObject();
    json.writeStringProperty("unit", of.id());
    json.writeStringProperty("name", of.name().in(lang));
    json.writeStringProperty("period", period.toString());
    json.writeStringProperty("field", what.id());
    json.writeStringProperty("fieldName", what.name().in(lang));
    Json.number(json, "value", value);
    json.writeStringProperty(
        "raw", checked.raws().of(panel.packedOrigin(period, unit, field), value));
    place(panel.origin(period, unit, field).orElse(CellRef.file("")));
    json.writeEndObject();
  }

  private void problems(List<Problem> problems) {
    json.writeName("problems").writeStartArray();
    for (Problem problem : problems) {
      json.writeStartObject();
      json.writeStringProperty("severity", problem.severity().tag());
      json.writeStringProperty("code", problem.code().id());
      place(problem.where());
      json.writeStringProperty("unit", problem.unit());
      json.writeStringProperty("field", problem.field());
      json.writeStringProperty("message", Messages.text(problem, lang));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeName("refused").writeStartArray();
    for (Problem problem : problems) {
      if (Checked.isRefusal(problem)) {
        json.writeStartObject();
        json.writeStringProperty("file", problem.where().file());
        json.writeStringProperty("code", problem.code().id());
        json.writeStringProperty("message", Messages.text(problem, lang));
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private void place(Place place) {
    json.writeStringProperty("file", place instanceof CellRef ? place.file() : place.show());
    json.writeStringProperty("sheet", place instanceof CellRef cell ? cell.sheet() : "");
    json.writeStringProperty("cell", place instanceof CellRef cell ? cell.cell() : "");
  }
}
