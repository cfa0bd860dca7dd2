package peaceindex.returns;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
   * @param folder the period of the folder it lies in
   * @param correction whether it lies in the folder for corrections
   */
  record ReturnFile(Path path, String shown, Optional<Period> folder, boolean correction) {
    String name() {
      return shown.substring(shown.lastIndexOf('/') + 1);
    }

    ReadAhead.Asked asked() {
      return new ReadAhead.Asked(path, shown);
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
        files.add(new ReturnFile(target.path(), shown, period, correction));
        return;
      }
      if (!correction) {
        period.ifPresent(p -> folders.putIfAbsent(p, shown));
      }
      folder(target.path(), shown, period, correction, 0);
    }

    void folder(Path folder, String shown, Optional<Period> period, boolean correction, int depth)
        throws IOException {
      for (Path entry : sorted(folder)) {
        String name = nameOf(entry);
        String path = shown + "/" + Privacy.mask(name);
        boolean held = targets.holds(entry);
        if ((isLitter(name) && !targets.names(entry))
            || (!held && !targets.leadsThrough(entry))
            || isRegister(entry)) {
          continue;
        }
        if (isFolder(entry)) {
          if (depth < MAXIMAL_DEPTH) {
            Optional<Period> named = PeriodText.only(name, frequency);
            if (period.isPresent() && named.isPresent() && !named.equals(period)) {
              problems.add(
                  Code.PERIOD_CONTRADICTS,
                  CellRef.file(path),
                  "found",
                  Text.of(period.get() + " / " + named.get()));
              continue;
            }
            if (held && period.isEmpty()) {
              named.ifPresent(p -> folders.putIfAbsent(p, path));
            }
            Optional<Period> own = period.isPresent() ? period : named;
            folder(entry, path, own, correction || isCorrections(name), depth + 1);
          }
        } else if (isFile(entry)) {
          file(entry, path, period, correction);
        }
      }
    }

    /** Links are followed only where somebody named them. */
    private boolean isFolder(Path entry) {
      return targets.names(entry)
          ? Files.isDirectory(entry)
          : Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
    }

    private boolean isFile(Path entry) {
      return targets.names(entry)
          ? Files.isRegularFile(entry)
          : Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS);
    }

    private void file(Path entry, String shown, Optional<Period> period, boolean correction) {
      String extension = extension(shown);
      if (OTHER_DOCUMENTS.contains(extension) && !targets.names(entry)) {
        problems.add(Code.FILE_PASSED_OVER, CellRef.file(shown), "found", Text.of("." + extension));
      } else {
        files.add(new ReturnFile(entry, shown, period, correction));
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

    private static List<Path> sorted(Path folder) throws IOException {
      List<Path> entries = new ArrayList<>();
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
        stream.forEach(entries::add);
      }
      entries.sort(Comparator.comparing(Walk::nameOf));
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
