/**
 * Whole schemes of assessment, from configuration and returns as files to the published ranking.
 */
@NullMarked
package peaceindex.schemes;

import org.jspecify.annotations.NullMarked;
