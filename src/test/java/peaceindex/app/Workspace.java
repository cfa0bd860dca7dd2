package peaceindex.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import peaceindex.workbooks.TextWorkbook;

/** A small county on disk: two units, three fields; and the program run in it. */
record Workspace(Path folder) {

  static Workspace in(Path folder) throws IOException {
    Workspace workspace = new Workspace(folder);
    workspace.write(
        "config/townships.yaml",
        """
        units:
          - {id: qs, code: "990101", name: {zh: 青石镇, en: Qingshi}, aliases: [青石]}
          - {id: bm, code: "990102", name: {zh: 白马镇, en: Baima}}
        """);
    workspace.write(
        "config/returns.yaml",
        """
        fields:
          - {id: received, name: {zh: 受理数, en: Received}, kind: count, unit: {zh: 件, en: cases}}
          - {id: resolved, name: {zh: 化解数, en: Resolved}, kind: count, partOf: received}
          - {id: sat, name: {zh: 群众满意度, en: Satisfaction}, kind: percentage, unit: "%"}
        receipts: {dueDay: 5}
        """);
    workspace.write(
        "config/index.yaml",
        """
        id: demo
        name: {zh: 示范指数, en: Demo index}
        area: {zh: 示范县, en: Demo county}
        period: month
        children:
          - id: rate
            name: {zh: 化解率, en: Resolution rate}
            value: 化解数 / 受理数 * 100
            polarity: positive
            normalise: {method: goalposts, lower: 0, upper: 100}
        """);
    return workspace;
  }

  void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  /** A workbook written down as text, see {@link TextWorkbook}. */
  void workbook(String path, String text) throws IOException {
    TextWorkbook.of(text).write(folder.resolve(path));
  }

  /** Runs a command in the workspace. */
  Cli run(String command, String... args) {
    List<String> all = new ArrayList<>(List.of(command, "--workspace", folder.toString()));
    all.addAll(Arrays.asList(args));
    return Cli.run(all.toArray(String[]::new));
  }

  String at(String path) {
    return folder.resolve(path).toString();
  }

  /** All files below a folder of the workspace with their bytes. */
  Map<String, byte[]> files(String below) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    Path root = folder.resolve(below);
    if (Files.exists(root)) {
      try (Stream<Path> tree = Files.walk(root)) {
        for (Path file : tree.filter(Files::isRegularFile).toList()) {
          files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
      }
    }
    return files;
  }
}
