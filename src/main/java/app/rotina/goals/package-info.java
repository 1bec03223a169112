/** Goals: a month's goal, its days, the calendar and the weights that phase it. */
@NullMarked
package app.rotina.goals;

import org.jspecify.annotations.NullMarked;
