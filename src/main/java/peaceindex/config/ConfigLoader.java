package peaceindex.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import peaceindex.panel.Fields;
import peaceindex.panel.Frequency;
import peaceindex.panel.Group;
import peaceindex.panel.Labels;
import peaceindex.panel.Roster;
import peaceindex.panel.Versions;
import peaceindex.problem.Code;
import peaceindex.problem.Lang;
import peaceindex.problem.LineRef;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;
import peaceindex.report.Slips;
import peaceindex.returns.EventsLayout;
import peaceindex.returns.ReturnsLayout;
import peaceindex.sheet.Fingerprint;

/**
 * Reads the configuration folder: {@code index.yaml}, {@code returns.yaml} and {@code
 * townships.yaml}, and further indices in {@code indices/}.
 *
 * <p>The faults of all are found in one go, in the order of files and lines. A rule that needs
 * another part of the configuration (an expression needs the fields) is passed over where that part
 * is itself at fault, so that one mistake makes one line.
 */
public final class ConfigLoader {

  /**
   * What was found.
   *
   * @param configuration empty if there are errors
   * @param problems errors, and what else the user should know
   * @param language the language that the index asks for, faulty or not
   * @param files the files that were read: indices first, the main one before all
   */
  public record Loaded(
      Optional<Configuration> configuration,
      Problems problems,
      Lang language,
      List<Fingerprint> files) {}

  /**
   * A file that was read.
   *
   * @param root absent if it could not be read
   * @param faulty where its structure is at fault, see {@link StructureCheck#run}
   */
  record Document(YamlNode root, Set<String> faulty) {

    /** Whether the list {@code section} is whole as far as its members' names go. */
    boolean namesAreSound(String section) {
      if (faulty.isEmpty()) {
        return root.kind() == YamlNode.Kind.MAP;
      }
      return root.kind() == YamlNode.Kind.MAP
          && !faulty.contains(section)
          && NAMING.stream().noneMatch(key -> faulty.contains(section + "/" + key));
    }
  }

  /** The keys by which members of a list are called. */
  private static final List<String> NAMING = List.of("id", "name", "zh", "en", "aliases");

  /** The folder of further indices. */
  private static final String FURTHER = "indices";

  private final Path folder;
  private final String shownFolder;
  private final Problems problems = new Problems();
  private final Map<String, Fingerprint> files = new LinkedHashMap<>();

  private ConfigLoader(Path folder, String shownFolder) {
    this.folder = folder;
    this.shownFolder = shownFolder;
  }

  /**
   * Loads the configuration. Bad input is never an exception.
   *
   * @param shownFolder how the folder is called in problems, such as {@code config}
   */
  public static Loaded load(Path folder, String shownFolder) {
    return new ConfigLoader(folder, shownFolder).load();
  }

  private Loaded load() {
    if (!Files.isDirectory(folder)) {
      problems.add(
          Code.CONFIG_FILE_MISSING,
          new LineRef(shownFolder, 0, 0),
          "expected",
          Phrases.listed(Schemas.NAMES.stream().map(name -> name + ".yaml").toList()),
          "hint",
          Text.of(""));
      return new Loaded(Optional.empty(), problems, Lang.ZH, List.of());
    }
    Document returnsFile = read("returns");
    Document townshipsFile = read("townships");

    ReturnsLayout returns = ReturnsYaml.bind(returnsFile, problems);
    Optional<Fields> fields =
        returnsFile.namesAreSound("fields") ? Optional.of(returns.fields()) : Optional.empty();
    boolean groupsAreKnown = townshipsFile.namesAreSound("groups");
    Roster roster =
        TownshipsYaml.bind(
            townshipsFile.root(),
            groupsAreKnown,
            townshipsFile.namesAreSound("units"),
            fields,
            problems);
    Optional<List<String>> groupIds =
        groupsAreKnown
            ? Optional.of(roster.groups().stream().map(Group::id).toList())
            : Optional.empty();
    boolean hasReceipts =
        returnsFile.root().kind() != YamlNode.Kind.MAP
            || returnsFile.root().get("receipts").isPresent();
    Map<String, Document> indexFiles = new LinkedHashMap<>();
    indexFiles.put("index.yaml", read("index"));
    for (String file : furtherIndices()) {
      indexFiles.put(file, read("index", file));
    }
    List<IndexYaml.Bound> bound = new ArrayList<>();
    List<IndexLinks.Source> sources = new ArrayList<>();
    for (Document file : indexFiles.values()) {
      IndexYaml.Bound index = IndexYaml.bind(file.root(), fields, groupIds, hasReceipts, problems);
      bound.add(index);
      checkSlips(file.root(), index, roster);
      if (file.root().isPresent()) {
        sources.add(new IndexLinks.Source(file.root(), index.scheme().index()));
      }
    }
    if (!problems.hasErrors()) {
      IndexLinks.check(sources, problems);
    }

    Lang language = bound.get(0).language();
    Problems ordered = new Problems();
    inOrder(indexFiles.keySet()).forEach(ordered::add);
    if (ordered.hasErrors()) {
      return new Loaded(Optional.empty(), ordered, language, filesRead(indexFiles.keySet()));
    }
    List<Versions<List<EventsLayout.Kind>>> events =
        bound.stream().map(IndexYaml.Bound::events).toList();
    Frequency base = bound.get(0).scheme().index().frequency();
    return new Loaded(
        Optional.of(
            new Configuration(
                bound.stream()
                    .map(index -> new Configuration.Index(index.scheme(), index.page()))
                    .toList(),
                roster,
                returns.with(returns.events().with(EventsLayout.together(events, base))),
                language)),
        ordered,
        language,
        filesRead(indexFiles.keySet()));
  }

  private List<Fingerprint> filesRead(Collection<String> indexFiles) {
    return order(indexFiles).stream()
        .flatMap(file -> Optional.ofNullable(files.get(file)).stream())
        .toList();
  }

  private void checkSlips(YamlNode root, IndexYaml.Bound index, Roster roster) {
    if (index.page().slips() == Slips.SHEETS && roster.size() > Slips.MOST_SHEETS) {
      problems.add(
          Code.TOO_MANY_SLIPS,
          root.get("page").get("slips").where(),
          "found",
          roster.size(),
          "expected",
          Slips.MOST_SHEETS);
    }
  }

  /** The files of further indices, by name. */
  private List<String> furtherIndices() {
    Path further = folder.resolve(FURTHER);
    if (!Files.isDirectory(further)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(further)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .map(name -> FURTHER + "/" + name)
          .toList();
    } catch (IOException e) {
      problems.add(Code.CONFIG_UNREADABLE, new LineRef(shownFolder + "/" + FURTHER, 0, 0));
      return List.of();
    }
  }

  private Document read(String name) {
    Path file = folder.resolve(name + ".yaml");
    LineRef whole = new LineRef(shown(name), 0, 0);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      problems.add(
          Code.CONFIG_FILE_MISSING,
          whole,
          "expected",
          name + ".yaml",
          "hint",
          similarFile(name + ".yaml")
              .map(other -> Messages.phrase("config.hint.rename", "name", other))
              .orElse(Text.of("")));
      return new Document(YamlNode.absent(whole), Set.of());
    }
    return read(name, name + ".yaml");
  }

  /** A file that is there, held against the schema called {@code schema}. */
  private Document read(String schema, String file) {
    String shown = shownFolder + "/" + file;
    files.put(shown, Fingerprint.of(folder.resolve(file), shown));
    Optional<YamlNode> root = YamlDocument.read(folder.resolve(file), shown, problems);
    Set<String> faulty =
        root.map(node -> StructureCheck.run(schema, node, problems)).orElse(Set.of());
    return new Document(root.orElse(YamlNode.absent(new LineRef(shown, 0, 0))), faulty);
  }

  private String shown(String name) {
    return shownFolder + "/" + name + ".yaml";
  }

  /** A file that may be the missing one under another name, such as {@code index.yml}. */
  private Optional<String> similarFile(String name) {
    List<String> others = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.map(file -> file.getFileName().toString()).sorted().forEach(others::add);
    } catch (IOException e) {
      return Optional.empty();
    }
    Schemas.NAMES.forEach(known -> others.remove(known + ".yaml"));
    return Labels.nearest(name, others);
  }

  /** The problems in the order of files, lines and columns; a line that an alias repeats, once. */
  private List<Problem> inOrder(Collection<String> indexFiles) {
    if (problems.size() < 2) {
      return problems.all();
    }
    List<String> order = order(indexFiles);
    return problems.all().stream()
        .distinct()
        .sorted(
            Comparator.comparingInt((Problem p) -> order.indexOf(p.where().file()))
                .thenComparingInt(p -> p.where() instanceof LineRef at ? at.line() : 0)
                .thenComparingInt(p -> p.where() instanceof LineRef at ? at.column() : 0))
        .toList();
  }

  /** The files that may be there, the main index first. */
  private List<String> order(Collection<String> indexFiles) {
    List<String> order = new ArrayList<>();
    indexFiles.forEach(file -> order.add(shownFolder + "/" + file));
    Schemas.NAMES.stream()
        .map(this::shown)
        .filter(file -> !order.contains(file))
        .forEach(order::add);
    return order;
  }
}
