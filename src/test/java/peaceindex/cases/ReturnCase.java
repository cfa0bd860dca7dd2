package peaceindex.cases;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peaceindex.panel.Frequency;
import peaceindex.workbooks.TextWorkbook;

/**
 * One case: some files, and what must come of them.
 *
 * <pre>
 * # why this case is here
 * ignore P501 P204
 * === 2025-12/月报.xlsx
 * --- 表1
 * 单位名称 | 矛盾纠纷受理数
 * 青石镇 | 40
 * === expected
 * 青石镇 矛盾纠纷受理数 40 B2
 * warning P303 2025-12/月报.xlsx [表1!C2]
 * </pre>
 *
 * <p>A workbook is written as {@link TextWorkbook} shows, sheets begin with {@code ---}, a hidden
 * one is called {@code --- name (hidden)}. Any other file is written as it stands, in UTF-8, and so
 * is one that is called {@code === name.xls (text)}; {@code (GBK)} and the like name another
 * encoding. <code>&#92;t</code> is a tab and <code>&#92;uFEFF</code> the character of that number,
 * where nobody would see it.
 *
 * <p>Figures are those of December 2025, unless a line begins with another period. Every figure and
 * every problem must be there, and no other, but for the codes that are ignored. Above the files
 * may also stand:
 *
 * <pre>
 * says 青石镇                  some message must hold this, in Chinese
 * secret 张三                  no message may hold this, in either language
 * severity P404 error          the configuration sets this severity
 * frequency awareness quarter  the configuration asks for this field by the quarter
 * rule {id: praise, name: 表彰, when: event, points: 2}    a rule for points beside the score
 * rule-from 2025-12 {id: …}    the same, in force from this month on only
 * period week                  returns come by the week
 * </pre>
 *
 * <p>Events of all months are expected as {@code event 青石镇 2025-12-03 praise 1 C2}: unit, day, id
 * of the rule, times and cell; what is known of late and missing returns of December 2025, where a
 * case asks for it at all, as {@code late 青石镇 E2} and {@code missing 青石镇}.
 *
 * @param files what they hold by their names
 * @param head the lines above the files, by their first word
 * @param figures lines of the form {@code unit field value cell}, sorted; events and late returns,
 *     too
 * @param problems lines of the form {@code severity code place}, sorted
 */
record ReturnCase(
    Map<String, String> files,
    Map<String, List<String>> head,
    Set<String> figures,
    Set<String> problems) {
  private static final Set<String> HEAD =
      Set.of("ignore", "says", "secret", "severity", "frequency", "rule", "rule-from", "period");
  private static final Pattern ENCODED = Pattern.compile("(.*) \\(([\\w-]+)\\)");
  private static final Pattern UNSEEN = Pattern.compile("\\\\(t|u[0-9A-F]{4})");

  static ReturnCase parse(Path file) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    Map<String, List<String>> head = new LinkedHashMap<>();
    Set<String> figures = new TreeSet<>();
    Set<String> problems = new TreeSet<>();
    String current = "";
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (line.startsWith("=== ")) {
        current = line.substring(4).strip();
        files.putIfAbsent(current, "");
      } else if (current.isEmpty()) {
        if (!line.startsWith("#")) {
          String[] words = line.strip().split(" +", 2);
          if (words.length < 2 || !HEAD.contains(words[0])) {
            throw new IllegalArgumentException(file + ": " + line);
          }
          head.computeIfAbsent(words[0], word -> new ArrayList<>()).add(words[1]);
        }
      } else if (current.equals("expected")) {
        String text = line.strip();
        if (text.matches("(error|warning|info) .*")) {
          problems.add(text);
        } else if (!text.isEmpty()) {
          figures.add(text);
        }
      } else {
        files.merge(current, seen(line) + "\n", String::concat);
      }
    }
    files.remove("expected");
    return new ReturnCase(files, head, figures, problems);
  }

  private static String seen(String line) {
    return UNSEEN
        .matcher(line)
        .replaceAll(
            match ->
                match.group(1).equals("t")
                    ? "\t"
                    : Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(match.group(1).substring(1), 16))));
  }

  /** The lines above the files that begin with this word, without it. */
  List<String> head(String word) {
    return head.getOrDefault(word, List.of());
  }

  /** The codes that are not looked at. */
  Set<String> ignored() {
    return Set.of(String.join(" ", head("ignore")).split(" +"));
  }

  /** Writes the files into an input folder. */
  void write(Path input) throws IOException {
    for (Map.Entry<String, String> entry : files.entrySet()) {
      Matcher encoded = ENCODED.matcher(entry.getKey());
      String name = encoded.matches() ? encoded.group(1) : entry.getKey();
      Path file = input.resolve(name);
      Files.createDirectories(file.getParent());
      if (!encoded.matches() && name.matches("(?i).*\\.xls[xm]?")) {
        workbook(entry.getValue()).write(file);
      } else {
        String encoding = encoded.matches() ? encoded.group(2) : "text";
        Files.writeString(
            file,
            entry.getValue(),
            encoding.equals("text") ? StandardCharsets.UTF_8 : Charset.forName(encoding));
      }
    }
  }

  /** How often returns come; by the month unless the case says otherwise. */
  Frequency frequency() {
    return head("period").stream()
        .findFirst()
        .map(word -> word.equals("week") ? Frequency.WEEK : Frequency.TEN_DAYS)
        .orElse(Frequency.MONTH);
  }

  /** The rules of the case, made from the text of the project's returns.yaml. */
  String rules(String yaml) {
    String rules = yaml;
    for (String line : head("frequency")) {
      String[] words = line.split(" +");
      String field = "  - id: " + words[0] + "\n";
      if (!rules.contains(field)) {
        throw new IllegalArgumentException(line);
      }
      rules = rules.replace(field, field + "    frequency: " + words[1] + "\n");
    }
    List<String> severities = head("severity").stream().map(s -> s.replace(" ", ": ")).toList();
    return severities.isEmpty()
        ? rules
        : rules + "\nseverity: {" + String.join(", ", severities) + "}\n";
  }

  /** The method of the case, made from the text of the project's index.yaml. */
  String method(String yaml) {
    List<String> always = head("rule");
    List<String> later = head("rule-from");
    if (always.isEmpty() && later.isEmpty()) {
      return yaml;
    }
    String method = yaml.replace("\nversions:", adjustments("", always) + "\nversions:");
    for (String line : later) {
      String[] words = line.split(" +", 2);
      List<String> rules = new ArrayList<>(always);
      rules.add(words[1]);
      method =
          method.replaceAll(
              "(?m)^  - from: 2025-01$",
              Matcher.quoteReplacement("  - from: " + words[0] + adjustments("    ", rules)));
    }
    return method;
  }

  private static String adjustments(String indent, List<String> rules) {
    StringBuilder text = new StringBuilder("\n" + indent + "adjustments:\n" + indent + "  rules:");
    rules.forEach(rule -> text.append("\n").append(indent).append("    - ").append(rule));
    return rules.isEmpty() ? "" : text.toString();
  }

  private static TextWorkbook workbook(String text) {
    TextWorkbook workbook = TextWorkbook.empty();
    String name = "表1";
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("--- ")) {
        add(workbook, name, lines);
        name = line.substring(4).strip();
      } else {
        lines.add(line);
      }
    }
    add(workbook, name, lines);
    return workbook;
  }

  private static void add(TextWorkbook workbook, String name, List<String> lines) {
    if (!String.join("", lines).isBlank()) {
      String sheet = name.replace(" (hidden)", "");
      workbook.sheet(sheet, String.join("\n", lines));
      if (!sheet.equals(name)) {
        workbook.hidden(sheet);
      }
    }
    lines.clear();
  }
}
