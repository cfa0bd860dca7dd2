package peaceindex.report.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import peaceindex.panel.Unit;
import peaceindex.report.Delivery;
import peaceindex.report.FileNames;
import peaceindex.report.workbook.Xlsx;
import peaceindex.returns.ReturnsLayout.Source;

/**
 * The blank returns of a survey as files. What a department supplies is asked of the department, in
 * a table whose file name holds the department's word, and not of the units.
 */
public final class Templates {
  private final Survey survey;
  private final List<Delivery.Item> tables = new ArrayList<>();
  private final Map<Integer, Delivery.Item> forms = new TreeMap<>();

  /** Lists the files of a survey; whichever of them are written, each has the same name. */
  public Templates(Survey survey) {
    this.survey = survey;
    FileNames names = new FileNames(survey.period());
    boolean unitsReport = !survey.fields("").isEmpty();
    if (unitsReport) {
      tables.add(
          item(names.of(survey.words().say("template.file.all")), UnitsTable.ofUnits(survey)));
    }
    for (Source source : survey.returns().sources()) {
      if (!survey.fields(source.id()).isEmpty()) {
        tables.add(
            item(
                names.of(survey.suited(FileNames.possible(source.fileNames()))),
                UnitsTable.ofSource(survey, source.id(), source.name())));
      }
    }
    EventsForm events = new EventsForm(survey);
    if (events.isNeeded()) {
      tables.add(item(names.of(events.title()), events));
    }
    if (unitsReport) {
      for (int number : survey.roster().active(survey.period())) {
        Unit unit = survey.roster().get(number, survey.period());
        forms.put(
            number, item(names.of(survey.words().in(unit.name())), new UnitForm(survey, unit)));
      }
    }
  }

  /**
   * The consolidated returns: that of the units, then one a department; and the register of events,
   * where any count.
   */
  public List<Delivery.Item> tables() {
    return List.copyOf(tables);
  }

  /**
   * The forms of some units, by their numbers on the roster; none if departments supply all, none
   * of a unit that does not exist in the period.
   */
  public List<Delivery.Item> forms(Set<Integer> units) {
    return forms.entrySet().stream()
        .filter(form -> units.contains(form.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private Delivery.Item item(String name, Xlsx.Content content) {
    return new Delivery.Item(
        name,
        file -> {
          Xlsx.write(file, survey.period(), survey.lang(), content);
          return true;
        });
  }
}
