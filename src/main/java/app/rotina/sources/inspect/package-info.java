/** What a first look at an unknown file suggests: its meaning, and what it leaves open. */
@NullMarked
package app.rotina.sources.inspect;

import org.jspecify.annotations.NullMarked;
