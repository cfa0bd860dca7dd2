package peaceindex.report.slip;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import peaceindex.panel.Roster;
import peaceindex.problem.Messages;
import peaceindex.problem.Text;
import peaceindex.report.FileNames;
import peaceindex.report.Findings;
import peaceindex.report.Report;
import peaceindex.report.workbook.SafeText;
import peaceindex.report.workbook.Xlsx;
import peaceindex.report.workbook.ooxml.WorkbookWriter;

/**
 * The slips of a period: {@code slips/ID.xlsx}, a workbook for each unit that exists in it, ranked
 * or not, or {@code slips.xlsx} with a sheet for each.
 */
public final class SlipReports {
  /** The folder of the workbooks. */
  public static final String FOLDER = "slips";

  private SlipReports() {}

  /** The slips that the page settings ask for. */
  public static List<Report> of(Findings findings) {
    return switch (findings.page().slips()) {
      case NONE -> List.of();
      case SHEETS -> List.of(new Together());
      case WORKBOOKS -> each(findings);
    };
  }

  /** The one workbook; the names of workbooks for units follow from the roster. */
  public static List<Report> knownBeforehand() {
    return List.of(new Together());
  }

  private static List<Report> each(Findings findings) {
    County county = new County(findings);
    Roster roster = findings.panel().roster();
    FileNames names = new FileNames();
    List<Report> slips = new ArrayList<>();
    for (int unit : roster.active(findings.period())) {
      slips.add(new Alone(county, unit, FOLDER + "/" + names.of(roster.get(unit).id())));
    }
    return slips;
  }

  /** One slip in a workbook. */
  private record Alone(County county, int unit, String fileName) implements Report {
    @Override
    public String id() {
      return FOLDER;
    }

    @Override
    public Text title() {
      return Messages.phrase("slip.files");
    }

    @Override
    public void write(Findings findings, Path file) throws IOException {
      Subject subject = new Subject(findings, county, unit);
      Xlsx.write(
          file,
          findings.period(),
          findings.lang(),
          (workbook, styles) -> Slip.write(subject, workbook, styles, subject.say("sheet")));
    }
  }

  /** All slips in one workbook, which is for the office. */
  private record Together() implements Report {
    @Override
    public String fileName() {
      return "slips.xlsx";
    }

    @Override
    public Text title() {
      return Messages.phrase("slip.file");
    }

    @Override
    public void write(Findings findings, Path file) throws IOException {
      County county = new County(findings);
      Set<String> tabs = new HashSet<>();
      Xlsx.write(
          file,
          findings.period(),
          findings.lang(),
          (workbook, styles) -> {
            for (int unit : findings.panel().roster().active(findings.period())) {
              Subject subject = new Subject(findings, county, unit);
              Slip.write(subject, workbook, styles, tab(subject, tabs));
            }
          });
    }

    /** The unit's name, as far as a tab can hold it and it is free. */
    private static String tab(Subject subject, Set<String> taken) {
      String name = SafeText.of(subject.in(subject.who().name()));
      String tab = WorkbookWriter.safeName(name, ' ');
      for (int number = 2; !taken.add(tab.toLowerCase(Locale.ROOT)); number++) {
        String ending = " (" + number + ")";
        String begin =
            name.substring(
                0, Math.min(name.length(), WorkbookWriter.LONGEST_NAME - ending.length()));
        tab = WorkbookWriter.safeName(begin + ending, ' ');
      }
      return tab;
    }
  }
}
