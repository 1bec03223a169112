/**
 * What is looked at every day, week and month: checks that judge themselves, and what they find.
 */
@NamedInterface("checks")
@NullMarked
package app.rotina.routine.checks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
