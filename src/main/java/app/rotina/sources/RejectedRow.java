package app.rotina.sources;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be taken in, with all that is needed to mend it.
 *
 * @param record the number of the record in its file, from 1
 * @param line the physical line it starts on, from 1
 * @param column the header of the cell at fault; absence: the whole record
 * @param value the raw value of that cell
 * @param reason what is wrong, a text {@code sources.reason.<reason>}, with its arguments
 * @param cells the raw record, cell by cell
 * @param group its value of the {@linkplain Delivery#group group}, such as its order, where that is
 *     certain all the same
 * @param control its part of the control total, where that could still be read
 */
public record RejectedRow(
        long record,
        long line,
        @Nullable String column,
        @Nullable String value,
        String reason,
        List<String> arguments,
        List<String> cells,
        @Nullable String group,
        @Nullable BigDecimal control)
        implements SourceRecord {

    /** The key of the reason's sentence in the texts. */
    public String textKey() {
        return textKey(reason);
    }

    /** The key of any such reason's sentence. */
    public static String textKey(String reason) {
        return "sources.reason." + reason;
    }
}
