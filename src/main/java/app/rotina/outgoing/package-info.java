/**
 * Calls to addresses outside that somebody typed in: checked where they lead when the connection is
 * made, bounded in time and size.
 */
@NullMarked
package app.rotina.outgoing;

import org.jspecify.annotations.NullMarked;
