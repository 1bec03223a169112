package app.rotina.meeting;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Job;
import app.rotina.state.Meeting;
import app.rotina.state.Meeting.Cadence;
import app.rotina.state.Meeting.Item;
import app.rotina.state.Meetings;
import app.rotina.state.People;
import app.rotina.state.Suggestions;
import app.rotina.state.Suggestions.Suggestion;
import app.rotina.state.Task;
import app.rotina.state.TaskOrigins;
import app.rotina.state.Tasks;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Holds meetings: begins them with their agenda, takes minutes, turns them into tasks. */
@Component
public class MeetingBook {
    /** Where a topic leads that is a task already. */
    static final String TASKS = "/tasks/";

    private static final int LONGEST_MINUTES = 8000;
    private static final int LONGEST_TITLE = 300;

    private final Meetings meetings;
    private final Suggestions suggestions;
    private final Agenda agenda;
    private final MeetingDates dates;
    private final TaskOrigins origins;
    private final Tasks tasks;
    private final People people;
    private final Clock clock;

    MeetingBook(
            Meetings meetings,
            Suggestions suggestions,
            Agenda agenda,
            MeetingDates dates,
            TaskOrigins origins,
            Tasks tasks,
            People people,
            Clock clock) {
        this.meetings = meetings;
        this.suggestions = suggestions;
        this.agenda = agenda;
        this.dates = dates;
        this.origins = origins;
        this.tasks = tasks;
        this.people = people;
        this.clock = clock;
    }

    /** Begins today's meeting; its agenda is told in the store's language. */
    @Transactional
    public Meeting begin(Store store, Cadence cadence, String who) {
        List<Suggestion> left = suggestions.open(store.id());
        LocalDate today = LocalDate.ofInstant(clock.instant(), store.zone());
        Meeting meeting =
                meetings.begin(
                        new Meetings.Draft(
                                store.id(),
                                cadence,
                                today,
                                agenda.of(store, cadence, store.locale())),
                        who);
        suggestions.takeUp(left, meeting.id());
        return meeting;
    }

    public void suggest(Store store, @Nullable String text, String who) {
        suggestions.leave(store.id(), said(text, LONGEST_TITLE), who);
    }

    public void bringUp(Meeting meeting, @Nullable String title) {
        meetings.bringUp(meeting, said(title, LONGEST_TITLE));
    }

    public void write(Meeting meeting, long item, @Nullable String minutes, String who) {
        String text = minutes == null ? "" : minutes.replace("\r\n", "\n").strip();
        if (text.length() > LONGEST_MINUTES) {
            throw new RotinaException(Problem.TEXT_TOO_LONG, text.length(), LONGEST_MINUTES);
        }
        meetings.write(meeting, of(meeting, item).id(), text, who);
    }

    private static String said(@Nullable String text, int longest) {
        String said = text == null ? "" : text.strip();
        if (said.isEmpty() || said.length() > longest) {
            throw new RotinaException(Problem.BAD_ARGUMENT, said);
        }
        return said;
    }

    /** Who does what came of an item: whoever has a job, or somebody of the store. */
    public record Whom(Job job, @Nullable Long person) {
        public static final Whom MANAGER = new Whom(Job.MANAGER, null);

        /** A job's id or a person's; absence: the manager. */
        public static Whom of(@Nullable String said) {
            if (said == null || said.isBlank()) {
                return MANAGER;
            }
            return said.matches("\\d{1,18}")
                    ? new Whom(Job.MANAGER, Long.valueOf(said))
                    : new Whom(Job.of(said), null);
        }
    }

    /**
     * Makes an item a task, due at the next meeting: the first line of its minutes, else its title.
     * Asked again it is the same task, and an item about a task is that one.
     */
    public Task task(Store store, Meeting meeting, long item, Whom whom, String who) {
        Item one = of(meeting, item);
        OptionalLong about = about(one);
        if (about.isPresent()) {
            return tasks.of(store.id(), about.getAsLong());
        }
        Whom named = named(store, whom);
        String title = one.minutes().lines().findFirst().orElse(one.topic().title());
        Task.Draft draft =
                new Task.Draft(
                        title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title,
                        named.job(),
                        named.person(),
                        dates.next(store, meeting.cadence()),
                        BigDecimal.ZERO,
                        Task.Details.NONE,
                        null);
        return origins.open(store.id(), origin(meeting) + one.id(), draft, who);
    }

    /** A person's task stands with the first of their jobs. */
    private Whom named(Store store, Whom whom) {
        @Nullable Long person = whom.person();
        if (person == null) {
            return whom;
        }
        People.Member member =
                people.members(store.id()).stream()
                        .filter(one -> one.person().id() == person)
                        .findFirst()
                        .orElseThrow(() -> new RotinaException(Problem.UNKNOWN_PERSON, person));
        return new Whom(member.jobs().stream().sorted().findFirst().orElse(whom.job()), person);
    }

    private static Item of(Meeting meeting, long item) {
        return meeting.items().stream()
                .filter(each -> each.id() == item)
                .findFirst()
                .orElseThrow(() -> new RotinaException(Problem.BAD_ARGUMENT, item));
    }

    /** The tasks that its items are about or became, by item. */
    public Map<Long, Task> tasks(Meeting meeting) {
        Map<Long, Task> found = new HashMap<>();
        for (Item item : meeting.items()) {
            about(item).ifPresent(id -> found.put(item.id(), tasks.of(meeting.store(), id)));
        }
        String origin = origin(meeting);
        origins.from(meeting.store(), origin)
                .forEach((address, task) ->
                        found.put(Long.valueOf(address.substring(origin.length())), task));
        return found;
    }

    private static OptionalLong about(Item item) {
        String address = item.topic().address();
        return address.startsWith(TASKS)
                ? OptionalLong.of(Long.parseLong(address.substring(TASKS.length())))
                : OptionalLong.empty();
    }

    private static String origin(Meeting meeting) {
        return "/meetings/" + meeting.id() + "#item-";
    }
}
