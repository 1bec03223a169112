package app.rotina.routine.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.routine.SeasonsForTests;
import app.rotina.routine.checks.Agenda.Item;
import app.rotina.routine.checks.Agenda.State;
import app.rotina.routine.checks.Answering.Said;
import app.rotina.routine.checks.History.How;
import app.rotina.state.CheckAnswers.Answer;
import app.rotina.state.Notes;
import app.rotina.state.StateDatabase;
import app.rotina.state.StateForTests;
import app.rotina.state.Task;
import app.rotina.warehouse.StoreForTests;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop of people, most without data: what they have to look at, and what they answered. */
class AgendaTest {
    private static final LocalDate WEDNESDAY = LocalDate.parse("2026-03-04");
    private static final Arranging.OwnWish GIFT_PAPER =
            new Arranging.OwnWish(
                    "Gift paper",
                    "Is there enough?",
                    "purchasing",
                    "weekly",
                    null,
                    List.of("number"),
                    null,
                    null,
                    null);
    private static final JdbcClient STATE =
            StateForTests.client(
                    StateDatabase.open(
                            new DataFolder(Path.of("unused")), StateForTests.newDatabase()));

    @TempDir static Path folder;

    private static @Nullable StoreForTests shop;
    private static int stores;

    private Store store = StateForTests.store("none");

    @BeforeEach
    void addAStore() {
        if (shop == null) {
            shop = new StoreForTests(folder);
        }
        store = StateForTests.store("agenda-" + ++stores);
        add(store);
        StateForTests.routineChoices(STATE, clock(9))
                .choose(
                        store.id(),
                        Map.of("owner", LocalDate.parse("2026-02-20")),
                        LocalDate.parse("2026-02-20"));
    }

    private static void add(Store store) {
        StateForTests.add(STATE, store);
        STATE.sql("update store set created_at = '2026-02-20T12:00:00Z' where id = ?")
                .param(store.id())
                .update();
    }

    @AfterAll
    static void close() {
        Objects.requireNonNull(shop).close();
    }

    @Test
    void beginsWithThePackOfItsLanguageAndWithTheStoresData() {
        StoreForTests data = Objects.requireNonNull(shop);
        store = data.store();
        add(store);
        ChecksForTests now = at(9);
        assertThat(now.routines().of(store).packs()).containsExactly("owner");
        String own = now.arranging().add(store, GIFT_PAPER, "Ana");
        assertThat(now.agendas().of(store, WEDNESDAY).in(State.DUE))
                .extracting(item -> item.check().id())
                .containsExactly(own);
        assertThat(item(now, "store_opens").state()).isEqualTo(State.WAITING);
        assertThat(item(now, "store_opens").missed()).isEmpty();

        data.take("order_id,placed_at,status", "1,2026-03-01T10:00:00,");
        Item opens = of(now.agendas().of(store, LocalDate.parse("2026-03-22")), "store_opens");
        assertThat(opens.state()).isEqualTo(State.DUE);
        assertThat(opens.missed())
                .extracting(Turn::first)
                .containsExactly(LocalDate.parse("2026-03-21"), LocalDate.parse("2026-03-20"));

        now.arranging().choose(store, List.of("owner", "strategy"));
        Agenda chosen = now.agendas().of(store, LocalDate.parse("2026-03-22"));
        assertThat(of(chosen, "store_opens").missed()).isEqualTo(opens.missed());
    }

    @Test
    void missesNothingFromBeforeItsPacksWereChosenWithoutData() {
        store = StateForTests.store("chosen-without-data");
        add(store);
        ChecksForTests now = at(9);
        now.arranging().choose(store, List.of("owner", "strategy"));
        assertThat(item(now, "store_opens").state()).isEqualTo(State.DUE);
        assertThat(now.agendas().of(store, WEDNESDAY).items())
                .allSatisfy(item -> assertThat(item.missed()).isEmpty());
        Agenda later = now.agendas().of(store, WEDNESDAY.plusDays(2));
        assertThat(of(later, "store_opens").missed())
                .extracting(Turn::first)
                .containsExactly(WEDNESDAY.plusDays(1), WEDNESDAY);
    }

    @Test
    void isDueFromItsHourOn() {
        assertThat(item(at(6), "store_opens").state()).isEqualTo(State.LATER);
        assertThat(item(at(7), "store_opens").state()).isEqualTo(State.DUE);
        assertThat(item(at(9), "midday_pulse").state()).isEqualTo(State.LATER);
        assertThat(item(at(12), "midday_pulse").state()).isEqualTo(State.DUE);
    }

    @Test
    void asksNothingOfADayOfRestButWhatCannotWait() {
        Agenda sunday = at(9).agendas().of(store, LocalDate.parse("2026-03-01"));
        assertThat(ids(sunday)).contains("store_opens", "ad_balance").doesNotContain("real_stock");
    }

    @Test
    void countsWhatWasMissed() {
        answer(at(9), "real_stock", said("pass", LocalDate.parse("2026-03-02")));
        Item stock = item(at(9), "real_stock");
        assertThat(stock.missed())
                .extracting(Turn::first)
                .containsExactly(
                        LocalDate.parse("2026-03-03"),
                        LocalDate.parse("2026-02-27"),
                        LocalDate.parse("2026-02-26"),
                        LocalDate.parse("2026-02-25"),
                        LocalDate.parse("2026-02-24"),
                        LocalDate.parse("2026-02-23"));
    }

    @Test
    void keepsEveryAnswerAndTakesTheLastOneBack() {
        ChecksForTests now = at(9);
        Answer first = answer(now, "store_opens", said("pass", null));
        Answer second =
                answer(now, "store_opens", new Said("fail", "the cart is empty", null, null, null));
        assertThat(answered(now)).isEqualTo(second.id());
        now.answering().takeBack(store, second.id(), "Ana");
        assertThat(answered(now)).isEqualTo(first.id());
        now.answering().takeBack(store, first.id(), "Ana");
        assertThat(item(now, "store_opens").state()).isEqualTo(State.DUE);
    }

    @Test
    void refusesAnAnswerThatLacksWhatIsAskedFor() {
        refuses(Problem.ANSWER_WITHOUT_NUMBER, "complaints", said("pass", null));
        refuses(Problem.ANSWER_WITHOUT_NOTE, "store_opens", said("fail", null));
        refuses(Problem.BAD_ARGUMENT, "store_opens", said("perhaps", null));
        refuses(Problem.BAD_ARGUMENT, "store_opens", said("pass", WEDNESDAY.plusDays(1)));
        refuses(Problem.CHECK_BY_DATA, "approval", said("pass", null));
        refuses(Problem.UNKNOWN_CHECK, "ten_stores", said("pass", null));
        refuses(
                Problem.BAD_ARGUMENT,
                "store_opens",
                new Said("pass", null, null, "javascript:alert(1)", null));
        answer(at(9), "complaints", said("cannot_tell", null));
        answer(at(9), "complaints", new Said("pass", null, new BigDecimal("2"), null, null));
    }

    @Test
    void isAnsweredByWhatIsDoneInRotina() {
        ChecksForTests now = at(13);
        sign("WEEKLY", "2026-02-23");
        goal("2026-03-01");
        Item week = item(now, "week_goal");
        assertThat(week.state()).isEqualTo(State.DONE);
        assertThat(Objects.requireNonNull(week.answer()).isByDoing()).isTrue();
        assertThat(item(now, "month_goal").state()).isEqualTo(State.DONE);
        assertThat(item(now, "month_review").state()).isEqualTo(State.DUE);
        sign("MONTHLY", "2026-02-01");
        assertThat(item(now, "month_review").state()).isEqualTo(State.DONE);
        History history = now.agendas().history(store, "week_goal", WEDNESDAY);
        assertThat(history.marks()).extracting(History.Mark::how).startsWith(How.PASS);
        Answer other =
                answer(now, "week_goal", new Said("fail", "nobody read it", null, null, null));
        assertThat(item(now, "week_goal").answer()).isEqualTo(other);
    }

    private void sign(String cadence, String from) {
        STATE.sql(
                        "insert into review_signature (store, cadence, first_day, signed_by,"
                                + " signed_at, content) values (?, ?, ?::date, 'Ana', now(), '{}')")
                .params(store.id(), cadence, from)
                .update();
    }

    private void goal(String month) {
        STATE.sql(
                        "insert into month_goal (store, metric, month, value, set_by)"
                                + " values (?, ?, ?::date, 1000, 'Ana')")
                .params(store.id(), store.basis().metric(), month)
                .update();
    }

    @Test
    void knowsTheLogOfADayWhereverItWasWritten() {
        ChecksForTests now = at(13);
        Notes notes = StateForTests.notes(STATE, clock(13));
        Answer written =
                answer(now, "day_log", new Said("pass", "banner changed", null, null, null));
        assertThat(notes.between(store.id(), WEDNESDAY, WEDNESDAY))
                .extracting(Notes.DayNote::text)
                .containsExactly("banner changed");
        now.answering().takeBack(store, written.id(), "Ana");
        assertThat(notes.between(store.id(), WEDNESDAY, WEDNESDAY)).isEmpty();
        assertThat(item(now, "day_log").state()).isEqualTo(State.DUE);
        notes.write(store.id(), WEDNESDAY, "Bia", "free shipping");
        assertThat(Objects.requireNonNull(item(now, "day_log").answer()).said().note())
                .isEqualTo("free shipping");
    }

    @Test
    void makesOneTaskOfWhatSomebodyFound() {
        ChecksForTests now = at(9);
        Answer wrong =
                answer(now, "store_opens", new Said("fail", "the cart is empty", null, null, null));
        now.answering().raise(store, wrong.id(), "Ana");
        now.answering().raise(store, wrong.id(), "Ana");
        Task task = tasks().getFirst();
        assertThat(tasks()).hasSize(1);
        Task.Found found = Objects.requireNonNull(task.found());
        assertThat(found.check()).isEqualTo("store_opens");
        assertThat(found.first()).isEqualTo(WEDNESDAY);
        assertThat(ResultJson.finding(found.finding()).said()).isEqualTo("the cart is empty");
        assertThat(task.opened().who()).isEqualTo("Ana");
    }

    @Test
    void overwritesNothingThatWasFoundBefore() {
        ChecksForTests now = at(9);
        LocalDate tuesday = WEDNESDAY.minusDays(1);
        Answer first =
                answer(now, "store_opens", new Said("fail", "the cart", null, null, tuesday));
        Answer second =
                answer(now, "store_opens", new Said("fail", "the search", null, null, null));
        long cart = now.answering().raise(store, first.id(), "Ana");
        long search = now.answering().raise(store, second.id(), "Bia");
        assertThat(now.answering().raise(store, first.id(), "Bia")).isEqualTo(cart);
        assertThat(tasks())
                .extracting(Task::id, AgendaTest::said, task -> task.opened().who())
                .containsExactlyInAnyOrder(
                        tuple(cart, "the cart", "Ana"), tuple(search, "the search", "Bia"));
        assertThat(
                        StateForTests.tasks(STATE, clock(9))
                                .raised(store.id(), List.of(first.subject(), "answer=0")))
                .containsExactly(first.subject());
    }

    @Test
    void takesAnAnswerBackWithItsTask() {
        ChecksForTests now = at(9);
        Said wrong = new Said("fail", "the cart", null, null, null);
        Answer first = answer(now, "store_opens", wrong);
        long task = now.answering().raise(store, first.id(), "Ana");
        answer(now, "store_opens", said("pass", null));
        assertThat(tasks()).hasSize(1);
        now.answering().takeBack(store, first.id(), "Bia");
        Task dropped = StateForTests.tasks(STATE, clock(9)).of(store.id(), task);
        assertThat(dropped.state()).isEqualTo(Task.State.DROPPED);
        assertThat(Objects.requireNonNull(dropped.closed()).who()).isEqualTo("Bia");
        Answer second = answer(now, "store_opens", wrong);
        assertThat(now.answering().raise(store, second.id(), "Ana")).isNotEqualTo(task);
    }

    private static @Nullable String said(Task task) {
        return ResultJson.finding(Objects.requireNonNull(task.found()).finding()).said();
    }

    @Test
    void carriesTheMoneyThatSomebodySays() {
        ChecksForTests now = at(9);
        Answer wrong = answer(now, "store_opens", money("120.50"));
        now.answering().raise(store, wrong.id(), "Ana");
        assertThat(tasks().getFirst().stake()).isEqualByComparingTo("120.50");
        assertThat(Tasking.isByData(tasks().getFirst())).isFalse();
        for (String amount : List.of("-1", "10000000000000")) {
            refuses(Problem.BAD_ARGUMENT, "store_opens", money(amount));
        }
    }

    private static Said money(String amount) {
        return new Said("fail", "the cart", null, null, null, amount(amount), null);
    }

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }

    @Test
    void holdsWhatIsCountedAgainstTheLastTime() {
        ChecksForTests now = at(9);
        assertThat(item(now, "complaints").before()).isNull();
        LocalDate monday = WEDNESDAY.minusDays(2);
        Answer counted =
                answer(now, "complaints", new Said("pass", null, amount("3"), null, monday));
        answer(now, "complaints", said("cannot_tell", WEDNESDAY.minusDays(1)));
        assertThat(item(now, "complaints").before()).isEqualTo(counted);

        refuses(Problem.ANSWER_WITHOUT_NUMBER, "seller_scores", said("pass", null));
        refuses(Problem.BAD_ARGUMENT, "seller_scores", numbers("pass", "nonsense"));
        answer(now, "seller_scores", numbers("pass", "index"));
        Answer scores = answer(now, "seller_scores", numbers("fail", "item"));
        assertThat(Objects.requireNonNull(item(now, "seller_scores").answer()).said().counted())
                .containsExactly(Map.entry("item", amount("4.8")));
        now.answering().raise(store, scores.id(), "Ana");
        assertThat(tasks())
                .extracting(AgendaTest::said)
                .containsExactly("it fell · Produto como descrito 4.8");
    }

    private static Said numbers(String outcome, String name) {
        return new Said(outcome, "it fell", null, null, null, null, Map.of(name, amount("4.8")));
    }

    @Test
    void staysSilentForAReasonAndUntilADay() {
        ChecksForTests now = at(9);
        long mute =
                now.arranging()
                        .mute(
                                store,
                                "store_opens",
                                new Arranging.Silence(WEDNESDAY.plusDays(2), "rebuilding"),
                                "Ana");
        assertThat(item(now, "store_opens").state()).isEqualTo(State.MUTED);
        Agenda after = at(9).agendas().of(store, WEDNESDAY.plusDays(3));
        assertThat(of(after, "store_opens").state()).isNotEqualTo(State.MUTED);
        assertThat(of(after, "store_opens").missed())
                .extracting(Turn::first)
                .doesNotContain(WEDNESDAY, WEDNESDAY.plusDays(1), WEDNESDAY.plusDays(2));
        now.arranging().lift(store, mute);
        assertThat(item(now, "store_opens").state()).isEqualTo(State.DUE);
        assertThatThrownBy(() ->
                        now.arranging()
                                .mute(
                                        store,
                                        "store_opens",
                                        new Arranging.Silence(WEDNESDAY, " "),
                                        "Ana"))
                .isInstanceOf(RotinaException.class);
    }

    @Test
    void countsHowOftenItPassedInARow() {
        ChecksForTests now = at(9);
        for (int back = 1; back <= 4; back++) {
            answer(now, "store_opens", said("pass", WEDNESDAY.minusDays(back)));
        }
        answer(
                now,
                "store_opens",
                new Said("attention", "slow", null, null, WEDNESDAY.minusDays(5)));
        History history = now.agendas().history(store, "store_opens", WEDNESDAY);
        assertThat(history.streak()).isEqualTo(4);
        assertThat(history.marks())
                .extracting(History.Mark::how)
                .startsWith(
                        How.OPEN,
                        How.PASS,
                        How.PASS,
                        How.PASS,
                        How.PASS,
                        How.ATTENTION,
                        How.MISSED);
    }

    @Test
    void doesACheckAsTheStoreWants() {
        ChecksForTests now = at(9);
        now.arranging()
                .change(
                        store,
                        "real_stock",
                        new CheckWish("finance", "weekly", LocalTime.of(10, 0)));
        Item stock = item(now, "real_stock");
        assertThat(stock.check().job().id()).isEqualTo("finance");
        assertThat(stock.turn().first()).isEqualTo("2026-03-02");
        assertThat(stock.state()).isEqualTo(State.DUE);
    }

    @Test
    void addsACheckOfItsOwn() {
        ChecksForTests now = at(9);
        String id = now.arranging().add(store, GIFT_PAPER, "Ana");
        refuses(Problem.ANSWER_WITHOUT_NUMBER, id, said("pass", null));
        Answer answer =
                answer(
                        now,
                        id,
                        new Said("attention", "two rolls", new BigDecimal("2"), null, null));
        now.answering().raise(store, answer.id(), "Ana");
        Task.Found found = Objects.requireNonNull(tasks().getFirst().found());
        assertThat(found.check()).isEqualTo(id);
        assertThat(ResultJson.finding(found.finding()).toString()).contains("two rolls");
        now.answering().raise(store, answer.id(), "Ana");
        assertThat(tasks()).hasSize(1);
        now.arranging().remove(store, id);
        assertThat(
                        new Checks(
                                        StateForTests.ownChecks(STATE, clock(9)),
                                        StateForTests.routineChoices(STATE, clock(9)))
                                .of(id)
                                .task(Texts.english()))
                .isEqualTo("Gift paper");
        assertThat(ids(now.agendas().of(store, WEDNESDAY))).doesNotContain(id);
    }

    @Test
    void doesWithoutACheckUntilItIsBroughtBack() {
        ChecksForTests now = at(9);
        long out = now.arranging().leaveOut(store, "store_opens");
        assertThat(ids(now.agendas().of(store, WEDNESDAY))).doesNotContain("store_opens");
        assertThat(now.routines().of(store).leftOut())
                .extracting(Check::id)
                .containsExactly("store_opens");
        now.arranging().takeBack(store, out);
        assertThat(item(now, "store_opens").missed()).isNotEmpty();

        now.arranging().leaveOut(store, "store_opens");
        now.arranging().bringBack(store, "store_opens");
        assertThat(item(now, "store_opens").state()).isEqualTo(State.DUE);
        assertThat(item(now, "store_opens").missed()).isEmpty();
        assertThat(now.routines().of(store).leftOut()).isEmpty();
        assertThatThrownBy(() -> now.arranging().bringBack(store, "store_opens"))
                .isInstanceOf(RotinaException.class);
    }

    @Test
    void callsACheckAsTheStoreDoesInItsTasksToo() {
        ChecksForTests now = at(9);
        Check before = now.routines().of(store).of("prices");
        long change = now.arranging().change(store, "prices", named("Tags", "0.25", "fail"));
        Check tags = now.routines().of(store).of("prices");
        assertThat(tags.label(Texts.english())).isEqualTo("Tags");
        assertThat(tags.severity()).isEqualTo(Check.Severity.FAIL);
        assertThat(tags.rule())
                .hasValueSatisfying(rule ->
                        assertThat(((Rule.Change) rule).floor()).isEqualByComparingTo("0.25"));
        Checks checks =
                new Checks(
                        StateForTests.ownChecks(STATE, clock(9)),
                        StateForTests.routineChoices(STATE, clock(9)));
        assertThat(checks.of(store.id(), "prices").label(Texts.english())).isEqualTo("Tags");
        assertThat(checks.of("another", "prices")).isEqualTo(before);
        now.arranging().takeBack(store, change);
        assertThat(now.routines().of(store).of("prices")).isEqualTo(before);
        for (CheckWish wish :
                List.of(
                        named("x".repeat(201), null, null),
                        named("Tags", "-1", null),
                        named("Tags", null, "perhaps"))) {
            assertThatThrownBy(() -> now.arranging().change(store, "prices", wish))
                    .isInstanceOf(RotinaException.class);
        }
        assertThatThrownBy(
                        () -> now.arranging().change(store, "store_opens", named("x", "1", null)))
                .isInstanceOf(RotinaException.class);
    }

    private static CheckWish named(String name, @Nullable String least, @Nullable String severity) {
        return new CheckWish(
                null,
                null,
                null,
                severity,
                least == null ? null : amount(least),
                name,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void changesACheckOfItsOwnAndPutsItIntoAPack() {
        ChecksForTests now = at(9);
        String id = now.arranging().add(store, GIFT_PAPER, "Ana");
        now.arranging().change(store, id, own("strategy", "orders", "channel"));
        assertThat(ids(now.agendas().of(store, WEDNESDAY))).as("its own stays").contains(id);
        now.arranging().choose(store, List.of("owner", "strategy"));
        assertThat(item(now, id).check().packs()).containsExactly("strategy");
        Check check = item(now, id).check();
        assertThat(check.kind()).isEqualTo(Check.Kind.ASSISTED);
        assertThat(check.evidence()).containsExactly("orders");
        assertThat(check.evidenceBy()).containsExactly("channel");
        assertThat(check.asks()).containsExactly(Way.Ask.LINK);
        for (CheckWish wish :
                List.of(own("", "nonsense", ""), own("", "orders", "nonsense"), own("x", "", ""))) {
            assertThatThrownBy(() -> now.arranging().change(store, id, wish))
                    .isInstanceOf(RotinaException.class);
        }
        assertThatThrownBy(
                        () -> now.arranging().change(store, "store_opens", own("", "orders", "")))
                .isInstanceOf(RotinaException.class);
    }

    private static CheckWish own(String pack, String metric, String by) {
        return new CheckWish(
                null,
                "daily",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of("link"),
                pack,
                metric,
                by);
    }

    @Test
    void takesAChoiceOfPacksBackUntilAnotherIsMade() {
        ChecksForTests now = at(9);
        long choice = now.arranging().choose(store, List.of("strategy"));
        assertThat(now.routines().of(store).packs()).containsExactly("strategy");
        now.arranging().takeBackChoice(store, choice);
        Routine routine = now.routines().of(store);
        assertThat(routine.packs()).containsExactly("owner");
        assertThat(routine.since(routine.of("store_opens"))).isEqualTo("2026-02-20");
        assertThat(now.arranging().choose(store, List.of("owner"))).isZero();

        long earlier = now.arranging().choose(store, List.of("strategy"));
        now.arranging().choose(store, List.of("owner"));
        assertThatThrownBy(() -> now.arranging().takeBackChoice(store, earlier))
                .isInstanceOf(RotinaException.class);
        assertThat(now.routines().of(store).packs()).containsExactly("owner");
    }

    @Test
    void goesByThePacksThatWereChosen() {
        ChecksForTests now = at(9);
        now.arranging().choose(store, List.of("owner", "strategy"));
        Routine routine = now.routines().of(store);
        assertThat(routine.packs()).containsExactly("owner", "strategy");
        assertThat(routine.since(routine.of("s_race"))).isEqualTo(WEDNESDAY);
        assertThat(routine.since(routine.of("store_opens"))).isEqualTo("2026-02-20");
        now.arranging().choose(store, List.of());
        assertThat(now.routines().of(store).checks()).isEmpty();
    }

    private void refuses(Problem problem, String check, Said said) {
        assertThatThrownBy(() -> answer(at(9), check, said))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    private Answer answer(ChecksForTests now, String check, Said said) {
        return now.answering().answer(store, check, said, "Ana");
    }

    private static Said said(String outcome, @Nullable LocalDate day) {
        return new Said(outcome, null, null, null, day);
    }

    private long answered(ChecksForTests now) {
        return Objects.requireNonNull(item(now, "store_opens").answer()).id();
    }

    private List<Task> tasks() {
        return StateForTests.tasks(STATE, clock(9)).open(store.id());
    }

    private Item item(ChecksForTests now, String check) {
        return of(now.agendas().of(store, WEDNESDAY), check);
    }

    private static Item of(Agenda agenda, String check) {
        return agenda.items().stream()
                .filter(item -> item.check().id().equals(check))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(Agenda agenda) {
        return agenda.items().stream().map(item -> item.check().id()).toList();
    }

    /** The routine at an hour of the Wednesday, by the store's clock. */
    private static ChecksForTests at(int hour) {
        StoreForTests data = Objects.requireNonNull(shop);
        return ChecksForTests.of(
                new ChecksForTests.Shop(
                        data.catalog(),
                        data.metrics(),
                        data.warehouse(),
                        SeasonsForTests.of(data.metrics(), data.warehouse(), STATE)),
                STATE,
                clock(hour));
    }

    private static Clock clock(int hour) {
        Instant instant = WEDNESDAY.atTime(hour + 3, 0).toInstant(ZoneOffset.UTC);
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
