/** Value types, errors and texts that every stage shares; depends on nothing. */
@NullMarked
package app.rotina.kernel;

import org.jspecify.annotations.NullMarked;
