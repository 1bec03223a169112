package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.meeting.MeetingBook;
import app.rotina.meeting.MeetingBook.Whom;
import app.rotina.state.Audit;
import app.rotina.state.Meeting;
import app.rotina.state.Meeting.Cadence;
import app.rotina.state.Meetings;
import app.rotina.state.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The meetings of a store's team: what is due, the agenda, the minutes and what follows from them.
 */
@Controller
class MeetingsPage implements Page {
    private static final String ONE = "/s/{store}/meetings/{meeting}";

    private final MeetingsReading reading;
    private final MeetingBook book;
    private final Meetings meetings;
    private final Audit audit;

    MeetingsPage(MeetingsReading reading, MeetingBook book, Meetings meetings, Audit audit) {
        this.reading = reading;
        this.book = book;
        this.meetings = meetings;
        this.audit = audit;
    }

    @Override
    public Entry entry() {
        return new Entry(Group.DAY, 50, "meetings", "/meetings", Role.VIEWER);
    }

    @GetMapping("/s/{store}/meetings")
    @Access(Role.VIEWER)
    ModelAndView list(Screen screen) {
        return screen.show("meetings", reading.list(screen));
    }

    @GetMapping(ONE)
    @Access(Role.VIEWER)
    ModelAndView show(Screen screen, Store store, @PathVariable long meeting) {
        return screen.show("meeting", reading.one(screen, meetings.of(store.id(), meeting)));
    }

    /** Begins today's meeting with its agenda. */
    @PostMapping("/s/{store}/meetings")
    @Access(Role.MEMBER)
    ModelAndView begin(Screen screen, Caller caller, @RequestParam String cadence) {
        Meeting meeting = book.begin(screen.store(), cadence(cadence), caller.name());
        audit.note(caller.name(), screen.store().id(), "meeting", String.valueOf(meeting.id()));
        return to(screen, meeting.id(), "");
    }

    static Cadence cadence(String id) {
        return Arrays.stream(Cadence.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(id))
                .findFirst()
                .orElseThrow(() -> new RotinaException(Problem.BAD_ARGUMENT, id));
    }

    /** Something to be spoken about next time. */
    @PostMapping("/s/{store}/meetings/suggestions")
    @Access(Role.MEMBER)
    ModelAndView suggest(
            Screen screen, Caller caller, @RequestParam(defaultValue = "") String text) {
        try {
            book.suggest(screen.store(), text, caller.name());
            return new ModelAndView(
                    "redirect:" + screen.address("/meetings?done=meeting_suggestion"));
        } catch (RotinaException e) {
            return screen.refuse("meetings", reading.list(screen), e);
        }
    }

    /**
     * What was typed about an item, and whether it is to become a task.
     *
     * @param whom a person's id, or a job's; absence: the manager
     */
    record Typed(long item, String minutes, boolean task, @Nullable String whom) {}

    @PostMapping(ONE + "/minutes")
    @Access(Role.MEMBER)
    ModelAndView write(Screen screen, Caller caller, @PathVariable long meeting, Typed typed) {
        return did(
                screen,
                meeting,
                typed.task() ? "meeting_task" : "meeting_minutes",
                held -> {
                    book.write(held, typed.item(), typed.minutes(), caller.name());
                    if (typed.task()) {
                        Meeting now = meetings.of(screen.store().id(), meeting);
                        long id =
                                book.task(
                                                screen.store(),
                                                now,
                                                typed.item(),
                                                Whom.of(typed.whom()),
                                                caller.name())
                                        .id();
                        audit.note(caller.name(), screen.store().id(), "task", String.valueOf(id));
                    }
                });
    }

    @PostMapping(ONE + "/points")
    @Access(Role.MEMBER)
    ModelAndView bringUp(
            Screen screen,
            @PathVariable long meeting,
            @RequestParam(defaultValue = "") String title) {
        return did(screen, meeting, "meeting_point", held -> book.bringUp(held, title));
    }

    @PostMapping(ONE + "/present")
    @Access(Role.MEMBER)
    ModelAndView attend(
            Screen screen,
            @PathVariable long meeting,
            @RequestParam(required = false, defaultValue = "") List<String> person) {
        return did(
                screen,
                meeting,
                "meeting_present",
                held -> meetings.attend(held, reading.named(screen, person)));
    }

    @PostMapping(ONE + "/closing")
    @Access(Role.MEMBER)
    ModelAndView close(Screen screen, Caller caller, @PathVariable long meeting) {
        return did(
                screen,
                meeting,
                "meeting_closed",
                held -> {
                    meetings.close(held, caller.name());
                    audit.note(
                            caller.name(),
                            screen.store().id(),
                            "meeting.close",
                            String.valueOf(meeting));
                });
    }

    /** What is done in a meeting. */
    private interface Deed {
        void in(Meeting meeting);
    }

    private ModelAndView did(Screen screen, long id, String done, Deed deed) {
        Meeting meeting = meetings.of(screen.store().id(), id);
        try {
            deed.in(meeting);
            return to(screen, id, "?done=" + done);
        } catch (RotinaException e) {
            return screen.refuse("meeting", reading.one(screen, meeting), e);
        }
    }

    private static ModelAndView to(Screen screen, long meeting, String query) {
        return new ModelAndView("redirect:" + screen.address("/meetings/" + meeting + query));
    }
}
