package app.rotina.sources.file;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known beforehand of how a file is laid out; every absence is found out from the file.
 *
 * @param encoding absence: by byte order mark, validity and plausibility
 * @param delimiter absence: by a {@code sep=} line, else the one that parts the lines most evenly
 * @param sheet a sheet's name; absence: the first sheet
 * @param headerRow the physical line or sheet row of the header, from 1; 0: the first that looks
 *     like one
 * @param comment what lines to skip start with; absence: {@code #} where the file opens with it
 * @param footers texts of a first cell that mark a total, in any letter case, alone or before a
 *     colon
 * @param records which records of a file of streams; absence: it is a table
 */
public record Layout(
        @Nullable Charset encoding,
        @Nullable Character delimiter,
        @Nullable String sheet,
        int headerRow,
        @Nullable String comment,
        List<String> footers,
        @Nullable Records records) {

    /** Nothing is known beforehand. */
    public static final Layout DETECT = headerIn(0);

    /**
     * Which records of a file of streams are read, and as what rows: each record is one row, and
     * each element of its lists one more, which has the record's own fields beside its own.
     *
     * @param streams the names that the stream goes by
     * @param lists paths of the lists whose elements are rows
     * @param paths the columns
     * @param strays true where lines that are no message are told with these rows
     */
    public record Records(
            Set<String> streams, List<String> lists, List<String> paths, boolean strays) {}

    public Layout(
            @Nullable Charset encoding,
            @Nullable Character delimiter,
            @Nullable String sheet,
            int headerRow,
            @Nullable String comment,
            List<String> footers) {
        this(encoding, delimiter, sheet, headerRow, comment, footers, null);
    }

    /** Nothing but which records of a file of streams. */
    public static Layout of(Records records) {
        return new Layout(null, null, null, 0, null, List.of(), records);
    }

    /** Nothing but the header's row. */
    public static Layout headerIn(int row) {
        return new Layout(null, null, null, row, null, List.of(), null);
    }
}
