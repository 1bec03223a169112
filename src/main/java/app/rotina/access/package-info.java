/** Who calls and what they may: every route names its role; sign-in, sessions, tokens, headers. */
@NullMarked
package app.rotina.access;

import org.jspecify.annotations.NullMarked;
