/**
 * YAML becomes domain objects. Every fault is collected with file, line and column; nothing is
 * guessed and no key is ignored.
 */
@NullMarked
package peaceindex.config;

import org.jspecify.annotations.NullMarked;
