package peaceindex.report.workbook;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.common.usermodel.fonts.FontCharset;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontUnderline;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import peaceindex.problem.Lang;

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

  /** The fonts that Excel and WPS bring along; anything else falls back to what it has. */
  private record Typefaces(String body, String strong, FontCharset charset) {}

  private record Key(Look look, String pattern, boolean quoted) {}

  private record FontKey(
      boolean strong, boolean bold, short points, String colour, boolean struck) {}

  private final XSSFWorkbook workbook;
  private final Typefaces typefaces;
  private final Map<Key, CellStyle> styles = new HashMap<>();
  private final Map<FontKey, XSSFFont> fonts = new HashMap<>();

  Styles(XSSFWorkbook workbook, Lang lang) {
    this.workbook = workbook;
    this.typefaces =
        lang == Lang.ZH
            ? new Typefaces("宋体", "黑体", FontCharset.GB2312)
            : new Typefaces("Arial", "Arial", FontCharset.ANSI);
    // The first font of a workbook is the measure of its column widths.
    shape(workbook.getFontAt(0), new FontKey(false, false, BODY_POINTS, INK, false));
  }

  /**
   * @param pattern number format
   * @param quoted whether the cell says of itself that it is text
   */
  CellStyle style(Look look, String pattern, boolean quoted) {
    return styles.computeIfAbsent(new Key(look, pattern, quoted), this::make);
  }

  private CellStyle make(Key key) {
    Look look = key.look();
    XSSFCellStyle style = workbook.createCellStyle();
    style.setFont(font(look));
    style.setAlignment(HorizontalAlignment.valueOf(side(look)));
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(look.wraps());
    style.setDataFormat(workbook.createDataFormat().getFormat(key.pattern()));
    style.setQuotePrefixed(key.quoted());
    if (look.part() == Look.Part.ENTRY) {
      style.setLocked(false);
    }
    String ground = ground(look);
    if (!ground.isEmpty()) {
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      style.setFillForegroundColor(colour(ground));
    }
    if (isRuled(look.part())) {
      rule(style, look.part() == Look.Part.MARKED);
    }
    return style;
  }

  private static String side(Look look) {
    return switch (look.side()) {
      case LEFT -> "LEFT";
      case CENTRE -> "CENTER";
      case RIGHT -> "RIGHT";
    };
  }

  private static boolean isRuled(Look.Part part) {
    return switch (part) {
      case HEADING, BODY, ENTRY, LINK, MARKED, TOTAL -> true;
      case TITLE, BYLINE, CAPTION, NOTE, SIGNATURE -> false;
    };
  }

  private void rule(XSSFCellStyle style, boolean heavy) {
    XSSFColor colour = colour(heavy ? FRAME_COLOUR : LINE_COLOUR);
    BorderStyle border = heavy ? BorderStyle.MEDIUM : BorderStyle.THIN;
    style.setBorderTop(border);
    style.setBorderBottom(border);
    style.setBorderLeft(border);
    style.setBorderRight(border);
    style.setTopBorderColor(colour);
    style.setBottomBorderColor(colour);
    style.setLeftBorderColor(colour);
    style.setRightBorderColor(colour);
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

  private XSSFFont font(Look look) {
    String colour = look.fill().isEmpty() ? INK : ink(look.fill());
    boolean filled = !look.fill().isEmpty();
    boolean struck = look.struck();
    FontKey key =
        switch (look.part()) {
          case TITLE -> new FontKey(true, true, TITLE_POINTS, colour, struck);
          case HEADING, CAPTION -> new FontKey(true, true, BODY_POINTS, colour, struck);
          case TOTAL -> new FontKey(false, true, BODY_POINTS, colour, struck);
          case LINK -> new FontKey(false, false, BODY_POINTS, LINK_COLOUR, struck);
          case SIGNATURE -> new FontKey(false, false, SIGNATURE_POINTS, colour, struck);
          case BODY, ENTRY, BYLINE, MARKED, NOTE ->
              new FontKey(false, filled, BODY_POINTS, colour, struck);
        };
    return fonts.computeIfAbsent(key, k -> shape(workbook.createFont(), k));
  }

  private XSSFFont shape(XSSFFont font, FontKey key) {
    font.setFontName(key.strong() ? typefaces.strong() : typefaces.body());
    font.setCharSet(typefaces.charset().getNativeId());
    font.setFontHeightInPoints(key.points());
    font.setBold(key.bold());
    if (key.struck()) {
      font.setStrikeout(true);
    }
    if (key.colour().equals(LINK_COLOUR)) {
      font.setUnderline(FontUnderline.SINGLE);
    }
    // The first font comes with a colour and a family of the library's choosing.
    font.setColor(colour(key.colour()));
    return font;
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

  static XSSFColor colour(String colour) {
    int rgb = rgb(colour);
    // The standard wants the alpha too, though all readers do without.
    return new XSSFColor(
        new byte[] {(byte) 0xFF, (byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null);
  }

  private static int rgb(String colour) {
    return Integer.parseInt(colour.substring(1), 16);
  }
}
