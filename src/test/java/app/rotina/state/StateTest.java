package app.rotina.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.goals.DayTarget;
import app.rotina.goals.MonthGoal;
import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.People.Newcomer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StateTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 9);

    private static StateDatabase database;
    private static JdbcClient jdbc;

    @BeforeAll
    static void open() {
        database =
                StateDatabase.open(new DataFolder(Path.of("unused")), StateForTests.newDatabase());
        jdbc = StateForTests.client(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void keepsAStoreAsItWasAdded() {
        Stores stores = new Stores(jdbc);
        stores.add(StateForTests.store("first"));
        assertThat(stores.of("first")).isEqualTo(StateForTests.store("first"));
        assertThat(stores.all()).contains(StateForTests.store("first"));
    }

    @Test
    void refusesAnIdThatIsTakenOrUnfit() {
        Stores stores = new Stores(jdbc);
        stores.add(StateForTests.store("taken"));
        assertProblem(Problem.STORE_EXISTS, () -> stores.add(StateForTests.store("taken")));
        assertProblem(Problem.BAD_STORE_ID, () -> stores.add(StateForTests.store("../x")));
        assertProblem(Problem.BAD_STORE_ID, () -> stores.add(StateForTests.store("Ünfit")));
        assertProblem(Problem.UNKNOWN_STORE, () -> stores.of("nowhere"));
    }

    @Test
    void knowsAPersonByPasswordOnly() {
        People people = new People(jdbc);
        Person ana = people.add(newcomer("ana@example.org", false));
        assertThat(people.withPassword("ANA@example.org", "a long enough one")).contains(ana);
        assertThat(people.withPassword("ana@example.org", "a wrong one")).isEmpty();
        assertThat(people.withPassword("nobody@example.org", "a long enough one")).isEmpty();
        assertThat(storedPassword("ana@example.org")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertProblem(Problem.PERSON_EXISTS, () -> people.add(newcomer("Ana@Example.org", false)));
    }

    @Test
    void givesTheRoleOfTheHighestJobInOneStoreAndNoOther() {
        new Stores(jdbc).add(StateForTests.store("roles"));
        People people = new People(jdbc);
        Person bia = people.add(newcomer("bia@example.org", false));
        people.admit(bia.id(), "roles", List.of(Job.ADVISER, Job.COPY));
        assertThat(people.role(bia, "roles")).contains(Role.MEMBER);
        people.admit(bia.id(), "roles", List.of(Job.AGENCY));
        assertThat(people.role(bia, "roles")).contains(Role.MANAGER);
        assertThat(people.roles(bia)).containsExactly(Map.entry("roles", Role.MANAGER));
        people.assign(bia.id(), "roles", List.of(Job.FINANCE));
        assertThat(people.jobs(bia, "roles")).containsExactly(Job.FINANCE);
        assertThat(people.role(bia, "elsewhere")).isEmpty();
        Person owner = people.add(newcomer("owner@example.org", true));
        assertThat(people.role(owner, "elsewhere")).contains(Role.OWNER);
    }

    @Test
    void letsASessionInUntilItEnds() {
        Person caio = new People(jdbc).add(newcomer("caio@example.org", false));
        Keys keys = new Keys(jdbc, NOON);
        String secret = keys.openSession(caio);
        assertThat(keys.bySession(secret)).contains(caio);
        assertThat(keys.byToken(secret)).isEmpty();
        Keys later = new Keys(jdbc, Clock.offset(NOON, Keys.SESSION.plus(Duration.ofSeconds(1))));
        assertThat(later.bySession(secret)).isEmpty();
        keys.closeSession(secret);
        assertThat(keys.bySession(secret)).isEmpty();
    }

    @Test
    void cannotReadWhatWasSealedOnceTheStoreIsRemoved() {
        Stores stores = new Stores(jdbc);
        stores.add(StateForTests.store("gone"));
        Vault vault = new Vault(jdbc);
        byte[] sealed = vault.key("gone").seal("a name");
        assertThat(vault.key("gone").unseal(sealed)).isEqualTo("a name");
        stores.remove("gone");
        assertProblem(Problem.UNKNOWN_STORE, () -> vault.key("gone"));
        stores.add(StateForTests.store("gone"));
        assertThatThrownBy(() -> vault.key("gone").unseal(sealed))
                .isInstanceOf(RotinaException.class);
    }

    @Test
    void keepsEveryTellingOfADay() {
        new Stores(jdbc).add(StateForTests.store("closes"));
        Closes closes = new Closes(jdbc, NOON);
        assertThat(closes.keep("closes", DAY, "v1", "{\"verdict\": \"met\"}")).isEqualTo(1);
        assertThat(closes.keep("closes", DAY, "v2", "{\"verdict\": \"missed\"}")).isEqualTo(2);
        assertThat(closes.latest("closes", DAY).orElseThrow().inputs()).isEqualTo("v2");
        assertThat(closes.history("closes", DAY)).extracting("revision").containsExactly(2, 1);
        assertThat(closes.latest("closes", DAY.plusDays(1))).isEmpty();
    }

    @Test
    void keepsAGoalWithItsDays() {
        new Stores(jdbc).add(StateForTests.store("goals"));
        Goals goals = new Goals(jdbc);
        MonthGoal goal = goal(null, "31.0000", "1.0000");
        goals.keep(goal, "ana");
        goals.keep(goal("chat", "62.0000", "2.0000"), "ana");
        MonthGoal raised = goal(null, "93.0000", "3.0000");
        goals.keep(raised, "ana");
        assertThat(goals.whole("goals", MARCH)).containsExactly(raised);
        assertThat(goals.of("goals", MARCH)).extracting("channel").containsExactly(null, "chat");
        goals.remove(raised);
        assertThat(goals.whole("goals", MARCH)).isEmpty();
    }

    private static MonthGoal goal(@Nullable String channel, String value, String perDay) {
        List<DayTarget> days =
                Days.of(MARCH).stream()
                        .map(day -> new DayTarget(day, new BigDecimal(perDay), day.equals(DAY)))
                        .toList();
        return new MonthGoal("goals", "net_revenue", channel, MARCH, new BigDecimal(value), days);
    }

    @Test
    void findsNotesByTheirDays() {
        new Stores(jdbc).add(StateForTests.store("notes"));
        Notes notes = new Notes(jdbc, NOON);
        var note = notes.write("notes", DAY, "ana", "Banner trocado às 10h");
        notes.write("notes", DAY.plusDays(3), "ana", "later");
        assertThat(notes.between("notes", DAY, DAY.plusDays(2))).containsExactly(note);
        notes.remove("notes", note.id());
        assertThat(notes.between("notes", DAY, DAY.plusDays(2))).isEmpty();
    }

    private static Newcomer newcomer(String email, boolean owner) {
        return new Newcomer(email, "A person", "a long enough one", Locale.ENGLISH, owner);
    }

    private static String storedPassword(String email) {
        return jdbc.sql("select password from person where email = ?")
                .param(email)
                .query(String.class)
                .single();
    }

    private static void assertProblem(Problem problem, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        RotinaException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
