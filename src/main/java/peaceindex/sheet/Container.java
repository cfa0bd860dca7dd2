package peaceindex.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/**
 * The zip file in which an .xlsx keeps its parts, and the relations between them.
 *
 * <p>It is looked over before anything is unpacked: too many files, two of one name and paths that
 * lead out of it are refused, whether or not the part would ever be read. Relations that point
 * outside are never followed. Names are compared without case, as the standard says.
 *
 * <p>There are two readers of it: {@link UsualContainer} for what programs write, and {@link
 * GeneralContainer} for everything that is a zip file.
 */
abstract class Container implements Closeable {

  /**
   * A relation of a part to another.
   *
   * @param type the last word of its type, e.g. {@code worksheet}
   * @param target the part; empty if it lies outside the container
   */
  record Relation(String id, String type, String target) {}

  private record Relations(List<Relation> all) {}

  /** What is read of a part; it must be immutable. */
  interface Reader<T> {
    T read(Xml xml) throws IOException, XMLStreamException;
  }

  /** A part's name as it is compared. */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  abstract boolean has(String part);

  /** A part as XML, unpacked within bounds while it is read; one after the other. */
  abstract Xml xml(String part) throws IOException, XMLStreamException;

  /** Reads a part, or finds what was read of the same part of another file. */
  <T> T read(String part, Class<T> as, Reader<T> reader) throws IOException, XMLStreamException {
    try (Xml xml = xml(part)) {
      return reader.read(xml);
    }
  }

  /** The relations of a part; of the whole container if {@code part} is empty. */
  List<Relation> relations(String part) throws IOException, XMLStreamException {
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    String file = folder + "_rels/" + part.substring(slash) + ".rels";
    return has(file) ? read(file, Relations.class, xml -> relations(xml, folder)).all() : List.of();
  }

  private static Relations relations(Xml xml, String folder) throws XMLStreamException {
    List<Relation> relations = new ArrayList<>();
    while (xml.next()) {
      if (xml.isStart("Relationship")) {
        String type = xml.attribute("Type");
        boolean outside = xml.attribute("TargetMode").equals("External");
        relations.add(
            new Relation(
                xml.attribute("Id"),
                type.substring(type.lastIndexOf('/') + 1),
                outside ? "" : resolve(folder, xml.attribute("Target"))));
      }
    }
    return new Relations(List.copyOf(relations));
  }

  private static String resolve(String folder, String target) {
    Deque<String> path = new ArrayDeque<>();
    String whole = target.startsWith("/") ? target : folder + target;
    for (String step : whole.split("/")) {
      if (step.equals("..")) {
        path.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        path.addLast(step);
      }
    }
    return String.join("/", path);
  }
}
