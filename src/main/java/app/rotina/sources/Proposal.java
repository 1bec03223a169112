package app.rotina.sources;

import java.util.List;
import java.util.Map;

/**
 * How an unknown table would be understood, so that a person can see and change it.
 *
 * @param kind what it seems to be, such as {@code sales}
 * @param kinds all it could be
 * @param fields all fields of such a table, what it needs first
 * @param needed those it cannot do without
 * @param places the fields found, and their columns
 * @param statuses the words of its status column and what they mean; empty: it has none
 * @param meanings all that such a word can mean
 */
public record Proposal(
        String kind,
        List<String> kinds,
        List<String> fields,
        List<String> needed,
        List<Place> places,
        Map<String, String> statuses,
        List<String> meanings) {

    /** A field and the header it was found under. */
    public record Place(String field, String header) {}
}
