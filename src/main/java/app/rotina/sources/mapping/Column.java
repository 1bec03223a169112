package app.rotina.sources.mapping;

import app.rotina.sources.grammar.Contacts;
import app.rotina.sources.grammar.NumberGrammar;
import app.rotina.sources.grammar.RatioUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file and how its cells are read.
 *
 * @param headers the names it goes by
 * @param with further columns whose cells are read with its own, with blanks between
 * @param numbers grammars its numbers may follow; empty: the file's
 * @param dates formats its dates may follow; empty: the file's
 * @param words the source's word (plain) → ours; empty: as written
 * @param otherwise what an unknown word becomes; absence: it is refused
 */
public record Column(
        int slot,
        String name,
        Kind kind,
        List<HeaderName> headers,
        List<HeaderName> with,
        Need need,
        List<NumberGrammar> numbers,
        List<String> dates,
        Map<String, String> words,
        @Nullable String otherwise,
        Contacts.@Nullable Kind contact,
        @Nullable RatioUnit unit,
        boolean whole) {

    /** What a file and a row must have. */
    public enum Need {
        /** A file may lack the column. */
        NONE,
        /** A file must have one of the columns that are needed so. */
        ANY,
        /** A file must have the column; a cell may be empty. */
        COLUMN,
        /** Every row must have a value. */
        VALUE
    }

    int indexIn(List<String> header) {
        return index(headers, header);
    }

    /** True where a file may call it so. */
    public boolean isCalled(String heading) {
        return headers.stream().anyMatch(name -> name.matches(heading));
    }

    /** Where the further columns are that the file has. */
    int[] withIn(List<String> header) {
        return with.stream()
                .mapToInt(name -> index(List.of(name), header))
                .filter(index -> index >= 0)
                .toArray();
    }

    private static int index(List<HeaderName> names, List<String> header) {
        for (HeaderName name : names) {
            for (int i = 0; i < header.size(); i++) {
                if (name.matches(header.get(i))) {
                    return i;
                }
            }
        }
        return -1;
    }
}
