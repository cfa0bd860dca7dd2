package peaceindex.report;

import java.util.List;
import peaceindex.returns.InputFile;
import peaceindex.sheet.Fingerprint;

/**
 * From what results come, so that anybody can compute them again: the same version with the same
 * files makes the same bytes.
 *
 * @param version of the program
 * @param configuration its files, the main index first
 * @param inputs all files of the input folder that were opened, by name
 */
public record Provenance(String version, List<Fingerprint> configuration, List<InputFile> inputs) {
  /** The name of the program. */
  public static final String PROGRAM = "peace-index";

  /** Nothing is known. */
  public static final Provenance NONE = new Provenance("", List.of(), List.of());

  public Provenance {
    configuration = List.copyOf(configuration);
    inputs = List.copyOf(inputs);
  }

  /** Whether anything is known. */
  public boolean isKnown() {
    return !version.isEmpty();
  }
}
