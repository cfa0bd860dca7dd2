package peaceindex.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
 * one is called {@code --- name (hidden)}; a .csv, .tsv, .txt, .html or .xml file is written as it
 * stands. Figures are those of December 2025, unless a line begins with another month. Every figure
 * and every problem must be there, and no other, but for the codes that are ignored.
 *
 * @param figures lines of the form {@code unit field value cell}, sorted
 * @param problems lines of the form {@code severity code place}, sorted
 */
record ReturnCase(
    Map<String, String> files, Set<String> ignored, Set<String> figures, Set<String> problems) {

  static ReturnCase parse(Path file) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    Set<String> ignored = new TreeSet<>();
    Set<String> figures = new TreeSet<>();
    Set<String> problems = new TreeSet<>();
    String current = "";
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (line.startsWith("=== ")) {
        current = line.substring(4).strip();
        files.putIfAbsent(current, "");
      } else if (current.isEmpty()) {
        if (line.startsWith("ignore ")) {
          ignored.addAll(List.of(line.substring(7).strip().split(" +")));
        }
      } else if (current.equals("expected")) {
        String text = line.strip();
        if (text.matches("(error|warning|info) .*")) {
          problems.add(text);
        } else if (!text.isEmpty()) {
          figures.add(text);
        }
      } else {
        files.merge(current, line + "\n", String::concat);
      }
    }
    files.remove("expected");
    return new ReturnCase(files, ignored, figures, problems);
  }

  /** Writes the files into an input folder. */
  void write(Path input) throws IOException {
    for (Map.Entry<String, String> entry : files.entrySet()) {
      Path file = input.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      if (entry.getKey().matches(".*\\.xls[xm]?")) {
        workbook(entry.getValue()).write(file);
      } else {
        Files.writeString(file, entry.getValue(), StandardCharsets.UTF_8);
      }
    }
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
