package peaceindex.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import peaceindex.config.ConfigLoader;
import peaceindex.config.Schemas;
import peaceindex.problem.Lang;
import peaceindex.report.Placement;
import peaceindex.report.template.Register;

/**
 * A folder to start from: the configuration of the sample, an empty register of receipts, a README.
 * All is written aside first; a new folder comes into being with all that is in it.
 */
final class NewWorkspace {
  private static final String ASIDE = ".peace-index.new";

  private final Path folder;
  private final Lang lang;

  NewWorkspace(Path folder, Lang lang) {
    this.folder = folder;
    this.lang = lang;
  }

  /** Whether nothing is there that somebody put there. */
  boolean isFree() throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (!entry.endsWith(ASIDE)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Makes the workspace; what there was to make, in the order of names. */
  List<Path> make() throws IOException {
    boolean there = Files.exists(folder);
    Path aside =
        there ? folder.resolve(ASIDE) : folder.resolveSibling("." + folder.getFileName() + ".new");
    try {
      Placement.delete(aside);
      Files.createDirectories(aside);
      write(aside);
      List<Path> files = files(aside);
      if (there) {
        // The folder may be the one that somebody stands in, so it stays.
        moveAll(aside);
      } else {
        Files.move(aside, folder);
      }
      return files.stream().map(folder::resolve).toList();
    } finally {
      Placement.delete(aside);
    }
  }

  private static List<Path> files(Path aside) throws IOException {
    try (Stream<Path> tree = Files.walk(aside)) {
      return tree.filter(Files::isRegularFile).map(aside::relativize).sorted().toList();
    }
  }

  /** Moves what is in a folder out of it; all or, if one thing cannot be moved, none. */
  private void moveAll(Path aside) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(aside)) {
      stream.forEach(entries::add);
    }
    // The configuration is last: without it the folder is no workspace yet.
    Collections.sort(entries, Collections.reverseOrder());
    List<Path> moved = new ArrayList<>();
    try {
      for (Path entry : entries) {
        Path target = folder.resolve(entry.getFileName());
        Files.move(entry, target);
        moved.add(target);
      }
    } catch (IOException e) {
      for (Path target : moved) {
        Placement.delete(target);
      }
      throw e;
    }
  }

  private void write(Path root) throws IOException {
    Path config = Files.createDirectories(root.resolve("config"));
    for (String name : Schemas.NAMES) {
      Files.writeString(config.resolve(name + ".yaml"), configuration(name));
      Path schema = config.resolve("schema/" + name + ".schema.json");
      Files.createDirectories(schema.getParent());
      Files.writeString(schema, Schemas.text(name));
    }
    Path input = Files.createDirectories(root.resolve("input"));
    Files.createDirectories(root.resolve("output"));
    Files.writeString(root.resolve("README.md"), text("README_" + lang.tag() + ".md"));
    var receipts =
        ConfigLoader.load(config, "config")
            .configuration()
            .orElseThrow(() -> new IllegalStateException("the sample's configuration is at fault"))
            .returns()
            .receipts();
    if (receipts.isPresent()) {
      Path register = input.resolve(receipts.get().file());
      Files.createDirectories(register.getParent());
      Register.write(receipts.get(), lang, register);
    }
  }

  private String configuration(String name) throws IOException {
    return text("config/" + name + ".yaml").replaceFirst("(?m)^language: zh", "language: " + lang);
  }

  private static String text(String name) throws IOException {
    try (InputStream in = NewWorkspace.class.getResourceAsStream("workspace/" + name)) {
      if (in == null) {
        throw new IllegalStateException("resource missing: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
