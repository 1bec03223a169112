package app.rotina.sources.file;

/** How much of anything a file may ask of us; far above what people export, far below harm. */
final class Limits {
    /** Characters of one record, its quoted line breaks included. */
    static final int RECORD_CHARS = 1 << 20;

    /** Bytes of one message. */
    static final int MESSAGE_BYTES = 8 << 20;

    /** How deep a message may be nested. */
    static final int MESSAGE_DEPTH = 100;

    /** Streams of a file. */
    static final int STREAMS = 1_000;

    /** Physical lines of one record. */
    static final int RECORD_LINES = 1_000;

    /** Columns of a table. */
    static final int COLUMNS = 4_096;

    /** Characters kept of a cell in a fault. */
    static final int FAULT_CHARS = 2_000;

    /** Broken quotes of one file; each of them costs a second reading of up to one record. */
    static final int BROKEN_QUOTES = 10_000;

    /** Bytes that a packed file may unpack to, whatever its own size. */
    static final long UNPACKED = 16L << 30;

    /** Bytes up to which the ratio of unpacking does not matter. */
    static final long UNPACKED_FREELY = 64L << 20;

    /** Unpacked bytes per packed byte: deflate reaches 1,032, long tables of few words 250. */
    static final long RATIO = 400;

    /** Entries of an archive. */
    static final int ENTRIES = 1_000;

    /** Bytes of a workbook that has to be unpacked to be opened. */
    static final long WORKBOOK = 1L << 30;

    /** Bytes of a workbook's shared texts and styles, which are held in memory. */
    static final long WORKBOOK_TEXTS = 192L << 20;

    /** Shared texts of a workbook. */
    static final int WORKBOOK_TEXT_COUNT = 3_000_000;

    /**
     * Rows in which further sections of a file are looked for, the same in a look and a reading.
     */
    static final int SECTION_ROWS = 20_000;

    private Limits() {}
}
