/**
 * Reaches people where they are: the morning's digest and alerts by e-mail and in chats, and the
 * routine in their calendars.
 */
@NullMarked
package app.rotina.reach;

import org.jspecify.annotations.NullMarked;
