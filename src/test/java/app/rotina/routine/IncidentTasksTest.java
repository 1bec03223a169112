package app.rotina.routine;

import static app.rotina.routine.SampleShop.END;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.DataFolder;
import app.rotina.routine.checks.Cadence;
import app.rotina.routine.checks.Checking;
import app.rotina.routine.checks.Checks;
import app.rotina.routine.checks.ChecksForTests;
import app.rotina.routine.checks.Result;
import app.rotina.state.Job;
import app.rotina.state.StateDatabase;
import app.rotina.state.StateForTests;
import app.rotina.state.Task;
import app.rotina.state.Task.State;
import app.rotina.state.Tasks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The mornings of a shop in which things go wrong: each opens one task for those who can mend it,
 * on its first day, and ordinary days open next to none.
 */
class IncidentTasksTest {
    private static final int EVERY = 6;
    private static final int BACK = 280;

    /** Of 20 ordinary days, one may open a task. */
    private static final double QUIET_TASKS = .05;

    private static final Map<String, Job> MENDS =
            Map.of(
                    "hero_size_sold_out", Job.PURCHASING,
                    "chat_answered_late", Job.SERVICE_LEAD,
                    "ad_account_paused", Job.MARKETING,
                    "gateway_declining", Job.FINANCE,
                    "price_mistake", Job.MANAGER,
                    "mobile_checkout_broken", Job.DESIGN);

    private static final SampleShop SHOP = SampleShop.Large.SHOP;
    private static final IncidentTruth TRUTH = new IncidentTruth(SHOP);
    private static final JdbcClient STATE =
            StateForTests.client(
                    StateDatabase.open(
                            new DataFolder(Path.of("unused")), StateForTests.newDatabase()));
    private static final Clock CLOCK = SampleShop.noon(END.plusDays(1));
    private static final Tasks TASKS = StateForTests.tasks(STATE, CLOCK);
    private static final Checking CHECKING =
            ChecksForTests.of(
                            new ChecksForTests.Shop(
                                    SHOP.store.catalog(),
                                    SHOP.store.metrics(),
                                    SHOP.store.warehouse(),
                                    SeasonsForTests.of(
                                            SHOP.store.metrics(), SHOP.store.warehouse(), STATE)),
                            STATE,
                            CLOCK)
                    .checking();

    /** Task → the day whose checks opened it. */
    private static final Map<LocalDate, Set<Task>> OPENED = new HashMap<>();

    private static final Set<LocalDate> QUIET = new TreeSet<>();

    @BeforeAll
    static void liveThroughTheMornings() {
        StateForTests.add(STATE, SHOP.store.store());
        IntStream.rangeClosed(0, BACK / EVERY)
                .mapToObj(i -> END.minusDays((long) i * EVERY))
                .filter(day -> !TRUTH.days().contains(day))
                .forEach(QUIET::add);
        Set<LocalDate> mornings = new TreeSet<>(QUIET);
        mornings.addAll(TRUTH.days());
        TRUTH.ids().stream()
                .map(id -> TRUTH.days(id).getLast().plusDays(1))
                .filter(day -> !day.isAfter(END))
                .forEach(mornings::add);
        mornings.forEach(IncidentTasksTest::live);
    }

    private static void live(LocalDate day) {
        Set<Long> before = new HashSet<>(all().map(Task::id).toList());
        CHECKING.run(SHOP.store.store(), Cadence.DAILY, day);
        CHECKING.run(SHOP.store.store(), Cadence.DAILY, day);
        OPENED.put(day, new HashSet<>(all().filter(task -> !before.contains(task.id())).toList()));
    }

    private static Stream<Task> all() {
        String store = SHOP.store.store().id();
        return Stream.concat(
                TASKS.open(store).stream(), TASKS.closed(store, Instant.EPOCH).stream());
    }

    static Stream<String> incidents() {
        return TRUTH.ids().stream();
    }

    @ParameterizedTest
    @MethodSource("incidents")
    void opensOneTaskOnItsFirstDay(String id) {
        LocalDate first = TRUTH.days(id).getFirst();
        assertThat(OPENED.getOrDefault(first, Set.of()))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.job()).isEqualTo(MENDS.get(TRUTH.kind(id)));
                    assertThat(task.stake()).isPositive();
                    assertThat(found(task).first()).isEqualTo(first);
                });
    }

    @ParameterizedTest
    @MethodSource("incidents")
    void goesOnWithTheSameTask(String id) {
        for (LocalDate day : TRUTH.days(id).stream().skip(1).toList()) {
            boolean another =
                    TRUTH.ids().stream()
                            .anyMatch(other -> TRUTH.days(other).getFirst().equals(day));
            assertThat(OPENED.getOrDefault(day, Set.of())).hasSize(another ? 1 : 0);
        }
    }

    @Test
    void closesTheTaskWhenTheFigureHasRecovered() {
        assertThat(all().filter(task -> task.state() == State.RECOVERED).count())
                .isEqualTo(all().filter(task -> found(task).last().isBefore(END)).count());
        assertThat(TASKS.open(SHOP.store.store().id())).hasSize(2);
    }

    @Test
    void opensNextToNothingOnOrdinaryDays() {
        long opened =
                QUIET.stream().mapToLong(day -> OPENED.getOrDefault(day, Set.of()).size()).sum();
        assertThat((double) opened).isLessThanOrEqualTo(QUIET_TASKS * QUIET.size());
    }

    @Test
    void keepsWhatItSaw() {
        LocalDate day = TRUTH.days("price-2").getFirst();
        List<Result> kept = CHECKING.kept(SHOP.store.store(), day);
        assertThat(kept)
                .hasSameSizeAs(
                        new Checks(StateForTests.noOwnChecks(), StateForTests.noRoutineChoices())
                                .automatic(Cadence.DAILY));
        assertThat(kept).isEqualTo(CHECKING.look(SHOP.store.store(), Cadence.DAILY, day));
    }

    private static Task.Found found(Task task) {
        return Objects.requireNonNull(task.found());
    }
}
