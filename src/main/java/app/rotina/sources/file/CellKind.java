package app.rotina.sources.file;

/** What a workbook says about a cell; a cell of delimited text is always {@link #TEXT}. */
public enum CellKind {
    /** As typed. */
    TEXT,
    /**
     * A plain decimal such as {@code 1234.5}, to the 15 digits a workbook holds; a whole number of
     * more than 15 digits has lost the rest of them there.
     */
    NUMBER,
    /** A plain decimal such as {@code 1234.5} with all digits that its source wrote. */
    EXACT,
    /**
     * A number shown as a date: {@code 2026-01-31T10:00:00}, or {@code 10:00:00} where the day is
     * missing. The 1904 system is resolved; a date that never was keeps its text, such as {@code
     * 1900-02-29T00:00:00}, for a strict parser to refuse.
     */
    DATE,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** The workbook's error text, such as {@code #DIV/0!}. */
    ERROR
}
