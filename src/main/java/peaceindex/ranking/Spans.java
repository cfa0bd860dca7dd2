package peaceindex.ranking;

/** How a quarter, a year or another span of base periods is scored. */
public enum Spans {
  /** By the mean of the published scores of the base periods in it. */
  AVERAGED,
  /** From the returns, pooled to those of an average base period. */
  POOLED
}
