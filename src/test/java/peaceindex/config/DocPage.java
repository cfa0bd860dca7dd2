package peaceindex.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the manual, taken apart: its headings, snippets of YAML and tables, in their order. */
final class DocPage {
  private static final Pattern HEADING = Pattern.compile("(#+) (.*)");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]*)(?:#([^)]*))?\\)");

  /**
   * A snippet or a table.
   *
   * @param headings those it stands under, the title of the page first
   * @param line where it begins, from 1
   * @param place of a snippet: where it belongs, as its first line says; empty for a table
   * @param lines of the snippet or the table
   */
  record Block(List<String> headings, int line, String place, List<String> lines) {

    String heading() {
      return headings.get(headings.size() - 1);
    }

    boolean isTable() {
      return place.isEmpty();
    }

    /** The text of a snippet without its first line. */
    String text() {
      return String.join("\n", lines) + "\n";
    }

    /** The cells of a table: its head, then its rows. */
    List<List<String>> cells() {
      List<List<String>> rows = new ArrayList<>();
      for (String line : lines) {
        String[] parts = line.replaceAll("^\\|", "").replaceAll("\\|\\s*$", "").split("\\|", -1);
        rows.add(Stream.of(parts).map(String::strip).toList());
      }
      rows.remove(1);
      return rows;
    }
  }

  private final Path file;
  private final List<String> headings = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final String text;

  private DocPage(Path file) throws IOException {
    this.file = file;
    this.text = Files.readString(file).replace("\r\n", "\n");
    List<String> lines = text.lines().toList();
    List<String> open = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher heading = HEADING.matcher(lines.get(i));
      if (heading.matches()) {
        int depth = heading.group(1).length();
        while (open.size() >= depth) {
          open.remove(open.size() - 1);
        }
        open.add(heading.group(2));
        headings.add(heading.group(2));
      } else if (lines.get(i).startsWith("```")) {
        int end = i + 1;
        while (!lines.get(end).equals("```")) {
          end++;
        }
        if (lines.get(i).equals("```yaml")) {
          String place = lines.get(i + 1);
          assertThat(place).as("%s:%d says where it belongs", file, i + 2).startsWith("# ");
          blocks.add(
              new Block(
                  List.copyOf(open),
                  i + 1,
                  place.substring(2).strip(),
                  List.copyOf(lines.subList(i + 2, end))));
        }
        i = end;
      } else if (lines.get(i).startsWith("|")) {
        int end = i;
        while (end < lines.size() && lines.get(end).startsWith("|")) {
          end++;
        }
        blocks.add(new Block(List.copyOf(open), i + 1, "", List.copyOf(lines.subList(i, end))));
        i = end - 1;
      }
    }
  }

  static DocPage read(String file) throws IOException {
    return new DocPage(Path.of(file));
  }

  Path file() {
    return file;
  }

  String text() {
    return text;
  }

  List<String> headings() {
    return List.copyOf(headings);
  }

  List<Block> blocks() {
    return List.copyOf(blocks);
  }

  /** That every link within the manual leads to a file, and to a heading where it names one. */
  void assertLinks() throws IOException {
    Matcher link = LINK.matcher(text);
    while (link.find()) {
      String name = link.group(1);
      if (name.startsWith("http")) {
        continue;
      }
      Path there = name.isEmpty() ? file : file.resolveSibling(name).normalize();
      assertThat(there).exists();
      if (link.group(2) != null) {
        assertThat(new DocPage(there).headings().stream().map(DocPage::anchor))
            .as("headings of %s", there)
            .contains(link.group(2));
      }
    }
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }
}
