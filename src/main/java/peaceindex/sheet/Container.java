package peaceindex.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The zip file in which an .xlsx keeps its parts, and the relations between them.
 *
 * <p>It is looked over before anything is unpacked: too many files, two of one name and paths that
 * lead out of it are refused, whether or not the part would ever be read. Relations that point
 * outside are never followed. Names are compared without case, as the standard says.
 */
final class Container implements Closeable {

  /**
   * A relation of a part to another.
   *
   * @param type the last word of its type, e.g. {@code worksheet}
   * @param target the part; empty if it lies outside the container
   */
  record Relation(String id, String type, String target) {}

  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> parts = new HashMap<>();

  private Container(ZipFile zip) {
    this.zip = zip;
    int count = 0;
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      if (++count > Guard.MAX_ENTRIES) {
        throw Refused.tooLarge("bound.entries", count, Guard.MAX_ENTRIES);
      }
      checkPath(new String(entry.getRawName(), StandardCharsets.UTF_8));
      if (parts.put(key(entry.getName()), entry) != null) {
        throw Refused.unsafe("unsafe.duplicate");
      }
      if (entry.getSize() > Guard.MAX_PART) {
        throw Refused.tooLarge("bound.megabytes", entry.getSize() >> 20, Guard.MAX_PART >> 20);
      }
    }
  }

  static Container open(Path file) throws IOException {
    return open(ZipFile.builder().setPath(file));
  }

  static Container of(byte[] bytes) throws IOException {
    return open(ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)));
  }

  private static Container open(ZipFile.Builder builder) throws IOException {
    ZipFile zip;
    try {
      zip = builder.setCharset(StandardCharsets.UTF_8).setIgnoreLocalFileHeader(true).get();
    } catch (ZipException e) {
      // Without its directory, which stands at the end.
      throw Refused.damaged("damage.truncated");
    }
    try {
      return new Container(zip);
    } catch (RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static void checkPath(String name) {
    boolean absolute = name.startsWith("/") || (name.length() > 1 && name.charAt(1) == ':');
    if (absolute || name.indexOf('\\') >= 0 || List.of(name.split("/")).contains("..")) {
      throw Refused.unsafe("unsafe.path");
    }
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  boolean has(String part) {
    return parts.containsKey(key(part));
  }

  boolean hasAnyIn(String folder) {
    return parts.keySet().stream().anyMatch(name -> name.startsWith(folder));
  }

  /** A part as it is unpacked, within bounds. */
  InputStream read(String part) throws IOException {
    ZipArchiveEntry entry = parts.get(key(part));
    if (entry == null) {
      throw Refused.damaged("damage.part");
    }
    return Guard.unpacking(zip.getInputStream(entry), entry.getCompressedSize());
  }

  /** The relations of a part; of the whole container if {@code part} is empty. */
  List<Relation> relations(String part) throws IOException, XMLStreamException {
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    String file = folder + "_rels/" + part.substring(slash) + ".rels";
    List<Relation> relations = new ArrayList<>();
    if (!has(file)) {
      return relations;
    }
    try (InputStream in = read(file)) {
      Xml xml = Xml.of(in);
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
    }
    return relations;
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

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
