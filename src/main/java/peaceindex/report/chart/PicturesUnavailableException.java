package peaceindex.report.chart;

/**
 * This machine's Java cannot draw: AWT, its native libraries or its fonts are missing or broken.
 * The message is one line, fit to be shown.
 */
public final class PicturesUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PicturesUnavailableException(Throwable cause) {
    super(reason(cause), cause);
  }

  private static String reason(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return root.getClass().getSimpleName()
        + (message == null || message.isBlank()
            ? ""
            : ": " + message.strip().lines().findFirst().orElse(""));
  }
}
