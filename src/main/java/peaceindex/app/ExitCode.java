package peaceindex.app;

/** What a run says to the shell. */
final class ExitCode {
  /** Done, nothing wrong. */
  static final int DONE = 0;

  /** Done, but some returns have errors. */
  static final int ERRORS_IN_RETURNS = 1;

  /** Nothing was done: bad usage, bad configuration or nothing to read. */
  static final int NOTHING_DONE = 2;

  /** A fault of the machine, or of this program. */
  static final int FAULT = 3;

  private ExitCode() {}
}
