package app.rotina.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.goals.DayTarget;
import app.rotina.goals.MonthGoal;
import app.rotina.goals.SteadyGoal;
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
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

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
        Sessions sessions = new Sessions(jdbc, NOON);
        String secret = sessions.open(caio, "Firefox, Linux", false);
        assertThat(sessions.of(secret).orElseThrow().person()).isEqualTo(caio);
        assertThat(new Keys(jdbc, NOON).byToken(secret)).isEmpty();
        Clock afterwards = Clock.offset(NOON, Sessions.VALID.plus(Duration.ofSeconds(1)));
        assertThat(new Sessions(jdbc, afterwards).of(secret)).isEmpty();
        sessions.close(secret);
        assertThat(sessions.of(secret)).isEmpty();
    }

    @Test
    void closesSessionsOneByOneAndAllOthers() {
        Person dora = new People(jdbc).add(newcomer("dora@example.org", false));
        Sessions sessions = new Sessions(jdbc, NOON);
        String desk = sessions.open(dora, "Firefox, Linux", false);
        String phone = sessions.open(dora, "Safari, iPhone", false);
        String tablet = sessions.open(dora, "", false);
        long here = sessions.of(desk).orElseThrow().id();

        sessions.close(dora, sessions.of(phone).orElseThrow().id());
        assertThat(sessions.of(phone)).isEmpty();
        assertThat(sessions.list(dora)).hasSize(2);

        sessions.closeOthers(dora, here);
        assertThat(sessions.of(tablet)).isEmpty();
        assertThat(sessions.list(dora)).extracting(Sessions.Seen::id).containsExactly(here);
    }

    @Test
    void makesOldViewersAdvisersAndOldInvitationsJobs() {
        String url = StateForTests.bareDatabase();
        DriverManagerDataSource source = new DriverManagerDataSource(url);
        flyway(source, "13?").migrate();
        JdbcClient old = JdbcClient.create(source);
        old.sql(
                        """
                        insert into store (id, name, zone, currency, locale, basis, identity)
                        values ('s', 's', 'UTC', 'BRL', 'pt-BR', 'APPROVED', 'SESSIONS_CONVERSION_TICKET');
                        insert into person (email, name, password, locale)
                        values ('a@example.org', 'A', '', 'en'), ('b@example.org', 'B', '', 'en');
                        insert into membership select id, 's', case email when 'a@example.org'
                            then 'VIEWER' else 'MANAGER' end from person;
                        insert into invitation (hash, role, invited_by, expires_at)
                        values ('x', 'OWNER', 'A', now() + interval '1 day');
                        insert into invitation_store select id, 's' from invitation;
                        """)
                .update();

        flyway(source, "latest").migrate();

        assertThat(new People(old).members("s"))
                .extracting(People.Member::jobs)
                .containsExactly(Set.of(Job.ADVISER), Set.of(Job.MANAGER));
        assertThat(new Invitations(old, new People(old), Clock.systemUTC()).open("s"))
                .extracting(Invitations.Invitation::jobs)
                .containsExactly(Set.of(Job.OWNER));
    }

    private static Flyway flyway(DataSource source, String target) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/state")
                .target(target)
                .load();
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
        long removed = goals.remove(raised);
        assertThat(goals.whole("goals", MARCH)).isEmpty();
        assertThat(goals.values(Set.of(MARCH))).isEmpty();
        assertThat(goals.removed("elsewhere", removed)).isEmpty();
        goals.restore("goals", removed);
        assertThat(goals.removed("goals", removed)).isEmpty();
        assertThat(goals.whole("goals", MARCH)).containsExactly(raised);
        goals.remove(raised);
        goals.keep(goal, "ana");
        assertThat(goals.removed("goals", removed)).as("another is in its place").isEmpty();
    }

    @Test
    void bringsASteadyGoalBack() {
        new Stores(jdbc).add(StateForTests.store("steady-back"));
        Goals goals = new Goals(jdbc);
        SteadyGoal goal =
                new SteadyGoal(
                        "steady-back", "conversion_rate", MARCH, new BigDecimal("0.02000000"));
        goals.keep(goal, "ana");
        long removed = goals.remove(goal);
        assertThat(goals.steady("steady-back", MARCH)).isEmpty();
        assertThat(goals.removed("steady-back", removed))
                .contains(new Goals.Removed("conversion_rate", null, MARCH));
        goals.restore("steady-back", removed);
        assertThat(goals.steady("steady-back", MARCH)).containsExactly(goal);
        goals.remove(goal);
        goals.keep(goal, "ana");
        assertThat(goals.steady("steady-back", MARCH)).containsExactly(goal);
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
