package app.rotina.reach;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.report.Letter;
import app.rotina.state.Outbox;
import app.rotina.state.Outbox.Draft;
import app.rotina.state.Outbox.Message;
import app.rotina.state.Outbox.State;
import app.rotina.state.Person;
import app.rotina.state.ReachChoices;
import app.rotina.state.ReachChoices.Recipient;
import app.rotina.state.Webhooks.Webhook;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reaches people: makes out what is due, sends it, and shows a day's digest to who asks for it. A
 * digest goes to nobody twice.
 */
@Component
public final class Reaching {
    private static final Logger LOG = LoggerFactory.getLogger(Reaching.class);
    private static final int PATIENCE_SECONDS = 60;

    private final MakingOut makingOut;
    private final Sending sending;
    private final Composing composing;
    private final Recipients recipients;
    private final Outbox outbox;
    private final ReachChoices choices;
    private final Clock clock;
    private final AtomicBoolean begun = new AtomicBoolean();

    Reaching(
            MakingOut makingOut,
            Sending sending,
            Composing composing,
            Recipients recipients,
            Outbox outbox,
            ReachChoices choices,
            Clock clock) {
        this.makingOut = makingOut;
        this.sending = sending;
        this.composing = composing;
        this.recipients = recipients;
        this.outbox = outbox;
        this.choices = choices;
        this.clock = clock;
    }

    /** Which of those who want a store's digest. */
    public enum Way {
        MAIL,
        WEBHOOK
    }

    /** Takes as long as a few questions to the state's database; others do the sending. */
    @Scheduled(
            initialDelayString = "${rotina.reach.begin:PT1M}",
            fixedDelayString = "${rotina.reach.every:PT30S}")
    public synchronized void reach() {
        takeUp();
        composing.forget();
        try {
            makingOut.digests();
            makingOut.alerts();
            sending.begin();
        } catch (RuntimeException e) {
            LOG.warn("nobody was reached this time", e);
        }
    }

    private void takeUp() {
        if (begun.compareAndSet(false, true)) {
            sending.forsakeAll();
        }
    }

    /** A day's digest as somebody reads it; a day that is not over has none. */
    public Letter digest(Store store, LocalDate day, Locale locale) {
        requireOver(store, day);
        composing.forget();
        return composing.digest(store, day, locale);
    }

    /**
     * Sends a day's digest to everybody who wants the store's, by one way; who has it already gets
     * it no second time. Waits until it is known how each of them fared.
     */
    public List<Message> send(Store store, LocalDate day, Way way) {
        requireOver(store, day);
        takeUp();
        composing.forget();
        List<Draft> drafts =
                choices.digests().stream()
                        .filter(to -> to.store().equals(store.id()) && goes(to, way))
                        .map(to -> Draft.digest(to, day))
                        .toList();
        outbox.add(drafts, clock.instant());
        List<Future<?>> sent =
                made(store, day, way)
                        .filter(message -> message.state() == State.WAITING)
                        .flatMap(message -> sending.begin(message).stream())
                        .toList();
        sent.forEach(Reaching::await);
        return made(store, day, way).toList();
    }

    private Stream<Message> made(Store store, LocalDate day, Way way) {
        return outbox.digests(store.id(), day).stream()
                .filter(message -> goes(message.draft().to(), way));
    }

    private static boolean goes(Recipient to, Way way) {
        return (to.person() != null) == (way == Way.MAIL);
    }

    /** Sends a mail to somebody who wants to see whether it arrives. */
    public Delivery test(Person person) {
        Texts texts = Texts.of(person.locale());
        return recipients.test(person, texts.say("letter.test.subject"), texts.say("letter.test"));
    }

    public Delivery test(Webhook hook) {
        Texts texts = Texts.of(hook.locale());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return recipients.test(
                hook,
                new HookMessage(
                        UUID.randomUUID().toString(),
                        "test",
                        hook.store(),
                        today,
                        clock.instant(),
                        texts.say("letter.test.subject") + "\n" + texts.say("letter.test"),
                        null));
    }

    /** A person wants it sent again, though it may have arrived. */
    public void again(Store store, long message) {
        outbox.again(store.id(), message);
        sending.begin();
    }

    private void requireOver(Store store, LocalDate day) {
        if (!day.isBefore(LocalDate.ofInstant(clock.instant(), store.zone()))) {
            throw new RotinaException(Problem.BAD_ARGUMENT, day);
        }
    }

    private static void await(Future<?> sent) {
        try {
            sent.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("a message is still under way", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
