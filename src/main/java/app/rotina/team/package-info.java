/**
 * The people of a store with each other: how they feel, what is expected of whom, and partners on
 * trial.
 */
@NullMarked
package app.rotina.team;

import org.jspecify.annotations.NullMarked;
