package app.rotina.routine.checks;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.routine.ActionKeeping;
import app.rotina.state.ActionKind;
import app.rotina.state.Job;
import app.rotina.state.People;
import app.rotina.state.People.Member;
import app.rotina.state.Task;
import app.rotina.state.TaskField;
import app.rotina.state.TaskWork;
import app.rotina.state.TaskWork.By;
import app.rotina.state.Tasks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes down what a person wants done, or says of it, after checking it. */
@Component
public final class Tasking {
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_TEXT = 4000;

    /** Also what turns the writing round. */
    private static final String UNSEEN = "[\\s\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]+";

    private final Tasks tasks;
    private final TaskWork work;
    private final People people;
    private final ActionKeeping keeping;
    private final Catalog catalog;

    Tasking(Tasks tasks, TaskWork work, People people, ActionKeeping keeping, Catalog catalog) {
        this.tasks = tasks;
        this.work = work;
        this.people = people;
        this.keeping = keeping;
        this.catalog = catalog;
    }

    /**
     * What somebody wants done.
     *
     * @param job who does it, such as {@code marketing}; absence: the manager
     * @param due absence: no day was named
     * @param person id, e-mail or name of a member of the store; absence: whoever has the job
     * @param stake money of one day, as a decimal number; absence: it cannot be told
     * @param address the page that shows why; follows the store's address
     * @param measure what its effect is measured on once it is done; absence: nobody said
     * @param partOf the task that it is split off, whose reason it has unless it says its own;
     *     absence: none
     */
    public record Said(
            @Nullable String title,
            @Nullable String job,
            @Nullable LocalDate due,
            @Nullable String person,
            @Nullable String stake,
            @Nullable String reason,
            @Nullable String address,
            @Nullable String place,
            @Nullable String how,
            @Nullable String cost,
            @Nullable Measure measure,
            @Nullable Long partOf) {

        public Said(@Nullable String title, @Nullable String job, @Nullable LocalDate due) {
            this(title, job, due, null, null, null, null, null, null, null, null, null);
        }
    }

    /**
     * What is said of a task anew; an absent text leaves it as it is, an empty one empties it.
     *
     * @param due as {@code 2026-03-09}
     */
    public record Anew(
            @Nullable String title,
            @Nullable String job,
            @Nullable String person,
            @Nullable String due,
            @Nullable String stake,
            @Nullable String reason,
            @Nullable String place,
            @Nullable String how,
            @Nullable String cost) {

        /** Given to whoever has another job; all else stays. */
        public static Anew of(String job) {
            return new Anew(null, job, null, null, null, null, null, null, null);
        }
    }

    /**
     * What a task is expected to move.
     *
     * @param kind such as {@code price}; absence: of no kind
     * @param metric absence: what the store's goal is in
     * @param where {@code dimension=value} each; absence or empty: the whole store
     */
    public record Measure(
            @Nullable String kind, @Nullable String metric, @Nullable List<String> where) {}

    public Task add(Store store, Said said, String who) {
        String title = line(said.title());
        Job job = blank(said.job()) ? Job.MANAGER : Job.of(told(said.job()));
        @Nullable Measure measure = said.measure();
        Task.Draft draft =
                new Task.Draft(
                        title,
                        job,
                        blank(said.person()) ? null : person(store, told(said.person())),
                        said.due(),
                        blank(said.stake()) ? BigDecimal.ZERO : number(told(said.stake())),
                        new Task.Details(
                                text(said.reason()),
                                address(said.address()),
                                text(said.place()),
                                text(said.how()),
                                blank(said.cost()) ? null : number(told(said.cost()))),
                        measure == null ? null : plan(store, measure));
        return said.partOf() == null
                ? tasks.add(store.id(), draft, who)
                : tasks.addPart(store.id(), said.partOf(), draft, who);
    }

    /** True where data found it: what it is called and its money are the check's then. */
    public static boolean isByData(Task task) {
        Task.@Nullable Found found = task.found();
        return found != null && ResultJson.finding(found.finding()).said() == null;
    }

    /**
     * Changes what is said; answers with the step that takes it back. What a person found is called
     * as its check says where the title is empty.
     */
    public long change(Store store, long task, Anew anew, String who) {
        Task now = tasks.of(store.id(), task);
        if (isByData(now) && (anew.title() != null || anew.stake() != null)) {
            throw new RotinaException(Problem.TASK_BY_DATA, task);
        }
        Map<TaskField, @Nullable String> fields = new EnumMap<>(TaskField.class);
        if (anew.title() != null) {
            boolean asItsCheck = now.found() != null && anew.title().isBlank();
            fields.put(TaskField.TITLE, asItsCheck ? "" : line(anew.title()));
        }
        put(fields, TaskField.JOB, anew.job(), each -> Job.of(each).name());
        put(fields, TaskField.PERSON, anew.person(), each -> String.valueOf(person(store, each)));
        put(fields, TaskField.DUE, anew.due(), each -> day(each).toString());
        if (anew.stake() != null) {
            String stake = anew.stake().isBlank() ? "0" : number(anew.stake()).toPlainString();
            fields.put(TaskField.STAKE, stake);
        }
        put(fields, TaskField.REASON, anew.reason(), Tasking::text);
        put(fields, TaskField.PLACE, anew.place(), Tasking::text);
        put(fields, TaskField.HOW, anew.how(), Tasking::text);
        put(fields, TaskField.COST, anew.cost(), each -> number(each).toPlainString());
        return work.say(new By(store.id(), task, who), fields);
    }

    /** Says what its effect is measured on; absence: nothing. */
    public long measure(Store store, long task, @Nullable Measure measure, String who) {
        Task.@Nullable Plan plan = measure == null ? null : plan(store, measure);
        return work.plan(new By(store.id(), task, who), plan);
    }

    public long comment(Store store, long task, @Nullable String said, String who) {
        String text = text(said);
        if (text.isEmpty()) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "…");
        }
        return work.comment(new By(store.id(), task, who), text);
    }

    public long item(Store store, long task, @Nullable String said, String who) {
        return work.addItem(new By(store.id(), task, who), line(said));
    }

    private static void put(
            Map<TaskField, @Nullable String> fields,
            TaskField field,
            @Nullable String said,
            Function<String, String> read) {
        if (said == null || (said.isBlank() && field == TaskField.JOB)) {
            return;
        }
        boolean words = field.isWords();
        fields.put(field, said.isBlank() ? (words ? "" : null) : read.apply(said.strip()));
    }

    private Task.Plan plan(Store store, Measure measure) {
        String metric =
                blank(measure.metric())
                        ? store.basis().metric()
                        : catalog.of(told(measure.metric())).id();
        List<String> where =
                keeping.places(store, metric, measure.where()).stream()
                        .map(place -> place.dimension() + "=" + place.value())
                        .toList();
        ActionKind kind =
                blank(measure.kind()) ? ActionKind.OTHER : ActionKind.of(told(measure.kind()));
        return new Task.Plan(kind, metric, where);
    }

    private long person(Store store, String said) {
        List<Member> members = people.members(store.id());
        return members.stream()
                .filter(member ->
                        String.valueOf(member.person().id()).equals(said)
                                || member.person().email().equalsIgnoreCase(said)
                                || member.person().name().equals(said))
                .findFirst()
                .orElseThrow(() -> new RotinaException(Problem.NOT_A_MEMBER, said, names(members)))
                .person()
                .id();
    }

    private static String names(List<Member> members) {
        return members.stream()
                .map(member -> member.person().name())
                .collect(Collectors.joining(", "));
    }

    private static String line(@Nullable String said) {
        String line = said == null ? "" : said.replaceAll(UNSEEN, " ").strip();
        if (line.isEmpty() || line.length() > LONGEST_LINE) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "title " + line);
        }
        return line;
    }

    private static String text(@Nullable String said) {
        String text = said == null ? "" : said.replace("\r\n", "\n").strip();
        if (text.length() > LONGEST_TEXT) {
            throw new RotinaException(Problem.TEXT_TOO_LONG, text.length(), LONGEST_TEXT);
        }
        return text;
    }

    /** A page of this store and no other place. */
    private static String address(@Nullable String said) {
        String address = said == null ? "" : said.strip();
        if (!address.isEmpty()
                && !address.matches("/[a-z][\\w/-]{0,80}(\\?[\\w=&%.,+:*~-]{0,1500})?")) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "address " + address);
        }
        return address;
    }

    private static BigDecimal number(String said) {
        if (!said.strip().matches("\\d{1,13}(\\.\\d{1,4})?")) {
            throw new RotinaException(Problem.BAD_ARGUMENT, said);
        }
        return new BigDecimal(said.strip());
    }

    private static LocalDate day(String said) {
        try {
            return LocalDate.parse(said);
        } catch (DateTimeParseException e) {
            throw new RotinaException(Problem.BAD_ARGUMENT, e, said);
        }
    }

    private static boolean blank(@Nullable String said) {
        return said == null || said.isBlank();
    }

    private static String told(@Nullable String said) {
        return Objects.requireNonNull(said).strip();
    }
}
