package peaceindex.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads text in columns (.csv, .tsv, .txt): fields between tabs, commas or semicolons, with double
 * quotes around those that hold a separator or a line end, and {@code ""} for a quote within.
 *
 * <pre>
 * 2025年12月
 * 单位,纠纷受理数,"化解率
 * （%）"
 * 青石镇,40,98.6%
 * </pre>
 *
 * <p>The separator is the one that cuts most lines into the same number of fields; a line without
 * any, such as a title, counts neither way. The full-width comma, which also stands in sentences,
 * separates only if no other does and if all lines that have one have the same number. {@code
 * sep=;} as the first line decides, as in Excel.
 */
final class DelimitedReader {
  private static final char[] SEPARATORS = {'\t', ',', ';'};
  private static final char FULL_WIDTH_COMMA = '，';

  private final String text;
  private final char separator;
  private int at;
  private int line = 1;
  private boolean fieldsLeft;

  private DelimitedReader(String text, int from, char separator) {
    this.text = text;
    this.at = from;
    this.separator = separator;
  }

  /** The workbook of one sheet; refuses text without columns. */
  static Workbook read(String text, String shown, String sheet) {
    int from = 0;
    Optional<Character> separator = Optional.empty();
    if (text.startsWith("sep=") && text.length() > 4) {
      separator = Optional.of(text.charAt(4));
      from = afterLine(text, 5);
    } else {
      separator = separatorOf(text);
    }
    char by = separator.orElseThrow(() -> Refused.unreadFormat("content.noColumns"));
    Cells.Builder cells = new Cells.Builder(shown, sheet, false);
    DelimitedReader reader = new DelimitedReader(text, from, by);
    for (int row = 0; reader.hasNext(); row++) {
      List<String> fields = reader.next();
      for (int column = 0; column < fields.size(); column++) {
        add(cells, row, column, fields.get(column));
      }
    }
    return new Workbook(List.of(cells.build()), List.of());
  }

  /** Some programs write {@code ="007"} so that Excel takes it for text. */
  private static void add(Cells.Builder cells, int row, int column, String field) {
    if (field.length() > 3 && field.startsWith("=\"") && field.endsWith("\"")) {
      cells.text(row, column, field.substring(2, field.length() - 1), 0);
    } else {
      PlainField.into(cells, row, column, field, 0);
    }
  }

  private static int afterLine(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length());
  }

  /** Less than any difference between two shares of up to 1000 lines. */
  private static final double TIE = 1e-7;

  private static Optional<Character> separatorOf(String text) {
    double best = 0;
    Optional<Character> found = Optional.empty();
    for (char candidate : SEPARATORS) {
      double score = score(text, candidate);
      if (score > best) {
        best = score;
        found = Optional.of(candidate);
      }
    }
    if (found.isEmpty() && score(text, FULL_WIDTH_COMMA) >= 1) {
      return Optional.of(FULL_WIDTH_COMMA);
    }
    return found;
  }

  /**
   * The share of the lines with a separator that have the commonest number of fields; else 0. Of
   * two that agree as well, the one that parts more lines counts: commas may stand in the figures
   * of every line but the header.
   */
  private static double score(String text, char candidate) {
    Map<Integer, Integer> lines = new HashMap<>();
    DelimitedReader reader = new DelimitedReader(text, 0, candidate);
    int separated = 0;
    int all = 0;
    try {
      for (int row = 0; reader.hasNext() && row < 1000; row++) {
        int fields = reader.next().size();
        all++;
        if (fields > 1) {
          separated++;
          lines.merge(fields, 1, Integer::sum);
        }
      }
    } catch (Refused e) {
      // An open quote is told when the text is read.
    }
    int most = lines.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return separated == 0 ? 0 : (double) most / separated + TIE * separated / all;
  }

  private boolean hasNext() {
    return at < text.length() && !(text.charAt(at) == 0x1A && at == text.length() - 1);
  }

  /** The fields of the next record. */
  private List<String> next() {
    Guard.checkTime();
    List<String> fields = new ArrayList<>();
    do {
      fields.add(field());
      if (fields.size() > Guard.MAX_COLUMNS) {
        throw Refused.tooLarge("bound.columns", fields.size(), Guard.MAX_COLUMNS);
      }
    } while (fieldsLeft);
    return fields;
  }

  /** One field; moves behind the separator or line end that closes it. */
  private String field() {
    StringBuilder field = new StringBuilder();
    if (at < text.length() && text.charAt(at) == '"') {
      int opened = line;
      at++;
      while (true) {
        if (at >= text.length()) {
          // To guess where it should have ended could swallow rows.
          throw Refused.damaged("damage.quote", "line", opened);
        }
        char c = text.charAt(at++);
        if (c == '"' && at < text.length() && text.charAt(at) == '"') {
          field.append('"');
          at++;
        } else if (c == '"') {
          break;
        } else {
          line += c == '\n' ? 1 : 0;
          append(field, c);
        }
      }
    }
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == separator) {
        fieldsLeft = true;
        return field.toString();
      }
      if (c == '\n' || c == '\r') {
        at += c == '\r' && at < text.length() && text.charAt(at) == '\n' ? 1 : 0;
        line++;
        break;
      }
      append(field, c);
    }
    fieldsLeft = false;
    return field.toString();
  }

  private static void append(StringBuilder field, char c) {
    if (field.length() == Guard.MAX_CHARACTERS) {
      throw Refused.tooLarge("bound.characters", field.length() + 1L, Guard.MAX_CHARACTERS);
    }
    field.append(c);
  }
}
