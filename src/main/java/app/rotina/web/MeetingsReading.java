package app.rotina.web;

import app.rotina.kernel.Store;
import app.rotina.meeting.Agenda;
import app.rotina.meeting.MeetingBook;
import app.rotina.meeting.MeetingDates;
import app.rotina.state.Job;
import app.rotina.state.Meeting;
import app.rotina.state.Meeting.Cadence;
import app.rotina.state.Meeting.Who;
import app.rotina.state.Meetings;
import app.rotina.state.People;
import app.rotina.state.Task;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a store's meetings for their pages. */
@Component
class MeetingsReading {
    private static final int MOST = 20;

    private final Agenda agenda;
    private final MeetingDates dates;
    private final MeetingBook book;
    private final Meetings meetings;
    private final People people;
    private final Clock clock;

    MeetingsReading(
            Agenda agenda,
            MeetingDates dates,
            MeetingBook book,
            Meetings meetings,
            People people,
            Clock clock) {
        this.agenda = agenda;
        this.dates = dates;
        this.book = book;
        this.meetings = meetings;
        this.people = people;
        this.clock = clock;
    }

    MeetingsView list(Screen screen) {
        return new MeetingsView(
                Arrays.stream(Cadence.values()).map(each -> due(screen, each)).toList(),
                meetings.last(screen.store().id(), MOST).stream()
                        .map(meeting -> held(screen, meeting))
                        .toList());
    }

    private MeetingsView.Due due(Screen screen, Cadence cadence) {
        Store store = screen.store();
        LocalDate next = dates.next(store, cadence);
        LocalDate today = LocalDate.ofInstant(clock.instant(), store.zone());
        return new MeetingsView.Due(
                id(cadence),
                title(screen, cadence),
                next.equals(today)
                        ? screen.say("meetings.today")
                        : screen.say(
                                next.isBefore(today) ? "meetings.late" : "meetings.next",
                                screen.words().day(next)),
                next.isBefore(today),
                agenda.of(store, cadence, screen.words().locale()));
    }

    private static String id(Cadence cadence) {
        return cadence.name().toLowerCase(Locale.ROOT);
    }

    private static String title(Screen screen, Cadence cadence) {
        return screen.say("meetings.title." + id(cadence));
    }

    private MeetingsView.Held held(Screen screen, Meeting meeting) {
        long written = meeting.items().stream().filter(item -> item.written() != null).count();
        return new MeetingsView.Held(
                screen.address("/meetings/" + meeting.id()),
                title(screen, meeting.cadence()),
                screen.words().day(meeting.day()),
                meeting.isOpen(),
                screen.say("meetings.spoken", written, meeting.items().size()));
    }

    MeetingView one(Screen screen, Meeting meeting) {
        Map<Long, Task> tasks = book.tasks(meeting);
        return new MeetingView(
                meeting.id(),
                title(screen, meeting.cadence()),
                screen.words().day(meeting.day()),
                meeting.isOpen(),
                by(screen, "meetings.closed", meeting.closed()),
                people.members(screen.store().id()).stream()
                        .map(People.Member::person)
                        .map(person ->
                                new MeetingView.Person(
                                        person.id(),
                                        person.name(),
                                        meeting.present().contains(person.name())))
                        .toList(),
                screen.words().list(meeting.present().stream().map(screen.words()::who).toList()),
                Arrays.stream(Job.values())
                        .map(job ->
                                new MeetingView.Job(
                                        job.id(),
                                        screen.say("checks.job." + job.id()),
                                        job == Job.MANAGER))
                        .toList(),
                meeting.items().stream()
                        .map(item -> item(screen, item, tasks.get(item.id())))
                        .toList());
    }

    private static MeetingView.Item item(Screen screen, Meeting.Item item, @Nullable Task task) {
        return new MeetingView.Item(
                item.id(),
                item.topic(),
                screen.say("meetings.kind." + item.topic().kind().name().toLowerCase(Locale.ROOT)),
                item.minutes(),
                by(screen, "reviews.by", item.written()),
                task == null
                        ? ""
                        : screen.say(
                                task.state() == Task.State.DONE
                                        ? "reviews.task.done"
                                        : "reviews.task.opened"),
                task == null ? "" : "/tasks/" + task.id());
    }

    private static String by(Screen screen, String key, @Nullable Who who) {
        return who == null
                ? ""
                : screen.say(
                        key,
                        screen.words().who(who.name()),
                        screen.words().moment(who.at(), screen.store().zone()));
    }

    /** The names of people of the store; others are nobody. */
    List<String> named(Screen screen, List<String> ids) {
        return people.members(screen.store().id()).stream()
                .map(People.Member::person)
                .filter(person -> ids.contains(String.valueOf(person.id())))
                .map(person -> person.name())
                .toList();
    }
}
