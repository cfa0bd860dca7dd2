package peaceindex.report.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import peaceindex.report.workbook.LibreOffice.Change;

/**
 * A copy of a workbook in which no figure stands beside a formula, and some cells hold other
 * numbers. All else is copied as it is; the sheets pass through event by event.
 */
final class Stripped {
  private static final XMLEventFactory EVENTS = XMLEventFactory.newDefaultFactory();

  /** The changes not made yet, of one sheet, by address. */
  private final Map<String, Double> changes;

  private Stripped(Map<String, Double> changes) {
    this.changes = changes;
  }

  static void copy(Path from, Path to, List<Change> changes) throws IOException {
    Map<String, Map<String, Double>> byPart = byPart(from, changes);
    try (ZipFile in = new ZipFile(from.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry part : in.stream().toList()) {
        out.putNextEntry(new ZipEntry(part.getName()));
        try (InputStream bytes = in.getInputStream(part)) {
          if (part.getName().startsWith("xl/worksheets/sheet")) {
            Map<String, Double> here = byPart.getOrDefault(part.getName(), new HashMap<>());
            new Stripped(here).sheet(bytes, out);
            if (!here.isEmpty()) {
              throw new IllegalArgumentException("no such cells: " + here.keySet());
            }
          } else {
            bytes.transferTo(out);
          }
        }
        out.closeEntry();
      }
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static Map<String, Map<String, Double>> byPart(Path from, List<Change> changes)
      throws IOException {
    Map<String, Map<String, Double>> byPart = new HashMap<>();
    try (InputStream in = Files.newInputStream(from);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      for (Change change : changes) {
        if (workbook.getSheet(change.sheet()) == null) {
          throw new IllegalArgumentException("no such sheet: " + change.sheet());
        }
        String part = workbook.getSheet(change.sheet()).getPackagePart().getPartName().getName();
        byPart
            .computeIfAbsent(part.substring(1), name -> new HashMap<>())
            .put(change.cell(), change.value());
      }
    }
    return byPart;
  }

  private void sheet(InputStream in, OutputStream out) throws XMLStreamException {
    XMLEventReader from = XMLInputFactory.newDefaultFactory().createXMLEventReader(in);
    XMLEventWriter to =
        XMLOutputFactory.newDefaultFactory()
            .createXMLEventWriter(out, StandardCharsets.UTF_8.name());
    while (from.hasNext()) {
      XMLEvent event = from.nextEvent();
      if (isStart(event, "c")) {
        for (XMLEvent kept : cell(event.asStartElement(), rest(from))) {
          to.add(kept);
        }
      } else {
        to.add(event);
      }
    }
    to.flush();
  }

  /** What follows the beginning of a cell, up to its end. */
  private static List<XMLEvent> rest(XMLEventReader from) throws XMLStreamException {
    List<XMLEvent> rest = new ArrayList<>();
    do {
      rest.add(from.nextEvent());
    } while (!isEnd(rest.get(rest.size() - 1), "c"));
    return rest;
  }

  private List<XMLEvent> cell(StartElement start, List<XMLEvent> rest) {
    boolean formula = rest.stream().anyMatch(event -> isStart(event, "f"));
    Double change = changes.remove(start.getAttributeByName(new QName("r")).getValue());
    if (change != null && formula) {
      throw new IllegalArgumentException("a formula, not to be changed: " + start);
    }
    List<XMLEvent> cell = new ArrayList<>();
    if (change != null) {
      cell.add(untyped(start));
      cell.addAll(number(start.getName(), change));
      cell.add(rest.get(rest.size() - 1));
    } else if (formula) {
      cell.add(untyped(start));
      cell.addAll(withoutValue(rest));
    } else {
      cell.add(start);
      cell.addAll(rest);
    }
    return cell;
  }

  /** The type is that of the figure. */
  private static StartElement untyped(StartElement start) {
    List<Attribute> kept = new ArrayList<>();
    start
        .getAttributes()
        .forEachRemaining(
            attribute -> {
              if (!attribute.getName().getLocalPart().equals("t")) {
                kept.add(attribute);
              }
            });
    return EVENTS.createStartElement(start.getName(), kept.iterator(), start.getNamespaces());
  }

  private static List<XMLEvent> number(QName cell, double value) {
    QName name = new QName(cell.getNamespaceURI(), "v", cell.getPrefix());
    return List.of(
        EVENTS.createStartElement(name, null, null),
        EVENTS.createCharacters(Double.toString(value)),
        EVENTS.createEndElement(name, null));
  }

  private static List<XMLEvent> withoutValue(List<XMLEvent> rest) {
    List<XMLEvent> kept = new ArrayList<>();
    boolean within = false;
    for (XMLEvent event : rest) {
      within |= isStart(event, "v");
      if (!within) {
        kept.add(event);
      }
      within &= !isEnd(event, "v");
    }
    return kept;
  }

  private static boolean isStart(XMLEvent event, String name) {
    return event.isStartElement() && event.asStartElement().getName().getLocalPart().equals(name);
  }

  private static boolean isEnd(XMLEvent event, String name) {
    return event.isEndElement() && event.asEndElement().getName().getLocalPart().equals(name);
  }
}
