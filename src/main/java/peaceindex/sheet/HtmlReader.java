package peaceindex.sheet;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import peaceindex.sheet.Cells.Fact;

/**
 * Reads the tables of a web page, which many systems write under the name of .xls.
 *
 * <p>The tables that hold no other table stand one under the other on one sheet, with an empty row
 * between them; {@code colspan} and {@code rowspan} become merged ranges. A field is what is shown,
 * see {@link PlainField}; where Excel wrote the stored number too ({@code x:num}), that one is
 * taken. {@code x:str} and the format {@code \@} make it text. What {@code <s>}, {@code <del>} or a
 * style of the element strikes out counts as struck out; style sheets are not looked at.
 */
final class HtmlReader {
  /** As the standard of HTML has them. */
  private static final int MAX_COLSPAN = 1000;

  private static final int MAX_ROWSPAN = 65_534;
  private static final Set<String> STRIKES = Set.of("s", "strike", "del");
  private static final Set<String> BREAKS = Set.of("br", "p", "div", "li");

  private final Cells.Builder cells;

  /** For every column the first row that no cell from above reaches into. */
  private final int[] free = new int[Guard.MAX_COLUMNS];

  private int row;

  private HtmlReader(Cells.Builder cells) {
    this.cells = cells;
  }

  /** The workbook of one sheet; refuses a page without a table. */
  static Workbook read(String text, String shown, String sheet) {
    Document page = Jsoup.parse(text);
    List<Element> tables = page.getElementsByTag("table");
    if (tables.isEmpty()) {
      throw Refused.unreadFormat("content.page");
    }
    Set<Element> outer = new HashSet<>();
    for (Element table : tables) {
      for (Element above = table.parent();
          above != null && outer.add(above);
          above = above.parent()) {
        Guard.checkTime();
      }
    }
    HtmlReader reader = new HtmlReader(new Cells.Builder(shown, sheet, false));
    for (Element table : tables) {
      if (!outer.contains(table)) {
        reader.readTable(table);
      }
    }
    return new Workbook(List.of(reader.cells.build()), List.of());
  }

  private void readTable(Element table) {
    int hiddenFrom = 0;
    for (Element column : table.getElementsByTag("col")) {
      int span = number(column, "span", MAX_COLSPAN);
      if (isHidden(column) && hiddenFrom < Guard.MAX_COLUMNS) {
        cells.hideColumns(hiddenFrom, hiddenFrom + span - 1);
      }
      hiddenFrom += span;
    }
    Element caption = table.getElementsByTag("caption").first();
    if (caption != null) {
      readCell(caption, 0, 1, 1);
      row++;
    }
    for (Element line : table.getElementsByTag("tr")) {
      Guard.checkTime();
      if (isHidden(line)) {
        cells.hideRow(row);
      }
      int column = 0;
      for (Element cell : line.children()) {
        if (!cell.nameIs("td") && !cell.nameIs("th")) {
          continue;
        }
        while (column < Guard.MAX_COLUMNS && free[column] > row) {
          column++;
        }
        int across = number(cell, "colspan", MAX_COLSPAN);
        int down = number(cell, "rowspan", MAX_ROWSPAN);
        readCell(cell, column, across, down);
        for (int i = column; i < Math.min(column + across, Guard.MAX_COLUMNS); i++) {
          free[i] = Math.max(free[i], row + down);
        }
        column += across;
      }
      row++;
    }
    row++;
    Arrays.fill(free, 0);
  }

  private void readCell(Element cell, int column, int across, int down) {
    if (across > 1 || down > 1) {
      cells.merge(row, row + down - 1, column, column + across - 1);
    }
    Words words = new Words();
    cell.traverse(words);
    String all = words.all.toString().strip();
    String standing = words.standing.toString().strip();
    int bits = 0;
    String text = all;
    if (words.anyStruck) {
      bits = Fact.bits(standing.isEmpty() ? Fact.STRUCK : Fact.PARTLY_STRUCK, true);
      text = standing.isEmpty() ? all : standing;
    }
    String stored = cell.attr("x:num").strip();
    if (!stored.isEmpty()) {
      NumberFormats format = text.endsWith("%") ? NumberFormats.PERCENT : NumberFormats.GENERAL;
      cells.number(row, column, Double.parseDouble(stored), format, bits);
    } else if (cell.hasAttr("x:str") || style(cell).contains("mso-number-format:\"\\@\"")) {
      cells.text(row, column, text, bits);
    } else {
      PlainField.into(cells, row, column, text, bits);
    }
  }

  private static int number(Element element, String attribute, int most) {
    String value = element.attr(attribute).strip();
    return value.matches("[1-9]\\d{0,8}") ? Math.min(Integer.parseInt(value), most) : 1;
  }

  private static boolean isHidden(Element element) {
    String style = style(element);
    return style.contains("display:none")
        || style.contains("visibility:collapse")
        || style.matches("(?:.*;)?(?:height|width):0(?:pt|px)?(?:;.*)?")
        || element.attr("height").equals("0")
        || element.attr("width").equals("0");
  }

  private static String style(Element element) {
    return element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
  }

  /** The words of a cell, with line ends where the page shows them. */
  private static final class Words implements NodeVisitor {
    final StringBuilder all = new StringBuilder();
    final StringBuilder standing = new StringBuilder();
    boolean anyStruck;
    private int struck;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        add(text.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " "));
      } else if (node instanceof Element element) {
        struck += isStruck(element) ? 1 : 0;
        if (depth > 0 && BREAKS.contains(element.normalName()) && all.length() > 0) {
          add("\n");
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        struck -= isStruck(element) ? 1 : 0;
      }
    }

    private void add(String words) {
      if (all.length() + words.length() > Guard.MAX_CHARACTERS) {
        throw Refused.tooLarge(
            "bound.characters", all.length() + words.length(), Guard.MAX_CHARACTERS);
      }
      all.append(words);
      if (struck == 0) {
        standing.append(words);
      } else {
        anyStruck |= !words.isBlank();
      }
    }

    private static boolean isStruck(Element element) {
      return STRIKES.contains(element.normalName()) || style(element).contains("line-through");
    }
  }
}
