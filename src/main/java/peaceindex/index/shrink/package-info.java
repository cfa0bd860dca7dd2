/**
 * Protection of rates against small numbers: one record a method. In a small township one case more
 * or less moves the rate by a lot, so that chance puts small units first and last.
 */
@NullMarked
package peaceindex.index.shrink;

import org.jspecify.annotations.NullMarked;
