/**
 * Stand-ins for missing values, before anything else is done with them: one record a method. To put
 * none in their place is the default and needs no method.
 */
@NullMarked
package peaceindex.index.impute;

import org.jspecify.annotations.NullMarked;
