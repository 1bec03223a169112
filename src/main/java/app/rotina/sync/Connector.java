package app.rotina.sync;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How one kind of shop or service is asked, as {@code connectors/<id>.yaml} says it.
 *
 * @param profile what reads its records
 * @param fields what somebody who connects it has to say
 * @param base where its paths begin; {@code {field}} stands for a field that is not secret
 * @param overlap how far behind the last cursor a pull begins anew
 * @param cursor the field by which records come, in UTC
 * @param id the field that tells records apart
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
        List<Stream> streams) {

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

    /**
     * How pages are asked for: by the time of the last change seen, and by number among records of
     * the same second.
     *
     * @param size the parameter that says how many records a page has, and the most of them
     * @param total the header with the number of all records, by which a shift is noticed
     */
    record Paging(
            String size,
            int most,
            String page,
            String since,
            String total,
            Map<String, String> params) {}

    /**
     * One list of records.
     *
     * @param stream what its records are called
     * @param embed lists of a record that are asked for by themselves: field → path, in which
     *     {@code {id}} stands for the record's
     */
    record Stream(
            String name,
            String stream,
            String path,
            Map<String, String> params,
            Map<String, String> embed) {}

    public String title(Locale locale) {
        return titles.getOrDefault(locale.getLanguage(), titles.getOrDefault("en", id));
    }
}
