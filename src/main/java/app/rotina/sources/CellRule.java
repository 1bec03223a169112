package app.rotina.sources;

import app.rotina.sources.grammar.CellText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person said once of a cell that could not be read, for every later file of its kind.
 *
 * @param kind of file, such as {@code olist/items}
 * @param heading of the column, as the file writes it
 * @param was the cell's text; empty: an empty cell
 * @param reads the text it is read as; empty: an empty cell; absence: its rows are left out
 */
public record CellRule(String kind, String heading, String was, @Nullable String reads) {
    /** The reason of rows that are left out by a rule; nobody is asked about them. */
    public static final String LEFT_OUT = "left_out";

    /** Faults of one cell whose text alone is to blame; others are no matter of reading it. */
    private static final List<String> FAULTS =
            List.of(
                    "number_",
                    "date_",
                    "boolean_",
                    "ratio_",
                    "word_",
                    "cell_error",
                    "value_missing");

    /** True where a rule can mend what such rows were refused for. */
    public static boolean mends(String reason) {
        return FAULTS.stream().anyMatch(reason::startsWith);
    }

    /** A cell's text as rules compare it: in any case, without blanks around it. */
    public static String plain(@Nullable String text) {
        @Nullable String clean = text == null ? null : CellText.clean(text);
        return clean == null ? "" : clean.toLowerCase(Locale.ROOT);
    }
}
