package app.rotina.sources;

import app.rotina.sources.grammar.Misfit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the canonical facts, as {@code facts/<id>.yaml} defines it: its grain, key and fields.
 *
 * @param key the fields that identify a row within its store
 * @param day the field a row's store day comes from; absence: the fact is not dated
 * @param coverage which days a delivery speaks for
 * @param ownIds true where ids are the file's own, so that two files may use the same one
 */
public record Fact(
        String id,
        List<String> key,
        @Nullable String day,
        Coverage coverage,
        boolean ownIds,
        List<Field> fields) {

    /** What a delivery's silence about a day means. */
    public enum Coverage {
        /** Every day between the first and the last row was delivered: no row means zero. */
        RANGE,
        /** Only days with a row were delivered: no row means missing. */
        ROWS,
        /** The fact is not dated. */
        NONE
    }

    public Field field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Misfit("no_field", id, name));
    }

    public boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }
}
