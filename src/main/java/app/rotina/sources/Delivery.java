package app.rotina.sources;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one recognised file is going to deliver: the typed columns of its rows and how these become
 * facts. It says all the warehouse needs to take the rows in; the rows themselves follow through
 * {@link RowSink}.
 *
 * @param profile the mapping profile's id, such as {@code olist}
 * @param file the file's kind within it, such as {@code items}
 * @param fields the columns of every row, in order
 * @param key the columns that identify a record in its source; empty: known by content and
 *     occurrence number
 * @param group the column whose rows a file always delivers together (an order's lines): a newer
 *     delivery replaces the group whole. Absence: rows are never taken away
 * @param version the column with the source's own time of last change; absence: the file's time
 * @param emissions the facts each row becomes
 * @param control what is summed on both sides to prove that nothing was lost; absence: this file
 *     has no money of its own
 */
public record Delivery(
        String profile,
        String file,
        List<Field> fields,
        List<String> key,
        @Nullable String group,
        @Nullable String version,
        List<Emission> emissions,
        @Nullable Control control) {

    /**
     * One fact that rows of the file become.
     *
     * @param fact the fact's id
     * @param columns field of the fact → column of the row; a key field that is not listed is made
     *     from the record's own key
     * @param when the row column that must be true for a row to become this fact; absence: always
     */
    public record Emission(String fact, Map<String, String> columns, @Nullable String when) {}

    /**
     * The control total.
     *
     * @param column the row column summed while parsing, with the source's own sign
     * @param fact the fact whose field is summed after the commit
     * @param field the field summed
     * @param negativeKinds line kinds that count as negative
     */
    public record Control(String column, String fact, String field, Set<String> negativeKinds) {}

    /**
     * What its records are counted on: the fact that keeps the file's own rows apart where there is
     * one (an order's lines), else the first.
     */
    public Emission primary() {
        return emissions.stream()
                .filter(emission -> Facts.of(emission.fact()).ownIds())
                .findFirst()
                .orElseGet(emissions::getFirst);
    }

    /** Its name in manifests and provenance: {@code olist/items}. */
    public String name() {
        return profile + "/" + file;
    }
}
