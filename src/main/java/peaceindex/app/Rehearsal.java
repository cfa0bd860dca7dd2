package peaceindex.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import peaceindex.problem.Lang;

/**
 * A run over returns of the sample that nobody looks at. The launcher lets Java take down which
 * classes it needs, to have them ready from then on; it reads nothing that belongs to the user, and
 * writes only to the folder that it is given.
 */
final class Rehearsal {
  /**
   * Two units in a table and in two months of forms: enough for a rank, a change, every picture.
   */
  static final List<String> RETURNS =
      List.of(
          "chengguan_2025-11.xlsx",
          "chengguan_2025-12.xlsx",
          "county_2025-10.xlsx",
          "dahe_2025-11.xlsx",
          "dahe_2025-12.xlsx");

  private Rehearsal() {}

  /**
   * Runs the commands that are used most.
   *
   * @param args the folder of the workspace to be made, and perhaps a file for the font of the
   *     charts, which is quicker to read there than out of the jar
   */
  public static void main(String[] args) throws IOException {
    if (args.length > 1) {
      copy("/peaceindex/report/fonts/NotoSansSC-Regular.ttf", Path.of(args[1]));
    }
    int code = run(Path.of(args[0]));
    loadOwnClasses();
    System.exit(code <= ExitCode.ERRORS_IN_RETURNS ? ExitCode.DONE : code);
  }

  /** Loads what the rules of the sample have no use for, and those of another county may. */
  private static void loadOwnClasses() throws IOException {
    try (JarFile jar = new JarFile(System.getProperty("java.class.path"))) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        String name = entry.getName();
        if (name.startsWith("peaceindex/") && name.endsWith(".class")) {
          String type = name.substring(0, name.length() - ".class".length()).replace('/', '.');
          Class.forName(type, false, Rehearsal.class.getClassLoader());
        }
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(String resource, Path to) throws IOException {
    try (InputStream in = Rehearsal.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource missing: " + resource);
      }
      Files.copy(in, to);
    }
  }

  /** The exit code of scoring: units without returns and an impossible figure are wrong there. */
  static int run(Path folder) throws IOException {
    new NewWorkspace(folder, Lang.ZH).make();
    for (String name : RETURNS) {
      copy("rehearsal/" + name, folder.resolve("input").resolve(name));
    }
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    String workspace = folder.toString();
    Main.run(new String[] {"--help"}, nowhere, nowhere, false);
    Main.run(new String[] {"check", "--workspace", workspace}, nowhere, nowhere, false);
    return Main.run(
        new String[] {"score", "--timings", "--workspace", workspace}, nowhere, nowhere, false);
  }
}
