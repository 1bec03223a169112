package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.api.MeetingCard.TopicCard;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.meeting.Agenda;
import app.rotina.meeting.MeetingBook;
import app.rotina.meeting.MeetingBook.Whom;
import app.rotina.meeting.MeetingDates;
import app.rotina.state.Audit;
import app.rotina.state.Meeting;
import app.rotina.state.Meeting.Cadence;
import app.rotina.state.Meetings;
import app.rotina.state.Role;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The weekly and fortnightly meetings of a store's team. */
@RestController
@RequestMapping("/api/stores/{store}/meetings")
class MeetingsApi {
    private static final int MOST = 50;

    private final Agenda agenda;
    private final MeetingDates dates;
    private final MeetingBook book;
    private final Meetings meetings;
    private final Audit audit;

    MeetingsApi(
            Agenda agenda, MeetingDates dates, MeetingBook book, Meetings meetings, Audit audit) {
        this.agenda = agenda;
        this.dates = dates;
        this.book = book;
        this.meetings = meetings;
        this.audit = audit;
    }

    /** When a meeting is due, and what there is to speak about. */
    record AgendaCard(String cadence, LocalDate due, List<TopicCard> topics) {}

    /** Something to be spoken about. */
    record Suggested(@Nullable String text) {}

    /** Which meeting is begun. */
    record Begun(String cadence) {}

    /** What was said about an item. */
    record Minutes(@Nullable String minutes) {}

    /** The latest first. */
    @GetMapping
    @Access(Role.VIEWER)
    List<MeetingCard> all(Store store) {
        return meetings.last(store.id(), MOST).stream().map(this::card).toList();
    }

    @GetMapping("/agenda")
    @Access(Role.VIEWER)
    AgendaCard agenda(
            Store store, @RequestParam(defaultValue = "weekly") String cadence, Locale locale) {
        Cadence which = cadence(cadence);
        return new AgendaCard(
                cadence,
                dates.next(store, which),
                agenda.of(store, which, locale).stream().map(TopicCard::of).toList());
    }

    @PostMapping("/suggestions")
    @Access(Role.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    Suggested suggest(Caller caller, Store store, @RequestBody Suggested suggested) {
        book.suggest(store, suggested.text(), caller.name());
        return suggested;
    }

    /** Begins today's meeting with its agenda; begun before, it is the same one. */
    @PostMapping
    @Access(Role.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    MeetingCard begin(Caller caller, Store store, @RequestBody Begun begun) {
        Meeting meeting = book.begin(store, cadence(begun.cadence()), caller.name());
        audit.note(caller.name(), store.id(), "meeting", String.valueOf(meeting.id()));
        return card(meeting);
    }

    @GetMapping("/{meeting}")
    @Access(Role.VIEWER)
    MeetingCard one(Store store, @PathVariable long meeting) {
        return card(meetings.of(store.id(), meeting));
    }

    @PutMapping("/{meeting}/items/{item}")
    @Access(Role.MEMBER)
    MeetingCard write(
            Caller caller,
            Store store,
            @PathVariable long meeting,
            @PathVariable long item,
            @RequestBody Minutes minutes) {
        book.write(meetings.of(store.id(), meeting), item, minutes.minutes(), caller.name());
        return one(store, meeting);
    }

    /** Whose task it is: a job's id or a person's; the manager's where nobody is said. */
    record ForWhom(@Nullable String whom) {}

    /** Makes an item a task; asked again it is the same one. */
    @PostMapping("/{meeting}/items/{item}/task")
    @Access(Role.MEMBER)
    MeetingCard task(
            Caller caller,
            Store store,
            @PathVariable long meeting,
            @PathVariable long item,
            @RequestBody(required = false) @Nullable ForWhom asked) {
        Whom whom = Whom.of(asked == null ? null : asked.whom());
        Meeting held = meetings.of(store.id(), meeting);
        long id = book.task(store, held, item, whom, caller.name()).id();
        audit.note(caller.name(), store.id(), "task", String.valueOf(id));
        return one(store, meeting);
    }

    /** Ends it; its minutes stay as they are. */
    @PostMapping("/{meeting}/closing")
    @Access(Role.MEMBER)
    MeetingCard close(Caller caller, Store store, @PathVariable long meeting) {
        meetings.close(meetings.of(store.id(), meeting), caller.name());
        audit.note(caller.name(), store.id(), "meeting.close", String.valueOf(meeting));
        return one(store, meeting);
    }

    private MeetingCard card(Meeting meeting) {
        return MeetingCard.of(meeting, book.tasks(meeting));
    }

    private static Cadence cadence(String id) {
        return Arrays.stream(Cadence.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(id))
                .findFirst()
                .orElseThrow(() -> new RotinaException(Problem.BAD_ARGUMENT, id));
    }
}
