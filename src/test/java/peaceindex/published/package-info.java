/** Published indexes, reproduced from their figures by configuration alone. */
@NullMarked
package peaceindex.published;

import org.jspecify.annotations.NullMarked;
