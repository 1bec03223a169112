package app.rotina.sources;

import app.rotina.kernel.RotinaException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a first look at one table of a file shows, before anything is taken in.
 *
 * @param format how cells are kept apart: by a sign, or in a workbook ({@code xlsx})
 * @param headerRow its physical line or sheet row, from 1; 0: there is none
 * @param recognised the known delivery it is, such as {@code olist/items}; absence: unknown
 * @param proposal how it would be understood; absence: it is known
 * @param profile a profile that reads it, as text to be kept or changed; absence: too little of it
 *     is understood
 * @param delivery what its rows become by that profile; absence: as above
 * @param problem why it cannot be taken in although it is understood; absence: it can
 * @param questions what it leaves open
 * @param remembered what was answered about an earlier file of its kind
 * @param rows the first typed rows
 * @param count how many rows of it could be taken in
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
        @Nullable Proposal proposal,
        @Nullable String profile,
        @Nullable Delivery delivery,
        @Nullable RotinaException problem,
        List<Question> questions,
        Map<String, String> remembered,
        List<Warning> warnings,
        List<SourceRow> rows,
        List<RejectedRow> rejected,
        Count count) {

    /**
     * How much of a table was read, and what of it would wait.
     *
     * @param read records read
     * @param whole true where those were all
     * @param refused the refused ones by what is wrong, most frequent first
     */
    public record Count(long read, boolean whole, List<Refusals> refused) {

        public long waiting() {
            return refused.stream().mapToLong(Refusals::count).sum();
        }
    }

    /** Records refused for the same reason in the same column, and the first of them. */
    public record Refusals(RejectedRow first, long count) {}
}
