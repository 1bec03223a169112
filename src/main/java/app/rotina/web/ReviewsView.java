package app.rotina.web;

import java.util.List;

/** The reviews of a store: of each cadence the last periods, the newest first. */
record ReviewsView(List<Cadence> cadences) {

    /** The reviews of one length. */
    record Cadence(String id, String title, List<Line> lines) {}

    /**
     * One review.
     *
     * @param verdict {@code met}, {@code missed}, {@code no_goal} or {@code no_data}
     * @param said how the period came out
     * @param state whether it is signed, to be signed, or of a period that is running
     */
    record Line(
            String address,
            String when,
            String verdict,
            String verdictLabel,
            Shown said,
            State state,
            String stateLabel) {}

    /** How far a review is. */
    enum State {
        RUNNING,
        OPEN,
        SIGNED
    }
}
