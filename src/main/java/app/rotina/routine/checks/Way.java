package app.rotina.routine.checks;

import app.rotina.kernel.Texts;
import app.rotina.state.Traces;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a check comes to its result: data decide, or a person does. */
public sealed interface Way permits Rule, Way.Asking {

    /**
     * What a check is shown with.
     *
     * @param metrics empty: nothing is measured yet
     * @param by the dimensions by which they are shown too; empty: of the whole store alone
     * @param beside what else: each names a {@link Beside}
     */
    record Shown(List<String> metrics, List<String> by, List<String> beside) {
        static final Shown NOTHING = new Shown(List.of(), List.of(), List.of());

        boolean isNothing() {
            return metrics.isEmpty() && beside.isEmpty();
        }
    }

    /** What is shown to who looks at it. */
    default Shown shown() {
        return Shown.NOTHING;
    }

    /**
     * A person decides.
     *
     * @param asks what an answer must hold
     * @param numbers what is counted where it asks for numbers; empty: one, without a name
     * @param page the store's page where it is looked at, with {@code {from}} and {@code {to}} for
     *     the last whole period; empty: none
     * @param trace what answers it when it is done in Rotina; absence: only a person does
     */
    record Asking(
            Shown shown,
            List<Ask> asks,
            List<Named> numbers,
            String page,
            Traces.@Nullable Kind trace)
            implements Way {}

    /**
     * A number that an answer holds.
     *
     * @param id empty: the only one, which needs no name
     * @param labels its name by language tag
     */
    record Named(String id, Map<String, String> labels) {
        static final Named ONLY = new Named("", Map.of());

        /** Empty for the one without a name. */
        public String label(Texts texts) {
            return labels.getOrDefault(texts.locale().toLanguageTag(), id);
        }
    }

    /** Something that an answer holds. */
    enum Ask {
        NOTE,
        NUMBER,
        LINK,
        /** A photo of the period, kept before the answer. */
        PHOTO;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
