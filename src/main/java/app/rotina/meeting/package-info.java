/** The meetings of a store's team: when they are due, what to speak about, and what was said. */
@NullMarked
package app.rotina.meeting;

import org.jspecify.annotations.NullMarked;
