package app.rotina.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How one kind of shop or service is asked, as {@code connectors/<id>.yaml} says it.
 *
 * @param profile what reads its records
 * @param fields what somebody who connects it has to say
 * @param base where its paths begin; {@code {field}} stands for a field that is not secret
 * @param overlap how far behind the last cursor a pull begins anew
 * @param cursor the field by which records come, in UTC where it names no zone
 * @param idField the field that tells records apart
 * @param mayLack the fields that a shop may keep from us without our asking in vain
 */
public record Connector(
        String id,
        Map<String, String> titles,
        String profile,
        List<Field> fields,
        String base,
        Auth.Style auth,
        Duration overlap,
        Paging paging,
        String cursor,
        String idField,
        Set<String> mayLack,
        List<Stream> streams) {
    private static final DateTimeFormatter TIMES =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .optionalStart()
                    .appendOffset("+HH:MM", "Z")
                    .optionalEnd()
                    .optionalStart()
                    .appendOffset("+HHMM", "Z")
                    .optionalEnd()
                    .toFormatter(Locale.ROOT);

    /**
     * One thing to be said.
     *
     * @param labels by language
     */
    public record Field(String name, boolean secret, Map<String, String> labels) {

        public String label(Locale locale) {
            return labels.getOrDefault(locale.getLanguage(), labels.getOrDefault("en", name));
        }
    }

    /** What stands for a page among records of the same second. */
    enum Place {
        /** Its number, from 1. */
        NUMBER,
        /** How many records are before it. */
        SKIP,
        /** A word that the page before gave. */
        AFTER
    }

    /**
     * How pages are asked for: by the time of the last change seen, and by their place among
     * records of the same second.
     *
     * @param size the parameter that says how many records a page has, and the most of them
     * @param since the parameter with the time of the last change
     * @param as how that time is written; {@code {}} stands for it, in UTC to the second
     * @param until where records do not come in the order of their changes the parameter with the
     *     time up to which they are asked for; empty: they do
     * @param total the number of all records, by which a shift is noticed: a header, or in an
     *     answer to a query a field of its list; a list without records may be answered with 404
     *     and this header
     * @param deepest how many records may be counted through; 0: any number
     */
    record Paging(
            String size,
            int most,
            String page,
            Place place,
            String since,
            String until,
            String as,
            String total,
            int deepest,
            Map<String, String> params) {
        private static final DateTimeFormatter PLAIN =
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

        /** A time, as it is asked for. */
        String written(Instant time) {
            return as.replace("{}", PLAIN.format(time));
        }
    }

    /**
     * One list of records.
     *
     * @param stream what its records are called
     * @param query in GraphQL; empty: the path is asked for and its answer is the list
     * @param list where the list stands in the answer to a query
     * @param embed lists of a record that are asked for by themselves: field → path, or a query, in
     *     which {@code {id}} stands for the record's
     */
    record Stream(
            String name,
            String stream,
            String path,
            String query,
            String list,
            Map<String, String> params,
            Map<String, String> embed) {

        boolean isQuery() {
            return !query.isEmpty();
        }
    }

    /** When a record was changed; absence: it does not say. */
    @Nullable Instant changed(JsonNode record) {
        String text = record.path(cursor).asString("");
        try {
            return text.isEmpty() ? null : instant(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Instant instant(String text) {
        TemporalAccessor time = TIMES.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime offset
                ? offset.toInstant()
                : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
    }

    public String title(Locale locale) {
        return titles.getOrDefault(locale.getLanguage(), titles.getOrDefault("en", id));
    }
}
