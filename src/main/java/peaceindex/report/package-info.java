/** One file, one output. Reports render findings; they compute nothing about scores. */
@NullMarked
package peaceindex.report;

import org.jspecify.annotations.NullMarked;
