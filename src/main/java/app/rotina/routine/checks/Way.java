package app.rotina.routine.checks;

import java.util.List;
import java.util.Locale;

/** How a check comes to its result: data decide, or a person does. */
public sealed interface Way permits Rule, Way.Asking {

    /**
     * A person decides.
     *
     * @param evidence metrics that are shown beside it; empty: nothing is measured yet
     * @param asks what an answer must hold
     */
    record Asking(List<String> evidence, List<Ask> asks) implements Way {}

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
