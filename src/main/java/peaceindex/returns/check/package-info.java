/** Rules of sense, one a file: what a figure cannot be, whatever its cell says. */
@NullMarked
package peaceindex.returns.check;

import org.jspecify.annotations.NullMarked;
