package peaceindex.sheet;

/**
 * Says that a file is not written as programs usually write it, so that the short way through it
 * ends here and the general one begins. It says nothing else: the file may be as good as any.
 */
final class Unusual extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unusual() {
    super(null, null, false, false);
  }
}
