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

/**
 * The files of an input folder: {@code input/PERIOD/*} and {@code input/*}, with sub-folders,
 * always in the same order. What claims to be no return is passed over.
 *
 * @param files the returns
 * @param folders the folder of each period that has one of its own, as problems show it
 */
record InputFolder(List<ReturnFile> files, Map<Period, String> folders) {

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
      Set.of("doc", "docx", "pdf", "md", "ppt", "pptx", "wps", "rtf", "zip", "rar", "7z");

  /** What systems and programs leave behind: not mentioned. */
  private static final Set<String> LITTER = Set.of("thumbs.db", "desktop.ini");

  /**
   * Lists a folder.
   *
   * @param shown the folder as problems show it
   * @param register the register of receipts within the folder, which is no return; or empty
   */
  static InputFolder list(
      Path folder,
      String shown,
      Frequency frequency,
      String corrections,
      String register,
      Problems problems)
      throws IOException {
    Walk walk = new Walk(frequency, corrections, shown + "/" + register, problems);
    walk.folder(folder, shown, Optional.empty(), false, 0);
    return new InputFolder(walk.files, walk.folders);
  }

  /** The folder of a period, as problems show it. */
  Optional<String> folderOf(Period period) {
    return Optional.ofNullable(folders.get(period));
  }

  private static final class Walk {
    final Frequency frequency;
    final String corrections;
    final String register;
    final Problems problems;
    final List<ReturnFile> files = new ArrayList<>();
    final Map<Period, String> folders = new TreeMap<>();

    Walk(Frequency frequency, String corrections, String register, Problems problems) {
      this.frequency = frequency;
      this.corrections = Labels.key(corrections);
      this.register = Labels.key(register);
      this.problems = problems;
    }

    void folder(Path folder, String shown, Optional<Period> period, boolean correction, int depth)
        throws IOException {
      for (Path entry : sorted(folder)) {
        String name = String.valueOf(entry.getFileName());
        String path = shown + "/" + Privacy.mask(name);
        if (isLitter(name)) {
          continue;
        }
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
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
            Optional<Period> own = period.isPresent() ? period : named;
            own.ifPresent(p -> folders.putIfAbsent(p, path));
            boolean corrected =
                correction || (!corrections.isEmpty() && Labels.key(name).equals(corrections));
            folder(entry, path, own, corrected, depth + 1);
          }
        } else if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
            && !Labels.key(path).equals(register)) {
          file(entry, path, period, correction);
        }
      }
    }

    private void file(Path entry, String shown, Optional<Period> period, boolean correction) {
      String extension = extension(shown);
      if (OTHER_DOCUMENTS.contains(extension)) {
        problems.add(Code.FILE_PASSED_OVER, CellRef.file(shown), "found", Text.of("." + extension));
      } else {
        files.add(new ReturnFile(entry, shown, period, correction));
      }
    }

    private static List<Path> sorted(Path folder) throws IOException {
      List<Path> entries = new ArrayList<>();
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
        stream.forEach(entries::add);
      }
      entries.sort(Comparator.comparing(path -> String.valueOf(path.getFileName())));
      return entries;
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
