package peaceindex.report.workbook;

import java.util.HashMap;
import java.util.Map;
import peaceindex.problem.Lang;
import peaceindex.report.workbook.ooxml.CellFormat;
import peaceindex.report.workbook.ooxml.WorkbookWriter;

/** What every look is in fonts, colours and lines: the one place that decides about beauty. */
public final class Styles {
  /** Size of the body font; columns are measured in its digits. */
  static final short BODY_POINTS = 10;

  static final short TITLE_POINTS = 18;
  private static final short SIGNATURE_POINTS = 11;

  private static final String INK = "#000000";
  private static final String HEADING_GROUND = "#DCE6F0";
  private static final String ENTRY_GROUND = "#FFFBE6";
  private static final String TOTAL_GROUND = "#F2F2F2";

  /** Of bars behind figures: pale enough for black digits, also when copied in grey. */
  static final String BAR = "#9DC3E6";

  /** The ends of a scale of one hue. */
  static final String TINT = "#E8963C";

  static final String NO_TINT = "#FFFFFF";

  private static final String LINE_COLOUR = "#7F7F7F";
  private static final String FRAME_COLOUR = "#C00000";
  private static final String LINK_COLOUR = "#0563C1";

  /** How Windows numbers the character sets of fonts. */
  private static final int GB2312 = 134;

  private static final int ANSI = 0;

  /** The fonts that Excel and WPS bring along; anything else falls back to what it has. */
  private record Typefaces(String body, String strong, int charset) {
    static Typefaces of(Lang lang) {
      return lang == Lang.ZH
          ? new Typefaces("宋体", "黑体", GB2312)
          : new Typefaces("Arial", "Arial", ANSI);
    }

    CellFormat.Font font(
        boolean heading, double points, boolean bold, boolean struck, String colour) {
      boolean link = colour.equals(LINK_COLOUR);
      return new CellFormat.Font(
          heading ? strong : body, charset, points, bold, struck, link, colour);
    }
  }

  private record Key(Look look, String pattern, boolean quoted) {}

  private final WorkbookWriter workbook;
  private final Typefaces typefaces;
  private final Map<Key, Integer> formats = new HashMap<>();

  Styles(WorkbookWriter workbook, Lang lang) {
    this.workbook = workbook;
    this.typefaces = Typefaces.of(lang);
  }

  /** The format of cells that have none of their own; its font measures the columns. */
  static CellFormat plain(Lang lang) {
    return new CellFormat(
        Typefaces.of(lang).font(false, BODY_POINTS, false, false, INK),
        CellFormat.Side.LEFT,
        false,
        CellFormat.GENERAL,
        false,
        true,
        "",
        CellFormat.Border.NONE);
  }

  /**
   * The number by which cells call a format.
   *
   * @param pattern number format
   * @param quoted whether the cell says of itself that it is text
   */
  int format(Look look, String pattern, boolean quoted) {
    return formats.computeIfAbsent(new Key(look, pattern, quoted), this::make);
  }

  private int make(Key key) {
    Look look = key.look();
    return workbook.format(
        new CellFormat(
            font(look),
            side(look),
            look.wraps(),
            key.pattern(),
            key.quoted(),
            look.part() != Look.Part.ENTRY,
            ground(look),
            border(look.part())));
  }

  private static CellFormat.Side side(Look look) {
    return switch (look.side()) {
      case LEFT -> CellFormat.Side.LEFT;
      case CENTRE -> CellFormat.Side.CENTER;
      case RIGHT -> CellFormat.Side.RIGHT;
    };
  }

  private static CellFormat.Border border(Look.Part part) {
    return switch (part) {
      case HEADING, BODY, ENTRY, LINK, TOTAL ->
          new CellFormat.Border(CellFormat.Line.THIN, LINE_COLOUR);
      case MARKED -> new CellFormat.Border(CellFormat.Line.MEDIUM, FRAME_COLOUR);
      case TITLE, BYLINE, CAPTION, NOTE, SIGNATURE -> CellFormat.Border.NONE;
    };
  }

  private static String ground(Look look) {
    if (!look.fill().isEmpty()) {
      return look.fill();
    }
    return switch (look.part()) {
      case HEADING -> HEADING_GROUND;
      case ENTRY -> ENTRY_GROUND;
      case TOTAL -> TOTAL_GROUND;
      default -> "";
    };
  }

  private CellFormat.Font font(Look look) {
    boolean filled = !look.fill().isEmpty();
    String ink = filled ? ink(look.fill()) : INK;
    boolean struck = look.struck();
    return switch (look.part()) {
      case TITLE -> typefaces.font(true, TITLE_POINTS, true, struck, ink);
      case HEADING, CAPTION -> typefaces.font(true, BODY_POINTS, true, struck, ink);
      case TOTAL -> typefaces.font(false, BODY_POINTS, true, struck, ink);
      case LINK -> typefaces.font(false, BODY_POINTS, false, struck, LINK_COLOUR);
      case SIGNATURE -> typefaces.font(false, SIGNATURE_POINTS, false, struck, ink);
      case BODY, ENTRY, BYLINE, MARKED, NOTE ->
          typefaces.font(false, BODY_POINTS, filled, struck, ink);
    };
  }

  /** The colour of words on a ground. */
  static String ink(String ground) {
    return isDark(ground) ? "#FFFFFF" : INK;
  }

  /** Whether white reads better on it than black (luma of ITU-R BT.601). */
  private static boolean isDark(String colour) {
    int rgb = rgb(colour);
    return 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255) < 140;
  }

  private static int rgb(String colour) {
    return Integer.parseInt(colour.substring(1), 16);
  }
}
