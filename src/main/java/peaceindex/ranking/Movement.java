package peaceindex.ranking;

/**
 * How a unit moved, seen from one period. {@code NaN} where there is nothing to compare with.
 *
 * @param index change of the published index since the period before (环比)
 * @param rank places gained since the period before; positive is up
 * @param yearIndex change of the published index since the same period of last year (同比)
 * @param yearRank places gained since the same period of last year
 * @param fromMean published index less the published mean of the units
 * @param yearToDate mean of the published indices of this calendar year up to this period
 * @param yearToDateRank rank by {@code yearToDate}
 * @param periodsScored periods of this calendar year that entered {@code yearToDate}
 * @param timesTopThree periods of this calendar year among the first three
 * @param timesFirst periods of this calendar year at first place
 * @param worstInARow periods on end in the worst band, up to this one; a period without a score is
 *     passed over, so that not reporting does not end the row
 */
public record Movement(
    double index,
    double rank,
    double yearIndex,
    double yearRank,
    double fromMean,
    double yearToDate,
    double yearToDateRank,
    int periodsScored,
    int timesTopThree,
    int timesFirst,
    int worstInARow) {}
