package app.rotina.sources;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a first look at one table of a file shows, before anything is taken in.
 *
 * @param format how cells are kept apart: by a sign, or in a workbook ({@code xlsx})
 * @param headerRow its physical line or sheet row, from 1; 0: there is none
 * @param recognised the shipped delivery it is, such as {@code olist/items}; absence: unknown
 * @param profile a profile that reads it, as text to be kept or changed; absence: too little of it
 *     is understood
 * @param delivery what its rows become by that profile; absence: as above
 * @param questions what it leaves open
 * @param rows the first typed rows
 * @param rejected those among the first rows that cannot be taken in
 */
public record Inspection(
        String name,
        String format,
        String encoding,
        String delimiter,
        int headerRow,
        List<String> header,
        List<List<String>> sample,
        @Nullable String recognised,
        @Nullable String profile,
        @Nullable Delivery delivery,
        List<Question> questions,
        List<Warning> warnings,
        List<SourceRow> rows,
        List<RejectedRow> rejected) {}
