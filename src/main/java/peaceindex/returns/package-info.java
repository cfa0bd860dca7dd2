/**
 * Cells become a panel: tables and forms found by their labels, figures, units and months read,
 * figures that make no sense refused, and what is late, missing or in conflict said.
 */
@NullMarked
package peaceindex.returns;

import org.jspecify.annotations.NullMarked;
