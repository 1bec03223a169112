package app.rotina.web;

import java.util.List;

/** The talks of the one who looks, the latest first, and whom they can talk with. */
record TalksView(List<Line> talks, List<Other> others, String today) {

    /** A talk in the list; {@code silent} says whose side is not written yet. */
    record Line(String address, String with, String when, String silent) {}

    /** Somebody to talk with. */
    record Other(long id, String name) {}

    /**
     * One talk.
     *
     * @param mine what the one who looks wrote
     * @param theirs what the other one wrote
     */
    record One(long id, String with, String when, Side mine, Side theirs, String agreed) {}

    /** One side; {@code at} is empty where nothing was written. */
    record Side(String view, String proposal, String at) {}
}
