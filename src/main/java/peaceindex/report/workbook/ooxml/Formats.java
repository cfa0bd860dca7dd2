package peaceindex.report.workbook.ooxml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The formats of a workbook, each kept once, and the part that lists them. */
final class Formats {
  /** From here on numbers of formats are the workbook's own. */
  private static final int FIRST_PATTERN = 164;

  /** What a program's own formats have as their numbers, so far as they are in use here. */
  private static final Map<String, Integer> BUILT_IN =
      Map.of(CellFormat.GENERAL, 0, "0", 1, "0.00", 2, "0%", 9, "0.00%", 10, "@", 49);

  /** Two grounds that every workbook has to have. */
  private static final int FIRST_GROUND = 2;

  private final Map<CellFormat.Font, Integer> fonts = new LinkedHashMap<>();
  private final Map<String, Integer> grounds = new LinkedHashMap<>();
  private final Map<CellFormat.Border, Integer> borders = new LinkedHashMap<>();
  private final Map<String, Integer> patterns = new LinkedHashMap<>();
  private final Map<CellFormat, Integer> formats = new LinkedHashMap<>();
  private final Map<Highlight, Integer> highlights = new LinkedHashMap<>();

  /** How cells say their formats. */
  private byte[][] sayings = {};

  /** The same up to the number of a cell that holds one. */
  private byte[][] numberSayings = {};

  /** The same up to the number of a cell's text. */
  private byte[][] textSayings = {};

  /**
   * @param plain the format of cells that have none of their own; its font is the measure of column
   *     widths
   */
  Formats(CellFormat plain) {
    borders.put(CellFormat.Border.NONE, 0);
    number(plain);
  }

  /** The number by which cells call a format. */
  int number(CellFormat format) {
    Integer known = formats.get(format);
    if (known != null) {
      return known;
    }
    number(fonts, format.font(), 0);
    number(borders, format.border(), 0);
    if (!format.ground().isEmpty()) {
      number(grounds, format.ground(), FIRST_GROUND);
    }
    if (!BUILT_IN.containsKey(format.pattern())) {
      number(patterns, format.pattern(), FIRST_PATTERN);
    }
    return number(formats, format, 0);
  }

  /** The number by which conditional formats call what they do to a cell. */
  int number(Highlight highlight) {
    return number(highlights, highlight, 0);
  }

  private static <K> int number(Map<K, Integer> numbers, K key, int first) {
    Integer known = numbers.putIfAbsent(key, first + numbers.size());
    return known == null ? first + numbers.size() - 1 : known;
  }

  /** How a cell says its format. */
  byte[] of(int format) {
    say(format);
    return sayings[format];
  }

  /** How a cell that holds a number says its format. */
  byte[] ofNumber(int format) {
    say(format);
    return numberSayings[format];
  }

  /** How a cell that holds a text says its format. */
  byte[] ofText(int format) {
    say(format);
    return textSayings[format];
  }

  private void say(int format) {
    if (format >= sayings.length) {
      sayUpTo(format);
    }
  }

  private void sayUpTo(int format) {
    int known = sayings.length;
    int all = Math.max(format + 1, formats.size());
    sayings = Arrays.copyOf(sayings, all);
    numberSayings = Arrays.copyOf(numberSayings, all);
    textSayings = Arrays.copyOf(textSayings, all);
    for (int f = known; f < all; f++) {
      String saying = " s=\"" + f + "\"";
      sayings[f] = saying.getBytes(StandardCharsets.US_ASCII);
      numberSayings[f] = (saying + "><v>").getBytes(StandardCharsets.US_ASCII);
      textSayings[f] = (saying + " t=\"s\"><v>").getBytes(StandardCharsets.US_ASCII);
    }
  }

  void write(XmlBytes xml) {
    xml.markup(Markup.DECLARATION).markup("<styleSheet xmlns=\"").markup(Markup.MAIN).markup("\">");
    patterns(xml);
    xml.markup("<fonts count=\"").number(fonts.size()).markup("\">");
    fonts.keySet().forEach(font -> write(font, xml));
    xml.markup("</fonts><fills count=\"").number(FIRST_GROUND + grounds.size()).markup("\">");
    xml.markup("<fill><patternFill patternType=\"none\"/></fill>");
    xml.markup("<fill><patternFill patternType=\"gray125\"/></fill>");
    for (String ground : grounds.keySet()) {
      xml.markup("<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF");
      xml.text(ground.substring(1)).markup("\"/></patternFill></fill>");
    }
    xml.markup("</fills><borders count=\"").number(borders.size()).markup("\">");
    borders.keySet().forEach(border -> write(border, xml));
    xml.markup("</borders><cellStyleXfs count=\"1\">");
    xml.markup("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>");
    xml.markup("<cellXfs count=\"").number(formats.size()).markup("\">");
    formats.keySet().forEach(format -> write(format, xml));
    xml.markup("</cellXfs><cellStyles count=\"1\">");
    xml.markup("<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>");
    xml.markup("<dxfs count=\"").number(highlights.size()).markup("\">");
    highlights.keySet().forEach(highlight -> write(highlight, xml));
    xml.markup("</dxfs></styleSheet>");
  }

  private void patterns(XmlBytes xml) {
    if (patterns.isEmpty()) {
      return;
    }
    xml.markup("<numFmts count=\"").number(patterns.size()).markup("\">");
    patterns.forEach(
        (pattern, id) ->
            xml.markup("<numFmt numFmtId=\"")
                .number(id)
                .markup("\" formatCode=\"")
                .text(pattern)
                .markup("\"/>"));
    xml.markup("</numFmts>");
  }

  private static void write(CellFormat.Font font, XmlBytes xml) {
    xml.markup("<font>");
    xml.markup(font.bold() ? "<b/>" : "").markup(font.struck() ? "<strike/>" : "");
    xml.markup(font.underlined() ? "<u/>" : "");
    xml.markup("<sz val=\"").number(font.points());
    xml.markup("\"/><color rgb=\"FF").text(font.colour().substring(1));
    xml.markup("\"/><name val=\"").text(font.name());
    xml.markup("\"/><charset val=\"").number(font.charset()).markup("\"/></font>");
  }

  private static void write(CellFormat.Border border, XmlBytes xml) {
    xml.markup("<border>");
    for (String side : new String[] {"left", "right", "top", "bottom"}) {
      xml.markup("<").markup(side);
      if (border.line() == CellFormat.Line.NONE) {
        xml.markup("/>");
      } else {
        xml.markup(" style=\"").markup(border.line().name().toLowerCase(Locale.ROOT));
        xml.markup("\"><color rgb=\"FF").text(border.colour().substring(1));
        xml.markup("\"/></").markup(side).markup(">");
      }
    }
    xml.markup("<diagonal/></border>");
  }

  private void write(CellFormat format, XmlBytes xml) {
    Integer builtIn = BUILT_IN.get(format.pattern());
    int pattern = builtIn != null ? builtIn : number(patterns, format.pattern(), FIRST_PATTERN);
    boolean grounded = !format.ground().isEmpty();
    xml.markup("<xf numFmtId=\"").number(pattern);
    xml.markup("\" fontId=\"").number(number(fonts, format.font(), 0));
    xml.markup("\" fillId=\"")
        .number(grounded ? number(grounds, format.ground(), FIRST_GROUND) : 0);
    xml.markup("\" borderId=\"").number(number(borders, format.border(), 0));
    xml.markup("\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"");
    xml.markup(grounded ? " applyFill=\"1\"" : "");
    xml.markup(format.border().line() == CellFormat.Line.NONE ? "" : " applyBorder=\"1\"");
    xml.markup(" applyAlignment=\"1\"").markup(format.locked() ? "" : " applyProtection=\"1\"");
    xml.markup(format.quoted() ? " quotePrefix=\"1\"" : "");
    xml.markup("><alignment horizontal=\"").markup(format.side().name().toLowerCase(Locale.ROOT));
    xml.markup("\" vertical=\"center\"").markup(format.wraps() ? " wrapText=\"1\"" : "");
    xml.markup("/>").markup(format.locked() ? "" : "<protection locked=\"0\"/>").markup("</xf>");
  }

  private static void write(Highlight highlight, XmlBytes xml) {
    xml.markup("<dxf>");
    if (!highlight.ink().isEmpty()) {
      xml.markup("<font><b val=\"").number(highlight.bold() ? 1 : 0);
      xml.markup("\"/><i val=\"0\"/><color rgb=\"FF").text(highlight.ink().substring(1));
      xml.markup("\"/></font>");
    }
    // In a format of this kind the colour of a plain ground is that of its background.
    xml.markup("<fill><patternFill patternType=\"solid\"><bgColor rgb=\"FF");
    xml.text(highlight.ground().substring(1)).markup("\"/></patternFill></fill></dxf>");
  }
}
