package app.rotina.sources.mapping;

import app.rotina.sources.grammar.Refused;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * More than one form fits the file and nothing tells them apart: a text is read where all that can
 * read it agree, and refused with the doubt as the reason where they do not.
 */
record Undecided(String doubt, List<Function<String, Object>> ways)
        implements Function<String, Object> {

    @Override
    public Object apply(String text) {
        @Nullable Object agreed = null;
        @Nullable Refused refused = null;
        for (Function<String, Object> way : ways) {
            try {
                Object read = way.apply(text);
                requireAgreement(agreed, read, text);
                agreed = read;
            } catch (Refused e) {
                refused = worse(refused, e);
            }
        }
        if (agreed == null || (refused != null && refused.reason().equals(doubt))) {
            throw refused == null ? new Refused(doubt, text) : refused;
        }
        return agreed;
    }

    private void requireAgreement(@Nullable Object agreed, Object read, String text) {
        if (agreed != null && !agreed.equals(read)) {
            throw new Refused(doubt, text);
        }
    }

    private Refused worse(@Nullable Refused first, Refused next) {
        return first == null || next.reason().equals(doubt) ? next : first;
    }
}
