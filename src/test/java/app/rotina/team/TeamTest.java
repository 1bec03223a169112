package app.rotina.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.api.ServerForTests;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.routine.checks.Cadence;
import app.rotina.routine.checks.Routines;
import app.rotina.routine.checks.Turn;
import app.rotina.routine.checks.Turns;
import app.rotina.state.Climate;
import app.rotina.state.Climate.Question;
import app.rotina.state.Job;
import app.rotina.state.People;
import app.rotina.state.People.Newcomer;
import app.rotina.state.Person;
import app.rotina.state.Role;
import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import app.rotina.state.Talk;
import app.rotina.state.Task;
import app.rotina.state.Tasks;
import app.rotina.state.Trial;
import app.rotina.state.Vault;
import app.rotina.team.TrialBook.Decided;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Talks of two, the pulse of all, what is expected, and partners on trial. */
class TeamTest {
    private static ServerForTests server;
    private static Store store;
    private static final List<Person> PEOPLE = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        store = server.bean(Stores.class).add(StateForTests.store("loja"));
        for (String name : List.of("Ana", "Rui", "Bia", "Leo", "Eva")) {
            Person person =
                    people().add(
                                    new Newcomer(
                                            name + "@example.org",
                                            name,
                                            "a long enough one",
                                            Locale.ENGLISH,
                                            PEOPLE.isEmpty()));
            people().admit(person.id(), "loja", List.of(Job.SERVICE_AGENT));
            PEOPLE.add(person);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void tellsATalkToTheTwoAndNobodyElse() {
        TalkBook book = bean(TalkBook.class);
        Person owner = PEOPLE.get(0);
        Person rui = PEOPLE.get(1);
        Person bia = PEOPLE.get(2);
        Talk talk = book.begin(store, rui, bia.id(), null);
        book.say(store, rui, talk.id(), "Too many night shifts", "Swap with Leo");
        book.agree(store, bia, talk.id(), "One a week");

        assertThat(book.begin(store, bia, rui.id(), null).id()).isEqualTo(talk.id());
        Talk hers = book.of(store, bia, talk.id());
        assertThat(hers.with()).isEqualTo("Rui");
        assertThat(hers.theirs().view()).isEqualTo("Too many night shifts");
        assertThat(hers.mine()).isEqualTo(Talk.Side.SILENT);
        assertThat(book.of(store, rui, talk.id()).agreed()).isEqualTo("One a week");
        assertThat(owner.owner()).isTrue();
        assertThat(book.of(store, owner)).isEmpty();
        refuses(Problem.UNKNOWN_TALK, () -> book.of(store, owner, talk.id()));
        refuses(Problem.UNKNOWN_TALK, () -> book.say(store, owner, talk.id(), "x", ""));
        refuses(Problem.UNKNOWN_TALK, () -> book.agree(store, owner, talk.id(), "x"));
        refuses(Problem.UNKNOWN_PERSON, () -> book.begin(store, rui, rui.id(), null));
    }

    @Test
    void keepsATalkSealedAndLosesItWithTheKey() {
        Store gone = server.bean(Stores.class).add(StateForTests.store("gone"));
        PEOPLE.forEach(one -> people().admit(one.id(), "gone", List.of(Job.ADVISER)));
        TalkBook book = bean(TalkBook.class);
        Talk talk = book.begin(gone, PEOPLE.get(1), PEOPLE.get(2).id(), null);
        book.say(gone, PEOPLE.get(1), talk.id(), "in no clear text", "");

        assertThat(server.call("GET", "/api/stores/gone/audit", server.ownerToken()).body())
                .doesNotContain("clear text", "talk");
        bean(Vault.class).destroyKey("gone");
        assertThat(book.of(gone, PEOPLE.get(1))).isEmpty();
    }

    @Test
    void tellsTheClimateOfFourAndNotOfThree() {
        Turns turns = bean(Routines.class).turns(store);
        Turn now = turns.of(Cadence.FORTNIGHTLY, bean(Pulse.class).now(store).from());
        Turn last = turns.before(now);
        Turn before = turns.before(last);
        Climate climate = bean(Climate.class);
        for (int i = 0; i < 4; i++) {
            climate.answer("loja", last.first(), PEOPLE.get(i), scores(i + 2));
        }
        for (int i = 0; i < 3; i++) {
            climate.answer("loja", before.first(), PEOPLE.get(i), scores(1));
        }
        PEOPLE.forEach(one -> bean(Pulse.class).answer(store, one, scores(5)));

        List<Pulse.Fortnight> trend = bean(Pulse.class).trend(store);
        assertThat(trend)
                .extracting(Pulse.Fortnight::days)
                .containsExactly(before.days(), last.days());
        assertThat(trend.getFirst().answers()).isEqualTo(MetricValue.missing("too_few_answers"));
        assertThat(trend.getFirst().means().values())
                .containsOnly(MetricValue.missing("too_few_answers"));
        assertThat(trend.getLast().answers().known()).contains(new BigDecimal(4));
        assertThat(mean(trend.getLast(), Question.LOAD)).isEqualByComparingTo("3.5");
        assertThat(bean(Pulse.class).hasAnswered(store, PEOPLE.getFirst())).isTrue();
        refuses(
                Problem.PULSE_GIVEN,
                () -> bean(Pulse.class).answer(store, PEOPLE.getFirst(), scores(1)));
        refuses(
                Problem.BAD_ARGUMENT,
                () -> bean(Pulse.class).answer(store, PEOPLE.getFirst(), Map.of()));
    }

    private static BigDecimal mean(Pulse.Fortnight fortnight, Question question) {
        return Objects.requireNonNull(fortnight.means().get(question)).known().orElseThrow();
    }

    private static Map<Question, Integer> scores(int score) {
        return Map.of(Question.MOOD, score, Question.LOAD, score, Question.VOICE, score);
    }

    @Test
    void remindsOfATrialAndClosesItsTaskWhenItIsDecided() {
        TrialBook book = bean(TrialBook.class);
        LocalDate today = LocalDate.now(store.zone());
        Trial trial = book.begin(store, wish(today.minusMonths(3).plusDays(5), null), "Ana");
        assertThat(trial.decideBy()).isEqualTo(trial.begun().plusMonths(3));
        Trial later = book.begin(store, wish(null, null), "Ana");
        TeamReminders reminders = bean(TeamReminders.class);
        reminders.remind(store);
        reminders.remind(store);

        List<Task> open = about("Transportes Exemplo");
        assertThat(open).hasSize(1);
        assertThat(open.getFirst().due()).isEqualTo(trial.decideBy());
        assertThat(open.getFirst().job()).isEqualTo(Job.OWNER);
        assertThat(reminders.ahead(store, Texts.of(store.locale())))
                .extracting(TeamReminders.Day::day)
                .contains(later.decideBy())
                .doesNotContain(trial.decideBy());
        decides(book, trial);
    }

    private static void decides(TrialBook book, Trial trial) {
        book.judge(store, trial.id(), trial.criteria().getFirst().id(), true);
        refuses(Problem.TRIAL_WITHOUT_WHY, () -> decide(book, trial, "pass", null, " "));
        refuses(
                Problem.BAD_ARGUMENT,
                () -> decide(book, trial, "extend", trial.decideBy(), "not enough orders"));
        Trial extended = decide(book, trial, "extend", null, "too few orders yet");
        assertThat(extended.decideBy()).isEqualTo(trial.decideBy().plusMonths(3));
        assertThat(extended.isRunning()).isTrue();
        assertThat(about("Transportes Exemplo")).isEmpty();
        Trial ended = decide(book, trial, "end", null, "half came late");
        assertThat(ended.state()).isEqualTo(Trial.State.ENDED);
        assertThat(ended.decisions()).hasSize(2);
        assertThat(ended.criteria().getFirst().met()).isTrue();
        refuses(Problem.TRIAL_DECIDED, () -> decide(book, trial, "pass", null, "again"));
    }

    @Test
    void takesBackADecisionAndAWholeTrialWithTheirTasks() {
        TrialBook book = bean(TrialBook.class);
        LocalDate today = LocalDate.now(store.zone());
        TrialBook.Wish wish =
                new TrialBook.Wish(
                        "Estúdio Exemplo",
                        null,
                        today.minusDays(80),
                        today.plusDays(5),
                        null,
                        List.of("Fotos no prazo"));
        Trial trial = book.begin(store, wish, "Ana");
        bean(TeamReminders.class).remind(store);
        refuses(Problem.TRIAL_UNDECIDED, () -> book.undecide(store, trial.id(), 1, "Ana"));

        long mistyped = last(decide(book, trial, "extend", today.plusDays(10), "mistyped"));
        bean(TeamReminders.class).remind(store);
        assertThat(about("Estúdio"))
                .singleElement()
                .satisfies(task -> assertThat(task.due()).isEqualTo(today.plusDays(10)));
        Trial before = book.undecide(store, trial.id(), mistyped, "Ana");
        assertThat(before.decideBy()).isEqualTo(trial.decideBy());
        assertThat(before.decisions()).isEmpty();
        assertThat(about("Estúdio"))
                .singleElement()
                .satisfies(task -> assertThat(task.due()).isEqualTo(trial.decideBy()));
        long meant = last(decide(book, trial, "extend", today.plusDays(10), "meant so"));
        refuses(Problem.TRIAL_DECIDED, () -> book.undecide(store, trial.id(), mistyped, "Ana"));
        assertThat(about("Estúdio"))
                .singleElement()
                .satisfies(task -> assertThat(task.due()).isEqualTo(today.plusDays(10)));
        long ended = last(decide(book, trial, "end", null, "mistyped"));
        assertThat(about("Estúdio")).isEmpty();
        refuses(Problem.TRIAL_DECIDED, () -> book.undecide(store, trial.id(), meant, "Ana"));
        assertThat(book.undecide(store, trial.id(), ended, "Ana").isRunning()).isTrue();
        assertThat(about("Estúdio")).hasSize(1);

        book.remove(store, trial.id(), "Ana");
        assertThat(about("Estúdio")).isEmpty();
        refuses(Problem.UNKNOWN_TRIAL, () -> decide(book, trial, "end", null, "gone"));
        bean(TeamReminders.class).remind(store);
        assertThat(about("Estúdio")).isEmpty();
        book.restore(store, trial.id(), "Ana");
        assertThat(about("Estúdio")).hasSize(1);
        book.remove(store, trial.id(), "Ana");
    }

    @Test
    void closesTheTaskOfAnExpectationOnceItWasLookedAt() {
        ExpectationBook book = bean(ExpectationBook.class);
        LocalDate today = LocalDate.now(store.zone());
        long id = book.add(store, expect(null, "copy", today.plusDays(3)), "Ana").id();
        bean(TeamReminders.class).remind(store);
        String copy = Texts.of(store.locale()).say("checks.job.copy");
        assertThat(about(copy)).hasSize(1);

        book.review(store, id, today.plusDays(4), "Ana");
        assertThat(about(copy)).isEmpty();
        bean(TeamReminders.class).remind(store);
        assertThat(about(copy))
                .singleElement()
                .satisfies(task -> assertThat(task.due()).isEqualTo(today.plusDays(4)));
        book.review(store, id, null, "Ana");
        assertThat(about(copy)).isEmpty();
        book.review(store, id, today.plusDays(4), "Ana");
        assertThat(about(copy)).hasSize(1);
        book.remove(store, id, "Ana");
        assertThat(about(copy)).isEmpty();
        book.restore(store, id, "Ana");
        assertThat(about(copy)).hasSize(1);
        book.remove(store, id, "Ana");
    }

    private static Trial decide(
            TrialBook book, Trial trial, String exit, @Nullable LocalDate until, String why) {
        return book.decide(store, trial.id(), new Decided(exit, until, why), "Ana");
    }

    private static long last(Trial decided) {
        return decided.decisions().getFirst().id();
    }

    private static List<Task> about(String partner) {
        return bean(Tasks.class).open("loja").stream()
                .filter(task -> task.title().contains(partner))
                .toList();
    }

    private static TrialBook.Wish wish(@Nullable LocalDate begun, @Nullable LocalDate decideBy) {
        return new TrialBook.Wish(
                "Transportes Exemplo",
                "Delivers in the south",
                begun,
                decideBy,
                null,
                List.of("95 % on the promised day\n\nNo parcel lost"));
    }

    @Test
    void refusesATrialThatCannotBeJudged() {
        TrialBook.Wish empty =
                new TrialBook.Wish("Somebody", null, null, null, null, List.of(" \n"));
        refuses(
                Problem.TRIAL_WITHOUT_CRITERIA,
                () -> bean(TrialBook.class).begin(store, empty, "Ana"));
    }

    @Test
    void showsEverybodyWhatIsExpectedOfThemAndManagersAll() {
        ExpectationBook book = bean(ExpectationBook.class);
        Days now = bean(Pulse.class).now(store);
        book.add(store, expect(PEOPLE.get(1).id(), null, now.to().plusDays(1)), "Ana");
        book.add(store, expect(null, "marketing", null), "Ana");
        book.add(store, expect(null, "service_agent", null), "Ana");

        assertThat(book.of(store, Role.MANAGER, null)).hasSize(3);
        assertThat(book.of(store, Role.MEMBER, PEOPLE.get(1))).hasSize(2);
        assertThat(book.of(store, Role.MEMBER, PEOPLE.get(2)))
                .singleElement()
                .satisfies(one -> assertThat(one.job()).isEqualTo(Job.SERVICE_AGENT));
        refuses(Problem.UNKNOWN_JOB, () -> book.add(store, expect(null, null, null), "Ana"));
        refuses(Problem.UNKNOWN_PERSON, () -> book.add(store, expect(999L, null, null), "Ana"));
    }

    private static ExpectationBook.Wish expect(
            @Nullable Long person, @Nullable String job, @Nullable LocalDate review) {
        return new ExpectationBook.Wish(person, job, "First answers within an hour", review);
    }

    private static void refuses(Problem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        RotinaException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }

    private static People people() {
        return bean(People.class);
    }

    private static <T> T bean(Class<T> type) {
        return server.bean(type);
    }
}
