package app.rotina.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How figures by day are asked for: some days at once, each whole. In its texts {@code {from}},
 * {@code {to}} and {@code {offset}} stand for the days and the place of a page, {@code {field}} for
 * a field that is not secret.
 *
 * @param path what follows the connector's base
 * @param params parameters of the address
 * @param body what is sent, as JSON; empty: nothing, the address says all
 * @param rows where the rows stand in an answer; an answer that is a list has them in each part
 * @param day where a row's day stands
 * @param days how many days are asked for at once
 * @param first how many days back the first pull begins
 * @param turn how further pages are asked for
 * @param table where rows have values without names
 * @param with what each row gets besides: name → text
 * @param beside what each row gets of the answer it stands in: name → place
 * @param run how they are made out first; empty: they are there at once
 */
record Report(
        String path,
        Map<String, String> params,
        String body,
        String rows,
        String day,
        int days,
        int first,
        Turn turn,
        Table table,
        Map<String, String> with,
        Map<String, String> beside,
        Optional<Run> run) {

    /**
     * Further pages: by a word that the page before gave, or counted through.
     *
     * @param parameter the parameter for that word; empty: pages are counted through, if at all
     * @param after where the word stands
     * @param more what stands in an answer after which there is another page
     * @param total where the number of all rows stands; empty: an answer has all of them
     */
    record Turn(String parameter, String after, String more, String total) {}

    /**
     * Rows of values alone, as a table has them.
     *
     * @param names where the names of the values stand in an answer, list by list; none: rows have
     *     names of their own
     * @param values where the values stand in a row, for each list of names
     */
    record Table(List<String> names, List<String> values) {}
}
