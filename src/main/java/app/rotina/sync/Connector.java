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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How one kind of shop or service is asked, as {@code connectors/<id>.yaml} says it.
 *
 * @param profile what reads its records
 * @param fields what somebody who connects it has to say
 * @param base where its paths begin; {@code {field}} stands for a field that is not secret
 * @param overlap how far behind the last cursor a pull begins anew
 * @param cursor the fields that may say when a record was changed, in UTC where they name no zone;
 *     none: records do not say
 * @param idField the field that tells records apart
 * @param mayLack the fields that a shop may keep from us without our asking in vain
 * @param failures what its own errors mean
 * @param lacks what does not come where an app lacks a right, by right and language
 * @param consent how its owner agrees to our reading it; empty: what they say is enough
 * @param counting how what it has is counted by day; empty: it cannot say
 * @param hooking how it tells of what changes; empty: it does not
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
        List<String> cursor,
        String idField,
        Set<String> mayLack,
        Failures failures,
        Map<String, Map<String, String>> lacks,
        List<Stream> streams,
        Optional<Consent> consent,
        Optional<Counting> counting,
        Optional<Hooking> hooking) {
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
     * @param labels by language; none: nobody is asked for it
     * @param otherwise what it is where nobody says it; absence: it has to be said
     * @param digits whether only the digits of what is typed count
     */
    public record Field(
            String name,
            boolean secret,
            Map<String, String> labels,
            @Nullable String otherwise,
            boolean digits) {

        public boolean isNeeded() {
            return otherwise == null;
        }

        public boolean isAsked() {
            return !labels.isEmpty();
        }

        /** What was typed, without what people and their clipboards put around it. */
        String plain(String typed) {
            return digits ? typed.replaceAll("\\D", "") : typed.strip();
        }

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
     * @param as how that time is written; {@code {}} stands for it, to the second
     * @param times how it is written where {@code {}} stands
     * @param until where records do not come in the order of their changes the parameter with the
     *     time up to which they are asked for; empty: they do
     * @param total the number of all records, by which a shift is noticed: a header, a place in the
     *     answer, or in an answer to a query a field of its list, too; a list without records may
     *     be answered with 404 and this header; empty: it is not said
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
            DateTimeFormatter times,
            String total,
            int deepest,
            Map<String, String> params) {

        /** A time, as it is asked for. */
        String written(Instant time) {
            return as.replace("{}", times.format(time));
        }

        /** A page, as it is asked for. */
        int at(int page) {
            return place == Place.SKIP ? (page - 1) * most : page;
        }
    }

    /**
     * One list of records.
     *
     * @param stream what its records are called
     * @param these how records are asked for by their ids: a query in which {@code $ids} stands for
     *     them, or a path in which {@code {id}} stands for one; empty: the list can be asked for
     *     them
     * @param whole true where it is read from the first record to the last each time
     * @param stamp the field that gets the day whose end a record shows; empty: none
     * @param report where it is figures by day; absence: it is records that change
     */
    record Stream(
            String name,
            String stream,
            Listing listing,
            String these,
            Besides besides,
            boolean whole,
            String stamp,
            @Nullable Report report) {}

    /**
     * How a list is asked for.
     *
     * @param query in GraphQL; empty: the path is asked for
     * @param list where the list stands in the answer; empty: the answer is the list
     * @param scroll where an answer says what its next page is asked for by, and the parameter for
     *     it; empty: pages are counted
     */
    record Listing(
            String path, String query, String list, Map<String, String> params, String scroll) {

        boolean isQuery() {
            return !query.isEmpty();
        }
    }

    /**
     * What makes the records of a list whole.
     *
     * @param embed lists of a record that are asked for by themselves: field → path, or a query, in
     *     which {@code {id}} stands for the record's
     * @param detail what has the whole record, of which a list gives a part, and where it stands in
     *     the answer; empty: a list gives all
     * @param also what else is asked for: field → path, in which {@code {place}} stands for a value
     *     of the record; a record without that value lacks the field
     * @param join what of another list belongs to the records of a page
     */
    record Besides(
            Map<String, String> embed,
            Detail detail,
            Map<String, String> also,
            Optional<Join> join) {}

    /** Where a record is whole; empty: in its list. */
    record Detail(String path, String at) {}

    /** What was said when connecting, with what is so where nobody said anything. */
    Map<String, String> completed(Map<String, String> said) {
        Map<String, String> all = new TreeMap<>(said);
        for (Field field : fields) {
            if (field.otherwise() != null) {
                all.putIfAbsent(field.name(), field.otherwise());
            }
        }
        return all;
    }

    /** When a record was changed; absence: it does not say. */
    @Nullable Instant changed(JsonNode record) {
        for (String field : cursor) {
            String text = record.path(field).asString("");
            if (!text.isEmpty()) {
                return instantOrNull(text);
            }
        }
        return null;
    }

    /** A record of which only the id is known. */
    JsonNode named(String id) {
        return JsonMapper.shared().createObjectNode().put(idField, id);
    }

    private static @Nullable Instant instantOrNull(String text) {
        try {
            return instant(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** A time as its records say it, in UTC where it names no zone. */
    static Instant instant(String text) {
        TemporalAccessor time = TIMES.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime offset
                ? offset.toInstant()
                : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
    }

    /** What does not come, since these rights are lacking. */
    public List<String> notes(Set<String> lacking, Locale locale) {
        return lacks.entrySet().stream()
                .filter(each -> lacking.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .map(texts ->
                        texts.getOrDefault(locale.getLanguage(), texts.getOrDefault("en", "")))
                .toList();
    }

    /** True where its owner has to agree, in a browser, on the shop's own page. */
    public boolean asksConsent() {
        return consent.isPresent();
    }

    public String title(Locale locale) {
        return titles.getOrDefault(locale.getLanguage(), titles.getOrDefault("en", id));
    }
}
