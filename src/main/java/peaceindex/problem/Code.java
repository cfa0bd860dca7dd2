package peaceindex.problem;

/**
 * Every problem the tool can name. The id is what diagnostics show and what the message files are
 * keyed by: C for configuration, P for returns, U for usage, M for the machine.
 */
public enum Code {
  // Configuration
  CONFIG_FILE_MISSING("C101", Severity.ERROR),
  YAML_SYNTAX("C102", Severity.ERROR),
  UNKNOWN_KEY("C103", Severity.ERROR),
  MISSING_KEY("C104", Severity.ERROR),
  WRONG_TYPE("C105", Severity.ERROR),
  NOT_A_CHOICE("C106", Severity.ERROR),
  OUT_OF_RANGE("C107", Severity.ERROR),
  BAD_VALUE("C108", Severity.ERROR),
  DUPLICATE_KEY("C109", Severity.ERROR),
  CONFIG_NOT_UTF8("C110", Severity.ERROR),
  CONFIG_EMPTY("C111", Severity.ERROR),
  CONFIG_TOO_LARGE("C112", Severity.ERROR),
  CONFIG_UNREADABLE("C113", Severity.ERROR),
  EXPRESSION_SYNTAX("C201", Severity.ERROR),
  UNKNOWN_FIELD("C202", Severity.ERROR),
  GOALPOSTS_EMPTY("C203", Severity.ERROR),
  WEIGHT_NEGATIVE("C204", Severity.ERROR),
  WEIGHTS_SUM_TO_ZERO("C205", Severity.ERROR),
  BANDS_OVERLAP("C206", Severity.ERROR),
  BANDS_GAP("C207", Severity.ERROR),
  DUPLICATE_ID("C208", Severity.ERROR),
  DUPLICATE_NAME("C209", Severity.ERROR),
  UNKNOWN_GROUP("C210", Severity.ERROR),
  BAD_PERIOD("C211", Severity.ERROR),
  VERSIONS_UNORDERED("C212", Severity.ERROR),
  UNKNOWN_SOURCE("C213", Severity.ERROR),
  AMBIGUOUS_FIELD("C214", Severity.ERROR),
  VERSIONS_WITHOUT_PERIODS("C215", Severity.ERROR),
  VERSIONS_AND_CHILDREN("C216", Severity.ERROR),
  PART_OF_CYCLE("C217", Severity.ERROR),
  REFERENCE_WITHOUT_EFFECT("C218", Severity.ERROR),
  REFERENCE_WITHOUT_GROUPS("C219", Severity.ERROR),
  SEVERITY_FIXED("C220", Severity.ERROR),
  REFERENCE_TIME("C228", Severity.ERROR),
  REFERENCE_WITHOUT_PERIODS("C229", Severity.ERROR),
  LINES_UNORDERED("C231", Severity.ERROR),
  BOUND_OF_OTHER_POLARITY("C232", Severity.ERROR),
  STEPS_GAP("C233", Severity.ERROR),
  UNKNOWN_BAND("C236", Severity.ERROR),
  RULE_WITHOUT_EFFECT("C237", Severity.ERROR),
  TREATMENT_CHANGES_UNIT("C238", Severity.ERROR),
  NOT_A_RATE("C239", Severity.ERROR),
  BANDS_UNORDERED("C240", Severity.ERROR),
  BAND_WITHOUT_FALLBACK("C241", Severity.ERROR),
  ESCALATION_UNORDERED("C242", Severity.ERROR),
  UNKNOWN_INDEX("C250", Severity.ERROR),
  UNKNOWN_NODE("C251", Severity.ERROR),
  INDEX_TOO_OFTEN("C252", Severity.ERROR),
  INDEX_CIRCLE("C253", Severity.ERROR),
  INDEX_TWICE("C254", Severity.ERROR),
  VALUE_AND_SCORE("C255", Severity.ERROR),
  TOO_MANY_SLIPS("C256", Severity.ERROR),
  ROSTER_PERIOD("C243", Severity.ERROR),
  ROSTER_UNORDERED("C244", Severity.ERROR),
  UNTIL_BEFORE_FROM("C245", Severity.ERROR),
  UNKNOWN_PREDECESSOR("C246", Severity.ERROR),
  PREDECESSOR_ACTIVE("C247", Severity.ERROR),
  FORMED_FROM_CYCLE("C248", Severity.ERROR),
  FIGURE_NOT_FROM_ROSTER("C249", Severity.ERROR),
  METHOD_RELATIVE("C301", Severity.INFO),
  ROSTER_FIGURE_LACKING("C302", Severity.WARNING),

  // Usage
  NO_INPUT_FOLDER("U101", Severity.ERROR),
  INPUT_EMPTY("U102", Severity.ERROR),
  PERIOD_NOT_REPORTED("U103", Severity.ERROR),
  PERIOD_UNREADABLE("U104", Severity.ERROR),
  OUTPUT_IN_THE_WAY("U105", Severity.ERROR),
  UNKNOWN_OPTION("U106", Severity.ERROR),
  OPTION_WITHOUT_VALUE("U107", Severity.ERROR),
  OPTION_VALUE("U108", Severity.ERROR),
  UNKNOWN_COMMAND("U109", Severity.ERROR),
  NO_COMMAND("U114", Severity.ERROR),
  STRICT_STOP("U110", Severity.ERROR),
  PERIOD_NOT_RULED("U111", Severity.ERROR),
  LOCALE_TOO_SMALL("U112", Severity.ERROR),
  OUTPUT_INSIDE_INPUT("U113", Severity.ERROR),
  TARGET_MISSING("U115", Severity.ERROR),
  TEMPLATE_PERIOD_UNKNOWN("U120", Severity.ERROR),
  UNIT_NOT_ON_ROSTER("U121", Severity.ERROR),
  TEMPLATE_WAS_CHANGED("U122", Severity.ERROR),
  UNITS_ASKED_NOTHING("U123", Severity.ERROR),
  NEW_FOLDER_NOT_EMPTY("U124", Severity.ERROR),
  NEW_FOLDER_IS_FILE("U125", Severity.ERROR),
  ARGUMENT_MISSING("U126", Severity.ERROR),
  NO_SUCH_INDEX("U127", Severity.ERROR),
  NO_SUCH_NODE("U128", Severity.ERROR),

  // Returns: files and sheets
  NOT_A_WORKBOOK("P101", Severity.ERROR),
  WORKBOOK_UNREADABLE("P102", Severity.ERROR),
  WORKBOOK_ENCRYPTED("P103", Severity.ERROR),
  WORKBOOK_TOO_LARGE("P104", Severity.ERROR),
  NO_TABLE_FOUND("P105", Severity.ERROR),
  PERIOD_UNKNOWN("P106", Severity.ERROR),
  PERIOD_CONTRADICTS("P107", Severity.ERROR),
  FILE_PASSED_OVER("P108", Severity.INFO),
  HIDDEN_SHEET("P109", Severity.INFO),
  HIDDEN_CELLS("P110", Severity.INFO),
  EXTENSION_MISLEADS("P111", Severity.WARNING),
  NOT_A_SPREADSHEET("P112", Severity.ERROR),
  WORKBOOK_TOO_SLOW("P113", Severity.ERROR),
  WORKBOOK_UNSAFE("P114", Severity.ERROR),
  SHEET_AMBIGUOUS("P115", Severity.ERROR),
  SHEET_OF_OTHER_PERIOD("P116", Severity.INFO),
  // Returns: labels
  UNKNOWN_UNIT("P201", Severity.ERROR),
  UNIT_CODE_AND_NAME_DIFFER("P202", Severity.ERROR),
  FIELD_TWICE("P203", Severity.ERROR),
  FIELD_MISSING("P204", Severity.ERROR),
  FIELD_FROM_OTHER_SOURCE("P205", Severity.WARNING),
  LABEL_UNCLEAR("P207", Severity.ERROR),
  UNIT_TWICE("P208", Severity.ERROR),
  PERSONAL_COLUMN("P209", Severity.WARNING),
  UNIT_REPEATED("P210", Severity.WARNING),
  UNIT_CONTRADICTS("P211", Severity.ERROR),
  UNIT_NOT_ACTIVE("P212", Severity.ERROR),
  // Returns: figures
  NOT_A_NUMBER("P301", Severity.ERROR),
  FIGURE_MISSING("P302", Severity.WARNING),
  TEXT_NUMBER("P303", Severity.WARNING),
  NO_CACHED_VALUE("P304", Severity.ERROR),
  LOOKS_LIKE_RATIO("P305", Severity.ERROR),
  LOOKS_PERSONAL("P306", Severity.ERROR),
  STRUCK_OUT("P307", Severity.ERROR),
  PARTLY_STRUCK_OUT("P308", Severity.WARNING),
  RECALCULATED("P309", Severity.WARNING),
  SCALED("P310", Severity.INFO),
  COMMENTED("P311", Severity.INFO),
  FIGURE_SHARED("P312", Severity.ERROR),
  // Returns: sense
  NEGATIVE("P401", Severity.ERROR),
  PERCENTAGE_RANGE("P402", Severity.ERROR),
  PART_EXCEEDS_WHOLE("P403", Severity.ERROR),
  DECIMAL_COUNT("P404", Severity.WARNING),
  JUMP("P405", Severity.WARNING),
  SAME_AS_BEFORE("P406", Severity.WARNING),
  ALL_HUNDRED("P407", Severity.WARNING),
  TOTAL_DIFFERS("P408", Severity.WARNING),
  ROSTER_DIFFERS("P409", Severity.WARNING),
  // Returns: who sent what when
  UNIT_MISSING("P501", Severity.ERROR),
  RETURN_LATE("P502", Severity.WARNING),
  RETURNS_CONFLICT("P503", Severity.ERROR),
  RETURN_TWICE("P504", Severity.WARNING),
  RETURN_SUPERSEDED("P505", Severity.INFO),
  REGISTER_LINE("P506", Severity.WARNING),
  REGISTER_UNREADABLE("P507", Severity.ERROR),
  // Returns: the register of events
  EVENT_UNKNOWN("P601", Severity.ERROR),
  EVENT_DATE("P602", Severity.ERROR),
  EVENT_TIMES("P603", Severity.ERROR),
  EVENT_OUT_OF_TIME("P604", Severity.WARNING),
  EVENT_TWICE("P605", Severity.WARNING),
  EVENT_POINTS("P606", Severity.WARNING),
  EVENT_STRUCK_OUT("P607", Severity.WARNING),
  EVENTS_NOT_ASKED("P608", Severity.WARNING),
  EVENTS_UNREADABLE("P609", Severity.ERROR),

  // The machine
  DISK_FULL("M101", Severity.ERROR),
  NO_PERMISSION("M102", Severity.ERROR),
  FILE_HELD_OPEN("M103", Severity.ERROR),
  WRITE_FAILED("M104", Severity.ERROR),
  NO_PICTURES("M105", Severity.WARNING),
  READ_FAILED("M106", Severity.ERROR),
  PARTLY_PUBLISHED("M107", Severity.ERROR),
  RECALCULATION_DIFFERS("M108", Severity.ERROR),
  BUG("M199", Severity.ERROR);

  private final String id;
  private final Severity severity;

  Code(String id, Severity severity) {
    this.id = id;
    this.severity = severity;
  }

  /** The short name shown to the user, e.g. {@code P301}. */
  public String id() {
    return id;
  }

  /** The severity unless configuration says otherwise. */
  public Severity severity() {
    return severity;
  }

  /**
   * Whether configuration may set another severity: where the figures can be used and can be left
   * out, and where there is nothing to use either way. Not where using anything would be a guess,
   * or where nothing can be read.
   */
  public boolean isAdjustable() {
    return switch (this) {
      // As an error the figures are not used, else they are.
      case HIDDEN_CELLS,
          EXTENSION_MISLEADS,
          UNIT_REPEATED,
          TEXT_NUMBER,
          LOOKS_LIKE_RATIO,
          PARTLY_STRUCK_OUT,
          RECALCULATED,
          SCALED,
          COMMENTED,
          NEGATIVE,
          PERCENTAGE_RANGE,
          PART_EXCEEDS_WHOLE,
          DECIMAL_COUNT,
          JUMP,
          SAME_AS_BEFORE,
          ALL_HUNDRED,
          TOTAL_DIFFERS,
          RETURN_LATE,
          RETURN_TWICE,
          EVENT_OUT_OF_TIME,
          EVENT_TWICE,
          EVENT_POINTS ->
          true;
      // Nothing is used either way; it only counts as an error or not.
      case FILE_PASSED_OVER,
          HIDDEN_SHEET,
          SHEET_OF_OTHER_PERIOD,
          FIELD_MISSING,
          FIELD_FROM_OTHER_SOURCE,
          PERSONAL_COLUMN,
          UNIT_NOT_ACTIVE,
          ROSTER_DIFFERS,
          FIGURE_MISSING,
          UNIT_MISSING,
          REGISTER_LINE,
          EVENT_STRUCK_OUT,
          EVENTS_NOT_ASKED ->
          true;
      default -> false;
    };
  }
}
