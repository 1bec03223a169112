package app.rotina.web;

import app.rotina.goals.EventDays;
import app.rotina.kernel.Days;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.routine.Seasons;
import app.rotina.state.Action;
import app.rotina.state.Actions;
import app.rotina.state.Notes;
import app.rotina.state.Notes.DayNote;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What stood beside a store's days: the calendar's events, the store's actions, people's notes. */
@Component
final class Annotations {
    private final Seasons seasons;
    private final Actions actions;
    private final Notes notes;
    private final Catalog catalog;

    Annotations(Seasons seasons, Actions actions, Notes notes, Catalog catalog) {
        this.seasons = seasons;
        this.actions = actions;
        this.notes = notes;
        this.catalog = catalog;
    }

    /**
     * One of them.
     *
     * @param kind {@code event}, {@code action} or {@code note}
     * @param detail what is said below it; empty: nothing
     * @param path where its store shows it; empty: nowhere
     */
    record Annotation(String kind, String when, String text, String detail, String path) {}

    /** Of these days: events, then actions, then notes, each by day. */
    List<Annotation> of(Screen screen, Days days) {
        Store store = screen.store();
        Stream<Annotation> events =
                seasons.calendar(store).in(days).stream().map(one -> event(one, screen.words()));
        Stream<Annotation> done =
                actions.of(store.id()).stream()
                        .filter(action -> touches(action, days))
                        .map(action -> action(action, screen.words()));
        Stream<Annotation> written =
                notes.between(store.id(), days.from(), days.to()).stream()
                        .map(note -> note(note, screen.words()));
        return Stream.of(events, done, written).flatMap(each -> each).toList();
    }

    private static Annotation event(EventDays one, Words words) {
        return new Annotation(
                "event", when(one.days(), words), words.say(one.event().textKey()), "", "");
    }

    private Annotation action(Action action, Words words) {
        return new Annotation(
                "action",
                words.say("web.actions.since", words.date(action.from())),
                action.name(),
                catalog.of(action.metric()).label(words.texts()),
                "/actions?id=" + action.id());
    }

    private static Annotation note(DayNote note, Words words) {
        return new Annotation(
                "note",
                words.date(note.day()),
                note.text(),
                words.who(note.author()),
                "/day/" + note.day() + "#notes");
    }

    private static boolean touches(Action action, Days days) {
        LocalDate to = Objects.requireNonNullElse(action.to(), days.to());
        return !action.from().isAfter(days.to()) && !to.isBefore(days.from());
    }

    static String when(Days days, Words words) {
        return days.count() == 1
                ? words.date(days.from())
                : words.say("web.rows.days", words.date(days.from()), words.date(days.to()));
    }
}
