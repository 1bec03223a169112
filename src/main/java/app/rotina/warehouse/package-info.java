/** Landed rows, facts and roll-ups of every store; the only place that runs analytical SQL. */
@NullMarked
package app.rotina.warehouse;

import org.jspecify.annotations.NullMarked;
