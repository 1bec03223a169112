package app.rotina.sources.mapping;

import app.rotina.sources.Delivery;
import app.rotina.sources.Delivery.Control;
import app.rotina.sources.Delivery.Emission;
import app.rotina.sources.Field;
import app.rotina.sources.file.Layout;
import app.rotina.sources.grammar.NumberGrammar;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One kind of file of a profile: how it is laid out and recognised, and what its rows become.
 *
 * @param slots every value a row has while it is typed
 * @param delivered the slots that leave with the row, in order
 * @param mostly at least half of a file's columns must be known; for everyday words, which other
 *     files use too
 * @param require slots that must have a value once all is computed
 * @param distinct the key may come once only: a row that repeats it is refused
 * @param fill columns whose empty cells continue the line above, within the same group; a line
 *     whose first of these is empty is such a line
 * @param stream the records it is; {@link Stream#NONE}: a table
 */
public record FileProfile(
        String profile,
        String id,
        Reading reading,
        Layout layout,
        List<Slot> slots,
        List<Column> columns,
        List<Step> steps,
        List<Emit> emits,
        List<Integer> delivered,
        List<String> key,
        @Nullable String group,
        @Nullable String version,
        @Nullable Control control,
        boolean mostly,
        List<Integer> require,
        boolean distinct,
        List<String> fill,
        Stream stream) {

    /**
     * How cells are written unless a column says otherwise.
     *
     * @param numbers the grammars numbers may follow; more than one: the file's content decides
     * @param dates the formats dates may follow
     * @param zone of naive times; absence: the store's
     * @param currency of amounts; absence: the store's
     * @param blanks texts that mean an empty cell
     */
    public record Reading(
            List<NumberGrammar> numbers,
            List<String> dates,
            @Nullable ZoneId zone,
            @Nullable Currency currency,
            Set<String> blanks) {}

    /**
     * The records of a stream.
     *
     * @param names what the stream may be called
     * @param lists paths of the lists in a record whose elements are rows of their own, after a row
     *     that is the record itself
     */
    public record Stream(Set<String> names, List<String> lists) {
        static final Stream NONE = new Stream(Set.of(), List.of());
    }

    public boolean isTable() {
        return stream.names().isEmpty();
    }

    /** Every path that one of its columns may be read from. */
    public Set<String> paths() {
        return columns.stream()
                .flatMap(column ->
                        java.util.stream.Stream.concat(
                                column.headers().stream(), column.with().stream()))
                .map(HeaderName::shown)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public Delivery delivery() {
        return new Delivery(
                profile,
                id,
                delivered.stream().map(this::field).toList(),
                key,
                group,
                version,
                emits.stream().map(this::emission).toList(),
                control);
    }

    private Field field(int slot) {
        return new Field(slots.get(slot).name(), slots.get(slot).kind().type());
    }

    private Emission emission(Emit emit) {
        @Nullable Integer flag = emit.flag();
        return new Emission(
                emit.fact(), emit.columns(), flag == null ? null : slots.get(flag).name());
    }
}
