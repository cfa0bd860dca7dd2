/**
 * Returns as clerks send them, each a small text file with what must be read from it.
 *
 * <p>The files lie by family under {@code src/test/resources/peaceindex/cases} and use the sample
 * configuration of the project.
 */
@NullMarked
package peaceindex.cases;

import org.jspecify.annotations.NullMarked;
