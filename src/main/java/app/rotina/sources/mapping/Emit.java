package app.rotina.sources.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact that rows become.
 *
 * @param columns field of the fact → slot
 * @param flag the slot that says whether a row becomes this fact; absence: always
 * @param when what is asked of the row; absence: nothing but that it is not ignored
 */
public record Emit(
        String fact,
        Map<String, String> columns,
        @Nullable Integer flag,
        @Nullable Condition when) {}
