package peaceindex.report.chart;

import java.awt.AWTError;
import java.awt.HeadlessException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Turns pages into bytes; the same page always into the same. */
final class Studio {
  private static final String SVG = "http://www.w3.org/2000/svg";

  /** Pixels of a PNG for one point of the page: sharp also in print. */
  static final int SCALE = 2;

  Studio() {
    // Nothing here opens a window; where there is no display, AWT must not look for one.
    System.setProperty("java.awt.headless", "true");
  }

  byte[] png(Page page) throws IOException {
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(page.width() * SCALE),
            (int) Math.ceil(page.height() * SCALE),
            BufferedImage.TYPE_INT_RGB);
    paint(page, new Pen(image, SCALE));
    return Png.of(image);
  }

  byte[] svg(Page page) throws IOException {
    return svg(page, true).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The page as SVG.
   *
   * @param textAsShapes whether letters are drawn, so that the viewer needs no font
   */
  String svg(Page page, boolean textAsShapes) throws IOException {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
    context.setComment("peace-index");
    context.setPrecision(2);
    SVGGraphics2D graphics = new SVGGraphics2D(context, textAsShapes);
    paint(page, new Pen(graphics));

    Element root = graphics.getRoot();
    String width = String.valueOf((int) Math.ceil(page.width()));
    String height = String.valueOf((int) Math.ceil(page.height()));
    root.setAttributeNS(null, "width", width);
    root.setAttributeNS(null, "height", height);
    root.setAttributeNS(null, "viewBox", "0 0 " + width + " " + height);
    root.setAttributeNS(null, "role", "img");
    root.setAttributeNS(null, "aria-labelledby", "title desc");
    root.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:lang", page.language());
    root.insertBefore(words(root, "desc", page.description()), root.getFirstChild());
    root.insertBefore(words(root, "title", page.title()), root.getFirstChild());

    StringWriter out = new StringWriter();
    graphics.stream(root, out, false, false);
    String written = out.toString().replace(System.lineSeparator(), "\n");
    // Without Batik's document type, for which some viewers would ask the network.
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + written.substring(written.indexOf("<svg"));
  }

  private static Element words(Element root, String name, String text) {
    Element element = root.getOwnerDocument().createElementNS(SVG, name);
    element.setAttributeNS(null, "id", name);
    element.appendChild(root.getOwnerDocument().createTextNode(text));
    return element;
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void paint(Page page, Pen pen) {
    try {
      page.paint(pen);
    } catch (AWTError | HeadlessException e) {
      throw new PicturesUnavailableException(e);
    }
  }
}
