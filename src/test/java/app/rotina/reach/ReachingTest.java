package app.rotina.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.api.ServerForTests;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.reach.MailServer.Security;
import app.rotina.reach.Reaching.Way;
import app.rotina.state.CheckResults;
import app.rotina.state.CheckResults.Found;
import app.rotina.state.CheckResults.Looked;
import app.rotina.state.Job;
import app.rotina.state.Outbox;
import app.rotina.state.Outbox.Kind;
import app.rotina.state.Outbox.Message;
import app.rotina.state.Outbox.State;
import app.rotina.state.People;
import app.rotina.state.People.Newcomer;
import app.rotina.state.Person;
import app.rotina.state.ReachChoices;
import app.rotina.state.ReachChoices.Choice;
import app.rotina.state.ReachChoices.Hours;
import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import app.rotina.state.Task;
import app.rotina.state.TaskWork;
import app.rotina.state.Tasks;
import app.rotina.state.Webhooks;
import app.rotina.state.Webhooks.Shape;
import app.rotina.state.Webhooks.Target;
import app.rotina.state.Webhooks.Webhook;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From what is due to what arrives, with a real database, mail server and chat. */
class ReachingTest {
    private static final String FAILS = "checkout";
    private static final LocalTime MIDNIGHT = LocalTime.MIDNIGHT;
    private static final AtomicInteger STORES = new AtomicInteger();

    private static ServerForTests server;
    private static SmtpForTests mail;
    private static ChatsForTests chats;

    private Store store = StateForTests.store("none");
    private LocalDate yesterday = LocalDate.EPOCH;

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        mail = new SmtpForTests(null, () -> 0);
        chats = new ChatsForTests();
        server.bean(MailServers.class)
                .choose(
                        new MailServer(
                                "localhost",
                                mail.port(),
                                Security.NONE,
                                "",
                                "rotina@example.com",
                                "Rotina"),
                        "");
        server.bean(MailServers.class).setAddress("https://rotina.example.com/");
        server.bean(OwnNetwork.class).allow("127.0.0.1");
    }

    @AfterAll
    static void stop() {
        server.close();
        mail.close();
        chats.close();
    }

    /** Each test has a store of its own, whose digest is due all day and whose nights are loud. */
    @BeforeEach
    void open() {
        store =
                server.bean(Stores.class)
                        .add(StateForTests.store("loja-" + STORES.incrementAndGet()));
        yesterday = LocalDate.now(store.zone()).minusDays(1);
        choices().setHours(store.id(), new Hours(MIDNIGHT, MIDNIGHT, MIDNIGHT));
    }

    @Test
    void tellsADayToThoseWhoWantItOnce() {
        Person ana = reader("ana", new Choice(true, false));
        reader("rui", new Choice(false, true));
        assertThat(send(Way.MAIL)).extracting(Message::state).containsExactly(State.SENT);
        assertThat(send(Way.MAIL)).hasSize(1);
        reaching().reach();
        assertThat(mailsTo(ana)).hasSize(1);
        assertThat(mailsTo(ana).getFirst().content())
                .contains("Message-ID: <", "List-Unsubscribe: <https://rotina.example.com/s/")
                .contains("/day/" + yesterday);
        assertThat(mail.taken()).noneMatch(taken -> taken.to().startsWith("rui"));
    }

    @Test
    void beginsByItselfOnceTheDayWasGoneThrough() {
        Person ana = reader("bia", new Choice(true, false));
        reaching().reach();
        assertThat(outbox().digests(store.id(), yesterday)).isEmpty();
        find(yesterday, List.of());
        reaching().reach();
        waitFor(() -> mailsTo(ana).size() == 1);
        reaching().reach();
        waitFor(() -> states(Kind.DIGEST).equals(List.of(State.SENT)));
        assertThat(mailsTo(ana)).hasSize(1);
    }

    @Test
    void waitsForTheHourOfTheStore() {
        reader("caio", new Choice(true, false));
        choices().setHours(store.id(), new Hours(LocalTime.of(23, 59, 59), MIDNIGHT, MIDNIGHT));
        find(yesterday, List.of());
        reaching().reach();
        assertThat(outbox().digests(store.id(), yesterday)).isEmpty();
    }

    @Test
    void tellsNoDayThatIsNotOver() {
        assertThatThrownBy(() -> reaching().send(store, yesterday.plusDays(1), Way.MAIL))
                .isInstanceOf(RotinaException.class);
    }

    @Test
    void neverSendsAgainWhatMayHaveArrived() {
        Person cut = reader("cut", new Choice(true, false));
        assertThat(send(Way.MAIL)).extracting(Message::state).containsExactly(State.UNKNOWN);
        reaching().reach();
        assertThat(send(Way.MAIL)).extracting(Message::state).containsExactly(State.UNKNOWN);
        assertThat(mailsTo(cut)).hasSize(1);
        assertThat(troubles()).isEqualTo(1);
        long id = outbox().digests(store.id(), yesterday).getFirst().id();
        reaching().again(store, id);
        waitFor(() -> mailsTo(cut).size() == 2);
    }

    @Test
    void triesAgainLaterWhatCertainlyDidNotArrive() {
        reader("later", new Choice(true, false));
        reader("refuse", new Choice(true, false));
        List<Message> sent = send(Way.MAIL);
        assertThat(sent).extracting(Message::state).containsExactly(State.WAITING, State.FAILED);
        assertThat(sent.getFirst().attempts()).isEqualTo(1);
        assertThat(sent.getFirst().said()).contains("451");
        assertThat(sent.getLast().said()).contains("550");
        assertThat(outbox().due(1000)).noneMatch(one -> one.store().equals(store.id()));
        assertThat(troubles()).isEqualTo(2);
    }

    @Test
    void doesNotKnowWhatBecameOfWhatWasClaimedByAProcessThatEnded() {
        Person ana = reader("dora", new Choice(true, false));
        outbox().add(
                        List.of(
                                Outbox.Draft.digest(
                                        new ReachChoices.Recipient(store.id(), ana.id(), null),
                                        yesterday)),
                        Instant.now());
        long id = outbox().digests(store.id(), yesterday).getFirst().id();
        assertThat(outbox().claim(id)).isTrue();
        assertThat(outbox().claim(id)).isFalse();
        outbox().forsake(Instant.now().plusSeconds(1), List.of());
        Message message = outbox().digests(store.id(), yesterday).getFirst();
        assertThat(message.state()).isEqualTo(State.UNKNOWN);
        assertThat(message.reason()).isEqualTo("ended");
        send(Way.MAIL);
        assertThat(mailsTo(ana)).isEmpty();
    }

    @Test
    void reachesAProgramSignedAndAChat() {
        hook(Shape.JSON, ChatsForTests.WHSEC);
        hook(Shape.FEISHU, ChatsForTests.SECRET);
        assertThat(send(Way.WEBHOOK))
                .extracting(Message::state)
                .containsExactly(State.SENT, State.SENT);
        Message first = outbox().digests(store.id(), yesterday).getFirst();
        assertThat(chats.ids()).contains(first.key().toString());
        assertThat(chats.bodies())
                .anyMatch(body ->
                        body.path("type").asString("").equals("rotina.digest")
                                && body.path("data").path("store").asString("").equals(store.id()));
    }

    @Test
    void alertsAtMostTwiceADayOfARule() {
        Person ana = reader("eva", new Choice(false, true));
        for (String place : List.of("mobile", "desktop", "tablet", "tv")) {
            find(yesterday, List.of(found(place)));
            find(yesterday.minusDays(1), List.of());
            reaching().reach();
            reaching().reach();
            waitFor(() -> states(Kind.ALERT).stream().allMatch(State.SENT::equals));
        }
        reaching().reach();
        assertThat(states(Kind.ALERT)).hasSize(2);
        assertThat(mailsTo(ana)).hasSize(2);
    }

    @Test
    void keepsQuietAtNight() {
        Person ana = reader("fabi", new Choice(false, true));
        LocalTime now = LocalTime.now(store.zone());
        choices()
                .setHours(
                        store.id(), new Hours(MIDNIGHT, now.minusMinutes(5), now.plusMinutes(30)));
        find(yesterday, List.of(found("mobile")));
        reaching().reach();
        assertThat(states(Kind.ALERT)).containsExactly(State.WAITING);
        assertThat(mailsTo(ana)).isEmpty();
    }

    @Test
    void dropsAnAlertThatWasSettledFirst() {
        Person ana = reader("gil", new Choice(false, true));
        LocalTime now = LocalTime.now(store.zone());
        choices()
                .setHours(
                        store.id(), new Hours(MIDNIGHT, now.minusMinutes(5), now.plusMinutes(30)));
        find(yesterday, List.of(found("mobile")));
        reaching().reach();
        Tasks tasks = server.bean(Tasks.class);
        long task = tasks.open(store.id()).getFirst().id();
        server.bean(TaskWork.class)
                .close(new TaskWork.By(store.id(), task, "Ana"), Task.State.DONE, null);
        reaching().again(store, outbox().latest(store.id(), 1).getFirst().id());
        waitFor(() -> states(Kind.ALERT).equals(List.of(State.DROPPED)));
        assertThat(mailsTo(ana)).isEmpty();
    }

    @Test
    void writesToNobodyWhoMayNoLongerSeeTheStore() {
        Person ana = reader("hugo", new Choice(true, false));
        server.bean(People.class).dismiss(ana.id(), store.id());
        assertThat(send(Way.MAIL)).isEmpty();
    }

    /** The scheduler goes on at once, and few are written to at a time. */
    @Test
    void holdsNobodyUpWithAThousandDigests() {
        try (SmtpForTests slow = new SmtpForTests(null, () -> 3)) {
            MailServers servers = server.bean(MailServers.class);
            MailServer before = servers.chosen().orElseThrow();
            servers.choose(
                    new MailServer(
                            "localhost",
                            slow.port(),
                            Security.NONE,
                            "",
                            before.from(),
                            before.name()),
                    "");
            List<Store> many =
                    IntStream.range(0, 1000)
                            .mapToObj(n -> StateForTests.store("many-" + n))
                            .map(server.bean(Stores.class)::add)
                            .toList();
            Person ana = reader("many", new Choice(true, false));
            for (Store each : many) {
                server.bean(People.class).admit(ana.id(), each.id(), List.of(Job.ADVISER));
                choices().choose(ana.id(), each.id(), new Choice(true, false));
                choices().setHours(each.id(), new Hours(MIDNIGHT, MIDNIGHT, MIDNIGHT));
                server.bean(CheckResults.class)
                        .keep(
                                each.id(),
                                yesterday,
                                yesterday.minusDays(1),
                                List.of(looked(List.of())));
            }
            long begun = System.nanoTime();
            reaching().reach();
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(20));
            waitFor(() -> slow.taken().size() >= 20);
            assertThat(slow.mostAtOnce()).isLessThanOrEqualTo(4);
            servers.choose(before, "");
            many.forEach(each -> server.bean(Stores.class).remove(each.id()));
        }
    }

    private List<Message> send(Way way) {
        return reaching().send(store, yesterday, way);
    }

    private Person reader(String name, Choice choice) {
        Person person =
                server.bean(People.class)
                        .add(
                                new Newcomer(
                                        name + "-" + store.id() + "@example.org",
                                        name,
                                        "a long enough one",
                                        Locale.of("pt", "BR"),
                                        false));
        server.bean(People.class).admit(person.id(), store.id(), List.of(Job.ADVISER));
        choices().choose(person.id(), store.id(), choice);
        return person;
    }

    private void hook(Shape shape, String secret) {
        server.bean(Webhooks.class)
                .add(
                        new Webhook(
                                0,
                                store.id(),
                                "h",
                                shape,
                                Locale.SIMPLIFIED_CHINESE,
                                "127.0.0.1",
                                true,
                                true),
                        new Target(chats.of(shape), secret),
                        "Ana");
    }

    private void find(LocalDate day, List<Found> found) {
        server.bean(CheckResults.class)
                .keep(store.id(), day, day.minusDays(1), List.of(looked(found)));
    }

    private static Looked looked(List<Found> found) {
        return new Looked(
                FAILS,
                Job.MANAGER,
                found.isEmpty() ? "PASS" : "FAIL",
                true,
                "{\"findings\":[],\"missing\":null}",
                found);
    }

    private static Found found(String device) {
        return new Found(
                "device=" + device,
                new BigDecimal("120"),
                "{\"where\":{\"device\":\"%s\"},\"value\":0.01,\"usual\":0.02,\"stake\":120}"
                        .formatted(device));
    }

    private List<SmtpForTests.Taken> mailsTo(Person person) {
        return mail.taken().stream().filter(one -> one.to().equals(person.email())).toList();
    }

    private List<State> states(Kind kind) {
        return outbox().latest(store.id(), 100).stream()
                .filter(one -> one.draft().kind() == kind)
                .map(Message::state)
                .toList();
    }

    private int troubles() {
        return outbox().troubles(store.id(), Instant.now().minusSeconds(60));
    }

    private static Outbox outbox() {
        return server.bean(Outbox.class);
    }

    private static ReachChoices choices() {
        return server.bean(ReachChoices.class);
    }

    private static Reaching reaching() {
        return server.bean(Reaching.class);
    }

    private static void waitFor(BooleanSupplier done) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it took too long").isLessThan(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
