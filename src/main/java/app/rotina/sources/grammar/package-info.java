/** The strict grammars of cells: text in, a typed value or a refusal out; nothing is guessed. */
@NullMarked
package app.rotina.sources.grammar;

import org.jspecify.annotations.NullMarked;
