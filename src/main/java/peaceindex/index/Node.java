package peaceindex.index;

import peaceindex.problem.Text;

/** One node of the index: a dimension with children, or an indicator. */
public sealed interface Node permits Dimension, Indicator {

  String id();

  Text name();

  /** The weight within the parent, not yet normalised; not negative. */
  double weight();
}
