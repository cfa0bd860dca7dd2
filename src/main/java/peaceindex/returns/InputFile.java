package peaceindex.returns;

import java.util.Optional;
import peaceindex.panel.Period;
import peaceindex.sheet.Fingerprint;

/**
 * A file of the input folder that was opened, whatever became of it.
 *
 * @param period to which it belongs, as far as that is known; of a register of all periods none
 */
public record InputFile(Fingerprint content, Kind kind, Optional<Period> period) {

  /** What a file is for. */
  public enum Kind {
    RETURN,
    /** A return whose figures go before those of others. */
    CORRECTION,
    /** A register of events and no return. */
    EVENTS,
    /** The clerk's register of what came when. */
    RECEIPTS
  }

  /** The file as outputs show it. */
  public String file() {
    return content.file();
  }

  public boolean isCorrection() {
    return kind == Kind.CORRECTION;
  }
}
