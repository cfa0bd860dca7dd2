package peaceindex.returns;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import peaceindex.panel.Frequency;
import peaceindex.panel.Period;

/** The folders of an input folder that are named after periods, such as {@code input/2025-12}. */
public final class PeriodFolders {
  private PeriodFolders() {}

  /** The newest period whose folder holds anything; empty if there is none. */
  public static Optional<Period> newest(Path input, Frequency frequency) throws IOException {
    TreeSet<Period> periods = new TreeSet<>(Comparator.naturalOrder());
    if (Files.isDirectory(input)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(input, Files::isDirectory)) {
        for (Path entry : entries) {
          Optional<Period> period = PeriodText.only(String.valueOf(entry.getFileName()), frequency);
          if (period.isPresent() && !isEmpty(entry)) {
            periods.add(period.get());
          }
        }
      }
    }
    return periods.isEmpty() ? Optional.empty() : Optional.of(periods.last());
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    }
  }
}
