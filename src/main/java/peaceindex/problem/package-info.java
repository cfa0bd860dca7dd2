/**
 * What went wrong and where, as data.
 *
 * <p>Bad input is never an exception here: it is a {@link peaceindex.problem.Problem} with a {@link
 * peaceindex.problem.Code}, a {@link peaceindex.problem.Place} (file, sheet and cell, or file, line
 * and column) and named arguments. {@link peaceindex.problem.Messages} turns it into one line of
 * Chinese or English. Exceptions are left for faults of the machine and of this program.
 */
@NullMarked
package peaceindex.problem;

import org.jspecify.annotations.NullMarked;
