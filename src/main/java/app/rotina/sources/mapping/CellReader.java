package app.rotina.sources.mapping;

import app.rotina.sources.file.CellKind;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one column; refuses by {@link app.rotina.sources.grammar.Refused}. */
@FunctionalInterface
interface CellReader {

    /**
     * The value; nothing where the text says that there is none.
     *
     * @param cleaned the cell's text, not empty
     * @param kind what a workbook says about it
     */
    @Nullable Object read(String cleaned, CellKind kind);
}
