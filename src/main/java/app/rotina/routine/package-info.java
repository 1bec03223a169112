/** The routine itself: the daily close and what follows from it. */
@NullMarked
package app.rotina.routine;

import org.jspecify.annotations.NullMarked;
