package peaceindex.index.normalise;

/** A method with two fixed bounds, of which the lower must lie below the upper. */
public interface Bounded {

  double lower();

  double upper();
}
