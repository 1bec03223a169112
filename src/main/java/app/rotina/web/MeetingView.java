package app.rotina.web;

import app.rotina.state.Meeting.Topic;
import java.util.List;

/**
 * A meeting as its page shows it.
 *
 * @param closed who closed it, and when; empty: it is open
 */
record MeetingView(
        long id,
        String title,
        String when,
        boolean open,
        String closed,
        List<Person> people,
        String present,
        List<Job> jobs,
        List<Item> items) {

    /** A job that a task can be for; {@code first} is the one where nobody chose. */
    record Job(String id, String label, boolean first) {}

    /** Somebody of the store. */
    record Person(long id, String name, boolean present) {}

    /**
     * An item of the agenda.
     *
     * @param kind in words
     * @param by who wrote its minutes, and when; empty: nobody did
     * @param task what became of it as a task; empty: it is none
     * @param address where that is; follows the store's
     */
    record Item(
            long id,
            Topic topic,
            String kind,
            String minutes,
            String by,
            String task,
            String address) {
        /** False for what is a task already, or several. */
        boolean becomesTask() {
            return task.isEmpty() && !topic.address().startsWith("/tasks");
        }
    }
}
