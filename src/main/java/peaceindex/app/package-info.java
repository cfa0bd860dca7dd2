/** The commands. The only place that prints or ends the program. */
@NullMarked
package peaceindex.app;

import org.jspecify.annotations.NullMarked;
