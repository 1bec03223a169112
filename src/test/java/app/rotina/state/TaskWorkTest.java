package app.rotina.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.Task.Details;
import app.rotina.state.Task.Draft;
import app.rotina.state.Task.State;
import app.rotina.state.TaskWork.By;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class TaskWorkTest {
    private static final String STORE = "first";

    private static SingleConnectionDataSource connection;
    private static JdbcClient jdbc;

    private Tasks tasks;
    private TaskWork work;
    private TaskParts parts;
    private TaskLog log;
    private By by;

    @BeforeAll
    static void connect() {
        String url = StateForTests.newDatabase();
        StateDatabase.open(new DataFolder(Path.of("unused")), url).close();
        connection = new SingleConnectionDataSource(url, true);
        jdbc = JdbcClient.create(connection);
        StateForTests.add(jdbc, StateForTests.store(STORE));
        StateForTests.add(jdbc, StateForTests.store("second"));
    }

    @AfterAll
    static void disconnect() {
        connection.destroy();
    }

    @BeforeEach
    void open() {
        Clock clock = Clock.systemUTC();
        tasks = StateForTests.tasks(jdbc, clock);
        work = StateForTests.taskWork(jdbc, clock);
        parts = StateForTests.taskParts(jdbc);
        log = StateForTests.taskLog(jdbc, clock);
        by = by(add("Trocar o banner"));
    }

    @Test
    void saysFieldsAnewAndTakesThemBackAtOnce() {
        long step = work.say(by, fields(TaskField.DUE, "2026-03-09", TaskField.COST, "120.5"));
        assertThat(task().due()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(task().details().cost()).isEqualByComparingTo("120.5");

        work.undo(by, step);

        assertThat(task().due()).isNull();
        assertThat(task().details().cost()).isNull();
        assertThat(log.of(by.task()).stream().filter(TaskChange::undone)).hasSize(2);
    }

    @Test
    void writesNothingWhereNothingChanged() {
        int before = log.of(by.task()).size();
        assertThat(work.say(by, fields(TaskField.TITLE, "Trocar o banner"))).isZero();
        assertThat(log.of(by.task())).hasSize(before);
    }

    @Test
    void refusesToTakeBackWhatWasChangedAgain() {
        long step = work.say(by, fields(TaskField.HOW, "one way"));
        work.say(by, fields(TaskField.HOW, "another way"));
        assertProblem(Problem.TASK_MOVED_ON, () -> work.undo(by, step));
        assertThat(task().details().how()).isEqualTo("another way");
    }

    @Test
    void takesBackOnceAndTakesThatBackToo() {
        long step = work.say(by, fields(TaskField.HOW, "one way"));
        long undo = work.undo(by, step);
        assertProblem(Problem.TASK_MOVED_ON, () -> work.undo(by, step));
        work.undo(by, undo);
        assertThat(task().details().how()).isEqualTo("one way");
    }

    @Test
    void takesTheActionBackWithTheClosing() {
        Action.Draft action =
                new Action.Draft(
                        "Novo banner",
                        "orders",
                        LocalDate.of(2026, 3, 9),
                        null,
                        null,
                        List.of(),
                        Action.Change.NONE,
                        by.task());
        long step = work.close(by, State.DONE, action);
        assertThat(task().state()).isEqualTo(State.DONE);
        assertThat(actions()).hasSize(1);

        work.undo(by, step);

        assertThat(task().state()).isEqualTo(State.OPEN);
        assertThat(actions()).isEmpty();
    }

    @Test
    void closesOnlyWhatIsOpen() {
        work.close(by, State.DONE, null);
        assertThat(work.close(by, State.DROPPED, null)).isZero();
        assertThat(task().state()).isEqualTo(State.DONE);
        work.reopen(by);
        assertThat(task().state()).isEqualTo(State.OPEN);
    }

    @Test
    void ticksRemovesAndRestoresLinesOfTheChecklist() {
        work.addItem(by, "Pedir a arte");
        long item = parts.items(by.task()).getFirst().id();
        long ticked = work.tick(by, item, true);
        assertThat(parts.items(by.task()).getFirst().done()).isNotNull();
        assertProblem(Problem.TASK_MOVED_ON, () -> work.tick(by, item, true));
        work.undo(by, ticked);
        assertThat(parts.items(by.task()).getFirst().done()).isNull();
        long removed = work.removeItem(by, item);
        assertThat(parts.items(by.task())).isEmpty();
        work.undo(by, removed);
        assertThat(parts.items(by.task())).hasSize(1);
    }

    @Test
    void keepsCommentsAndFilesAndTakesThemBack() {
        long comment = work.comment(by, "Falta aprovar");
        byte[] letter = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
        work.attach(by, "carta.pdf", letter);
        long attached = log.latest(by.task());
        Attachments files = StateForTests.attachments(jdbc, Clock.systemUTC());
        assertThat(files.of(STORE, by.thing())).hasSize(1);
        work.undo(by, attached);
        assertThat(files.of(STORE, by.thing())).isEmpty();
        work.undo(by, comment);
        assertThat(parts.comments(by.task())).isEmpty();
    }

    @Test
    void waitsForAnotherUntilThatIsClosed() {
        By other = by(add("Pedir a arte"));
        work.waitFor(by, other.task());
        assertThat(task().waits()).isTrue();
        assertThat(tasks.waiting(STORE, other.task())).hasSize(1);
        work.close(other, State.DONE, null);
        assertThat(task().waits()).isFalse();
    }

    @Test
    void refusesTasksThatWaitInACircle() {
        By second = by(add("b"));
        By third = by(add("c"));
        work.waitFor(by, second.task());
        work.waitFor(second, third.task());
        assertProblem(Problem.TASKS_WAIT_IN_A_CIRCLE, () -> work.waitFor(third, by.task()));
        assertProblem(Problem.TASKS_WAIT_IN_A_CIRCLE, () -> work.waitFor(by, by.task()));
    }

    @Test
    void touchesNoTaskOfAnotherStore() {
        By stranger = new By("second", by.task(), "Bo");
        assertProblem(Problem.UNKNOWN_TASK, () -> work.comment(stranger, "hello"));
        assertProblem(Problem.UNKNOWN_TASK, () -> work.close(stranger, State.DONE, null));
        assertProblem(Problem.UNKNOWN_TASK, () -> work.undo(stranger, log.latest(by.task())));
        assertThat(log.of(by.task())).hasSize(1);
    }

    @Test
    void plansWhereItsEffectIsMeasuredAndTakesThatBack() {
        Task.Plan plan =
                new Task.Plan(
                        ActionKind.PRICE,
                        "orders",
                        List.of("category=Cama & Mesa", "channel=site"));
        long first = work.plan(by, plan);
        assertThat(task().plan()).isEqualTo(plan);
        long none = work.plan(by, null);
        assertThat(task().plan()).isNull();
        work.undo(by, none);
        assertThat(task().plan()).isEqualTo(plan);
        assertThat(first).isNotZero();
    }

    @Test
    void tellsWhoDidWhatTheLatestFirst() {
        work.comment(new By(STORE, by.task(), "Bo"), "hello");
        assertThat(log.of(by.task()))
                .extracting(TaskChange::who, TaskChange::what, TaskChange::text)
                .containsExactly(
                        tuple("Bo", TaskChange.COMMENT, "hello"),
                        tuple("Ana", TaskChange.OPENED, ""));
    }

    private long add(String title) {
        Draft draft = new Draft(title, Job.DESIGN, null, null, BigDecimal.ZERO, Details.NONE, null);
        return tasks.add(STORE, draft, "Ana").id();
    }

    private Task task() {
        return tasks.of(STORE, by.task());
    }

    private List<Action> actions() {
        return StateForTests.actions(jdbc, Clock.systemUTC()).ofTask(STORE, by.task());
    }

    private static By by(long task) {
        return new By(STORE, task, "Ana");
    }

    private static Map<TaskField, @Nullable String> fields(
            TaskField field, String value, Object... more) {
        Map<TaskField, @Nullable String> fields = new HashMap<>();
        fields.put(field, value);
        if (more.length > 0) {
            fields.put((TaskField) more[0], (String) more[1]);
        }
        return fields;
    }

    private static void assertProblem(Problem problem, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        RotinaException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
