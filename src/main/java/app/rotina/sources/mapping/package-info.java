/** Mapping profiles: their model, how they are read and checked, and the typing of rows by them. */
@NullMarked
package app.rotina.sources.mapping;

import org.jspecify.annotations.NullMarked;
