package app.rotina.web;

import app.rotina.report.Paper;
import app.rotina.review.Review;
import app.rotina.review.ToldReview;
import app.rotina.state.Task;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A review as its page shows it.
 *
 * @param address of the page, after the store's
 * @param next the address of the period after; absence: it has not begun
 * @param signed who signed it, and when; absence: nobody did
 * @param tasks what was opened from it, by the part's key
 * @param plan what can be taken over; absence: there is no plan
 */
record ReviewView(
        String kind,
        String title,
        String address,
        String previous,
        @Nullable String next,
        LocalDate date,
        Paper paper,
        List<Section> sections,
        boolean running,
        @Nullable String signed,
        List<String> since,
        Map<String, Task> tasks,
        @Nullable Plan plan) {

    /** A section with what was written in it; {@code by} is empty where nothing was. */
    record Section(ToldReview.Section told, String body, String by) {
        String id() {
            return told.section().id();
        }

        boolean empty() {
            return told.groups().isEmpty() && told.blocks().isEmpty();
        }
    }

    /** The month that is planned; {@code taken}: its goal is set so. */
    record Plan(String month, boolean taken) {}

    static Section section(Screen screen, ToldReview.Section told) {
        return told.text()
                .map(text ->
                        new Section(
                                told,
                                text.body(),
                                screen.say(
                                        "reviews.by",
                                        screen.words().who(text.who()),
                                        screen.words().moment(text.at(), screen.store().zone()))))
                .orElseGet(() -> new Section(told, "", ""));
    }

    static @Nullable String signed(Screen screen, Review review) {
        Review.@Nullable Signed signed = review.signed();
        return signed == null
                ? null
                : screen.say(
                        "reviews.signed",
                        screen.words().who(signed.who()),
                        screen.words().moment(signed.at(), screen.store().zone()));
    }

    /** What the part's task is called on the page. */
    String taskState(String key) {
        @Nullable Task task = tasks.get(key);
        if (task == null) {
            return "";
        }
        return task.state() == Task.State.DONE ? "reviews.task.done" : "reviews.task.opened";
    }
}
