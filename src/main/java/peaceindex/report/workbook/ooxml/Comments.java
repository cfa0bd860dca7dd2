package peaceindex.report.workbook.ooxml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The remarks on a sheet: their texts, and the boxes that show them, which is a part of its own.
 */
final class Comments {

  private record Comment(int row, int column, Area box, String author, String text) {}

  private final List<Comment> all = new ArrayList<>();

  void add(int row, int column, Area box, String author, String text) {
    all.add(new Comment(row, column, box, author, text));
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  void write(XmlBytes xml) {
    Map<String, Integer> authors = new LinkedHashMap<>();
    all.forEach(comment -> authors.putIfAbsent(comment.author, authors.size()));
    xml.markup(Markup.DECLARATION).markup("<comments xmlns=\"").markup(Markup.MAIN);
    xml.markup("\"><authors>");
    authors.keySet().forEach(name -> xml.markup("<author>").text(name).markup("</author>"));
    xml.markup("</authors><commentList>");
    for (Comment comment : all) {
      xml.markup("<comment ref=\"").markup(Area.name(comment.row, comment.column));
      xml.markup("\" authorId=\"").number(authors.getOrDefault(comment.author, 0));
      xml.markup("\"><text><t xml:space=\"preserve\">").text(SharedTexts.escaped(comment.text));
      xml.markup("</t></text></comment>");
    }
    xml.markup("</commentList></comments>");
  }

  void writeBoxes(XmlBytes xml) {
    xml.markup("<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" ");
    xml.markup("xmlns:o=\"urn:schemas-microsoft-com:office:office\" ");
    xml.markup("xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\">");
    xml.markup(
        "<o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout><v:shapetype id=\"_x0000_t202\"");
    xml.markup(" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">");
    xml.markup("<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" ");
    xml.markup("o:connecttype=\"rect\"/></v:shapetype>");
    for (int i = 0; i < all.size(); i++) {
      box(all.get(i), i + 1, xml);
    }
    xml.markup("</xml>");
  }

  private static void box(Comment comment, int number, XmlBytes xml) {
    Area box = comment.box;
    xml.markup("<v:shape id=\"_x0000_s").number(1024L + number).markup("\" type=\"#_x0000_t202\" ");
    xml.markup("style=\"position:absolute;visibility:hidden\" fillcolor=\"#ffffe1\" ");
    xml.markup("o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" ");
    xml.markup("color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox ");
    xml.markup("style=\"mso-direction-alt:auto\"/><x:ClientData ObjectType=\"Note\">");
    xml.markup("<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>");
    int[] corners = {box.left(), 0, box.top(), 0, box.right(), 0, box.bottom(), 0};
    for (int i = 0; i < corners.length; i++) {
      xml.markup(i == 0 ? "" : ", ").number(corners[i]);
    }
    xml.markup("</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>").number(comment.row);
    xml.markup("</x:Row><x:Column>").number(comment.column);
    xml.markup("</x:Column></x:ClientData></v:shape>");
  }
}
