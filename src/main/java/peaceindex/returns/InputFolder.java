package peaceindex.returns;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import peaceindex.panel.Frequency;
import peaceindex.panel.Labels;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Privacy;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;
import peaceindex.returns.Targets.Target;
import peaceindex.sheet.ReadAhead;

/**
 * The files to be read: {@code input/PERIOD/*} and {@code input/*}, with sub-folders, or what was
 * named of them and elsewhere; each once and always in the same order. What claims to be no return
 * is passed over, unless it was named itself.
 *
 * @param files the returns
 * @param folders the folder of each period that has one of its own that was read as a whole, as
 *     problems show it
 * @param common the folder of the returns of all other periods; empty if none was read as a whole
 */
record InputFolder(List<ReturnFile> files, Map<Period, String> folders, Optional<String> common) {

  /**
   * One file that may be a return.
   *
   * @param shown path relative to the workspace with {@code /} between folders
   * @param bytes its size when it was found
   * @param folder the period of the folder it lies in
   * @param correction whether it lies in the folder for corrections
   */
  record ReturnFile(
      Path path, String shown, long bytes, Optional<Period> folder, boolean correction) {
    String name() {
      return shown.substring(shown.lastIndexOf('/') + 1);
    }

    ReadAhead.Asked asked() {
      return new ReadAhead.Asked(path, shown, bytes);
    }

    /**
     * Whether it is a return only if one is found in it: a text may as well be somebody's notes.
     */
    boolean mayBeNotes() {
      return name().toLowerCase(Locale.ROOT).endsWith(".txt");
    }
  }

  private static final int MAXIMAL_DEPTH = 5;

  /** Documents that are plainly no returns: mentioned. Anything else is opened and judged. */
  private static final Set<String> OTHER_DOCUMENTS =
      Set.of(
          "doc", "docx", "pdf", "md", "ppt", "pptx", "wps", "dps", "ofd", "rtf", "odt", "odp",
          "zip", "rar", "7z", "jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "heic", "webp",
          "mp4", "msg", "eml", "lnk", "url", "exe");

  /** What systems and programs leave behind: not mentioned. */
  private static final Set<String> LITTER = Set.of("thumbs.db", "desktop.ini");

  /**
   * Lists what is to be read.
   *
   * @param corrections the name of the folders for corrections; or empty
   * @param register the register of receipts within the input folder, which is no return; or empty
   */
  static InputFolder list(
      Targets targets, Frequency frequency, String corrections, String register, Problems problems)
      throws IOException {
    Walk walk = new Walk(targets, frequency, corrections, register, problems);
    if (targets.leadsThrough(targets.input()) && Files.isDirectory(targets.input())) {
      walk.folder(targets.input(), targets.shownInput(), Optional.empty(), false, 0);
    }
    List<Target> elsewhere =
        targets.named().stream()
            .filter(target -> !target.path().startsWith(targets.input()))
            .sorted(Comparator.comparing(Target::path))
            .toList();
    Optional<Target> before = Optional.empty();
    for (Target target : elsewhere) {
      if (before.filter(b -> target.path().startsWith(b.path())).isEmpty()) {
        walk.elsewhere(target);
        before = Optional.of(target);
      }
    }
    boolean timeless = frequency == Frequency.NONE;
    Optional<String> common =
        targets.isWhole()
            ? Optional.of(targets.shownInput())
            : targets.named().stream()
                .filter(target -> timeless && target.isFolder())
                .map(Target::shown)
                .findFirst();
    return new InputFolder(walk.files, walk.folders, common);
  }

  /**
   * The folder in which the returns of all units should be, as problems show it; empty if it was
   * not read as a whole, so that nothing can be said of who is missing.
   */
  Optional<String> folderOf(Period period) {
    return Optional.ofNullable(folders.get(period)).or(() -> common);
  }

  /** What lies in a folder. */
  private record Entry(String name, Path path) {
    static int byName(Entry one, Entry other) {
      return one.name.compareTo(other.name);
    }
  }

  private static final class Walk {
    final Targets targets;
    final Frequency frequency;
    final String corrections;
    final String register;
    final Problems problems;
    final List<ReturnFile> files = new ArrayList<>();
    final Map<Period, String> folders = new TreeMap<>();

    Walk(
        Targets targets,
        Frequency frequency,
        String corrections,
        String register,
        Problems problems) {
      this.targets = targets;
      this.frequency = frequency;
      this.corrections = Labels.key(corrections);
      this.register = Labels.key(register);
      this.problems = problems;
    }

    /**
     * A target outside the input folder: its own name, or that of the folder in which a file lies,
     * may say the period and that it is a correction.
     */
    void elsewhere(Target target) throws IOException {
      boolean isFolder = target.isFolder();
      Optional<Path> folder =
          isFolder ? Optional.of(target.path()) : Optional.ofNullable(target.path().getParent());
      boolean correction = folder.filter(f -> isCorrections(nameOf(f))).isPresent();
      Optional<Path> dated = correction ? folder.map(Path::getParent) : folder;
      Optional<Period> period = dated.flatMap(f -> PeriodText.only(nameOf(f), frequency));
      String shown = Privacy.mask(target.shown());
      if (!isFolder) {
        BasicFileAttributes what = attributes(target.path(), true);
        long bytes = what == null ? 0 : what.size();
        files.add(new ReturnFile(target.path(), shown, bytes, period, correction));
        return;
      }
      if (!correction) {
        period.ifPresent(p -> folders.putIfAbsent(p, shown));
      }
      folder(target.path(), shown, period, correction, 0);
    }

    void folder(Path folder, String shown, Optional<Period> period, boolean correction, int depth)
        throws IOException {
      boolean whole = targets.holds(folder);
      Set<Path> named = namedIn(folder);
      for (Entry entry : sorted(folder)) {
        String name = entry.name();
        Path path = entry.path();
        String entryShown = shown + "/" + Privacy.mask(name);
        boolean isNamed = !named.isEmpty() && named.contains(path);
        boolean held = whole || isNamed;
        if ((isLitter(name) && !isNamed)
            || (!held && !targets.leadsThrough(path))
            || isRegister(path)) {
          continue;
        }
        BasicFileAttributes what = attributes(path, isNamed);
        if (what == null) {
          continue;
        }
        if (what.isDirectory()) {
          if (depth < MAXIMAL_DEPTH) {
            Optional<Period> own = PeriodText.only(name, frequency);
            if (period.isPresent() && own.isPresent() && !own.equals(period)) {
              problems.add(
                  Code.PERIOD_CONTRADICTS,
                  CellRef.file(entryShown),
                  "found",
                  Text.of(period.get() + " / " + own.get()));
              continue;
            }
            if (held && period.isEmpty()) {
              own.ifPresent(p -> folders.putIfAbsent(p, entryShown));
            }
            folder(
                path,
                entryShown,
                period.isPresent() ? period : own,
                correction || isCorrections(name),
                depth + 1);
          }
        } else if (what.isRegularFile()) {
          String extension = extension(name);
          if (OTHER_DOCUMENTS.contains(extension) && !isNamed) {
            Text found = Text.of("." + extension);
            problems.add(Code.FILE_PASSED_OVER, CellRef.file(entryShown), "found", found);
          } else {
            files.add(new ReturnFile(path, entryShown, what.size(), period, correction));
          }
        }
      }
    }

    /** What lies in a folder and was named itself. */
    private Set<Path> namedIn(Path folder) {
      Set<Path> named = new HashSet<>();
      for (Target target : targets.named()) {
        if (folder.equals(target.path().getParent())) {
          named.add(target.path());
        }
      }
      return named;
    }

    /** What an entry is, if that can be told. Links are followed only where somebody named them. */
    private static @Nullable BasicFileAttributes attributes(Path entry, boolean isNamed) {
      try {
        return isNamed
            ? Files.readAttributes(entry, BasicFileAttributes.class)
            : Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      } catch (IOException e) {
        return null;
      }
    }

    private boolean isCorrections(String name) {
      return !corrections.isEmpty() && Labels.key(name).equals(corrections);
    }

    private boolean isRegister(Path entry) {
      return !register.isEmpty()
          && entry.startsWith(targets.input())
          && Labels.key(targets.input().relativize(entry).toString().replace('\\', '/'))
              .equals(register);
    }

    private static List<Entry> sorted(Path folder) throws IOException {
      List<Entry> entries = new ArrayList<>();
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
        for (Path path : stream) {
          entries.add(new Entry(nameOf(path), path));
        }
      }
      entries.sort(Entry::byName);
      return entries;
    }

    private static String nameOf(Path path) {
      return String.valueOf(path.getFileName());
    }

    private static boolean isLitter(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      return name.startsWith(".") || name.startsWith("~$") || LITTER.contains(lower);
    }

    private static String extension(String name) {
      int dot = name.lastIndexOf('.');
      return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
  }
}
