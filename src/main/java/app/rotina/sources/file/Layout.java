package app.rotina.sources.file;

import java.nio.charset.Charset;
import java.util.List;
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
 */
public record Layout(
        @Nullable Charset encoding,
        @Nullable Character delimiter,
        @Nullable String sheet,
        int headerRow,
        @Nullable String comment,
        List<String> footers) {

    /** Nothing is known beforehand. */
    public static final Layout DETECT = headerIn(0);

    /** Nothing but the header's row. */
    public static Layout headerIn(int row) {
        return new Layout(null, null, null, row, null, List.of());
    }
}
