package app.rotina.web;

import app.rotina.state.Meeting.Topic;
import java.util.List;

/** The meetings of a store: those that are due, and those that were held, the latest first. */
record MeetingsView(List<Due> due, List<Held> held) {

    /**
     * A meeting to come.
     *
     * @param late true where its day has passed
     */
    record Due(String cadence, String title, String when, boolean late, List<Topic> topics) {}

    /** A meeting that was begun. */
    record Held(String address, String title, String when, boolean open, String said) {}
}
