package peaceindex.workbooks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * An xlsx file as a package of parts, looked at without the library that wrote it: against the
 * schemas of the standard (ECMA-376, transitional), and as a spreadsheet looks at it before it
 * opens it without asking whether to repair it.
 */
public final class XlsxPackage {
  private static final String SCHEMAS = "/ooxml/org/apache/poi/schemas/ooxml/src/";
  private static final List<String> WANTED =
      List.of(
          "sml.xsd",
          "dml-main.xsd",
          "dml-chart.xsd",
          "dml-spreadsheetDrawing.xsd",
          "opc-relationships.xsd",
          "shared-documentPropertiesExtended.xsd");
  private static final Schema STANDARD = schema();

  private final Map<String, byte[]> parts = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  private XlsxPackage(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().map(e -> (ZipEntry) e).toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          parts.put(entry.getName(), in.readAllBytes());
        }
      }
    }
  }

  /** Everything that is wrong with a workbook; empty if nothing is. */
  public static List<String> faults(Path workbook) throws IOException {
    XlsxPackage opened = new XlsxPackage(workbook);
    opened.parts.keySet().forEach(opened::look);
    opened.typed();
    return opened.faults.stream().distinct().toList();
  }

  private static Schema schema() {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    try {
      return factory.newSchema(
          WANTED.stream()
              .map(name -> XlsxPackage.class.getResource(SCHEMAS + name))
              .map(found -> new StreamSource(found.toString()))
              .toArray(Source[]::new));
    } catch (SAXException e) {
      throw new AssertionError(e);
    }
  }

  private void look(String part) {
    if (part.contains("vbaProject") || part.contains("externalLinks")) {
      faults.add(part + ": macros or links to other files");
    }
    if (part.endsWith(".rels")) {
      related(part);
    }
    boolean known =
        (part.startsWith("xl/") || part.equals("docProps/app.xml") || part.endsWith(".rels"))
            && !part.endsWith(".vml");
    if (known) {
      valid(part);
    }
  }

  private void valid(String part) {
    Validator validator = STANDARD.newValidator();
    validator.setErrorHandler(
        new ErrorHandler() {
          @Override
          public void warning(SAXParseException e) {
            faults.add(part + ": " + e.getMessage());
          }

          @Override
          public void error(SAXParseException e) {
            // The schema has no place for it, and every spreadsheet writes it.
            if (!e.getMessage().contains("'xml:space' was found")) {
              faults.add(part + ": " + e.getMessage());
            }
          }

          @Override
          public void fatalError(SAXParseException e) throws SAXException {
            throw e;
          }
        });
    try {
      validator.validate(new StreamSource(new ByteArrayInputStream(parts.get(part))));
    } catch (SAXException | IOException e) {
      faults.add(part + ": " + e.getMessage());
    }
  }

  /** What a part leads to is there, and in the file. */
  private void related(String rels) {
    String folder = rels.substring(0, rels.indexOf("_rels/"));
    for (Element relation : elements(rels, "Relationship").toList()) {
      String target = relation.getAttribute("Target");
      if (relation.getAttribute("TargetMode").equals("External")) {
        faults.add(rels + ": leads outside, to " + target);
      } else if (!target.startsWith("#")) {
        String path =
            target.startsWith("/")
                ? target.substring(1)
                : Path.of("/" + folder).resolve(target).normalize().toString().substring(1);
        if (!parts.containsKey(path)) {
          faults.add(rels + ": leads to " + path + ", which is not there");
        }
      }
    }
  }

  /** Every part has a type, and none is named that is not there. */
  private void typed() {
    String types = "[Content_Types].xml";
    List<String> endings =
        elements(types, "Default").map(e -> e.getAttribute("Extension")).toList();
    List<String> named =
        elements(types, "Override").map(e -> e.getAttribute("PartName").substring(1)).toList();
    named.stream()
        .filter(name -> !parts.containsKey(name))
        .forEach(name -> faults.add(name + ": has a type but is not there"));
    parts.keySet().stream()
        .filter(part -> !part.equals(types) && !named.contains(part))
        .filter(part -> !endings.contains(part.substring(part.lastIndexOf('.') + 1)))
        .forEach(part -> faults.add(part + ": has no type"));
  }

  private Stream<Element> elements(String part, String name) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      Document document =
          factory.newDocumentBuilder().parse(new ByteArrayInputStream(parts.get(part)));
      NodeList found = document.getElementsByTagNameNS("*", name);
      return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1)
          .map(i -> (Element) found.item(i));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(e);
    }
  }
}
