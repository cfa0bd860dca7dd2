package peaceindex.returns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Fields;
import peaceindex.problem.Code;
import peaceindex.problem.Severity;
import peaceindex.problem.Text;

/**
 * What returns hold, and the words by which their parts are recognised.
 *
 * @param unitCode labels of the unit's code
 * @param unitName labels of the unit's name
 * @param period labels of the month
 * @param total words that mark a total row
 * @param remark words that mark a remark
 * @param personal labels of columns that hold data of persons, which are never read
 * @param missing spellings of an empty cell
 * @param notApplicable words that say that the question does not apply to the unit
 * @param corrections name of the folder for corrected returns; empty if there is none
 * @param sense what is taken for odd
 * @param severities the severities that differ from the codes' own
 * @param events the register of events
 */
public record ReturnsLayout(
    Fields fields,
    List<Source> sources,
    List<String> unitCode,
    List<String> unitName,
    List<String> period,
    List<String> total,
    List<String> remark,
    List<String> personal,
    List<String> missing,
    List<String> notApplicable,
    String corrections,
    Optional<ReceiptsLayout> receipts,
    Sense sense,
    Map<Code, Severity> severities,
    EventsLayout events) {

  /** A layout without events. */
  public ReturnsLayout(
      Fields fields,
      List<Source> sources,
      List<String> unitCode,
      List<String> unitName,
      List<String> period,
      List<String> total,
      List<String> remark,
      List<String> personal,
      List<String> missing,
      List<String> notApplicable,
      String corrections,
      Optional<ReceiptsLayout> receipts,
      Sense sense,
      Map<Code, Severity> severities) {
    this(
        fields,
        sources,
        unitCode,
        unitName,
        period,
        total,
        remark,
        personal,
        missing,
        notApplicable,
        corrections,
        receipts,
        sense,
        severities,
        EventsLayout.DEFAULT);
  }

  /** The same layout for other events. */
  public ReturnsLayout with(EventsLayout other) {
    return new ReturnsLayout(
        fields,
        sources,
        unitCode,
        unitName,
        period,
        total,
        remark,
        personal,
        missing,
        notApplicable,
        corrections,
        receipts,
        sense,
        severities,
        other);
  }

  /**
   * What is taken for odd: how far a figure may be from the unit's own past. 0 means that nothing
   * is too far.
   *
   * @param jumpFactor by how many times
   * @param jumpPoints by how many percentage points, for percentages
   * @param jumps the one or the other for fields that differ, by id
   */
  public record Sense(double jumpFactor, double jumpPoints, Map<String, Double> jumps) {
    public static final Sense DEFAULT = new Sense(3, 20, Map.of());

    /** How far a figure of this field may be from the unit's own past. */
    public double jump(Field field) {
      boolean percentage = field.kind() == FieldKind.PERCENTAGE;
      return jumps.getOrDefault(field.id(), percentage ? jumpPoints : jumpFactor);
    }
  }

  /**
   * A department whose file supplies some of the fields.
   *
   * @param fileNames words of which one stands in the name of its files
   */
  public record Source(String id, Text name, List<String> fileNames) {}

  /**
   * The register of receipts: an Excel list that the clerk keeps.
   *
   * @param file path within the input folder
   * @param dueDay last day of the month after the one reported on which a return is in time
   * @param unit labels of the column with the unit's name or code
   * @param fileName labels of the column with the file's name
   * @param correction words in the column {@code kind} that make a file a correction
   */
  public record ReceiptsLayout(
      String file,
      int dueDay,
      List<String> unit,
      List<String> fileName,
      List<String> period,
      List<String> received,
      List<String> kind,
      List<String> correction) {}
}
