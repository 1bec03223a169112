package app.rotina.reach;

import app.rotina.kernel.Store;
import app.rotina.report.Letter;
import app.rotina.state.Outbox;
import app.rotina.state.Outbox.End;
import app.rotina.state.Outbox.Message;
import app.rotina.state.Outbox.State;
import app.rotina.state.Stores;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, a few at a time. A letter is written first and claimed last: between the claim
 * and the other side's answer lies nothing but the sending.
 */
@Component
final class Sending {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final int AT_ONCE = 4;
    private static final int MOST = 5000;
    private static final Duration TOO_LATE = Duration.ofHours(20);
    private static final Duration LOST = Duration.ofMinutes(10);
    private static final Duration LEAVE = Duration.ofSeconds(40);

    /** How long it waits after the first, second … attempt. */
    private static final List<Duration> PAUSES =
            List.of(1, 5, 15, 30, 60, 120, 240).stream().map(Duration::ofMinutes).toList();

    private final Outbox outbox;
    private final Stores stores;
    private final Composing composing;
    private final Recipients recipients;
    private final Clock clock;
    private final Set<Long> underway = ConcurrentHashMap.newKeySet();

    /** A slow chat keeps no mail waiting, nor the other way round. */
    private final ThreadPoolExecutor mail = few();

    private final ThreadPoolExecutor chats = few();

    Sending(Outbox outbox, Stores stores, Composing composing, Recipients recipients, Clock clock) {
        this.outbox = outbox;
        this.stores = stores;
        this.composing = composing;
        this.recipients = recipients;
        this.clock = clock;
    }

    /** What an earlier process claimed and never confirmed may have arrived. */
    void forsakeAll() {
        int forsaken = outbox.forsake(clock.instant().plusSeconds(1), Set.of());
        if (forsaken > 0) {
            LOG.warn("{} messages were being sent when the last process ended", forsaken);
        }
    }

    /** Hands what is due to those who send; returns at once. */
    void begin() {
        outbox.forsake(clock.instant().minus(LOST), new HashSet<>(underway));
        outbox.due(MOST).forEach(this::begin);
    }

    /** Empty: it is under way already. */
    Optional<Future<?>> begin(Message message) {
        if (!underway.add(message.id())) {
            return Optional.empty();
        }
        ThreadPoolExecutor who = message.draft().to().person() == null ? chats : mail;
        return Optional.of(who.submit(() -> deliver(message)));
    }

    private void deliver(Message message) {
        try {
            Optional<Ready> ready = ready(message);
            // from the claim on nothing makes it wait again but the word that it did not arrive
            if (ready.isPresent() && outbox.claim(message.id())) {
                confirm(message, send(ready.get().to(), message, ready.get().letter()));
            }
        } catch (RuntimeException e) {
            LOG.warn("message {} stays as it is: {}", message.id(), e.toString());
        } finally {
            underway.remove(message.id());
        }
    }

    /** A letter that only has to be sent. */
    private record Ready(Recipients.Recipient to, Letter letter) {}

    /** Empty: there is nothing to send, now or ever. */
    private Optional<Ready> ready(Message message) {
        if (clock.instant().isAfter(message.made().plus(TOO_LATE))) {
            return over(message, State.FAILED, "too_late");
        }
        Optional<Store> store = stores.find(message.store());
        Optional<Recipients.Recipient> to = recipients.of(message.draft().to());
        if (store.isEmpty() || to.isEmpty()) {
            return over(message, State.DROPPED, "nobody");
        }
        if (to.get().isWaiting()) {
            outbox.postpone(message.id(), later(message), "no_mail_server", "");
            return Optional.empty();
        }
        try {
            Locale locale = to.get().locale();
            return composing
                    .letter(store.get(), message.draft(), locale)
                    .map(letter -> new Ready(to.get(), letter))
                    .or(() -> over(message, State.DROPPED, "gone"));
        } catch (RuntimeException e) {
            LOG.warn("message {} was not written", message.id(), e);
            outbox.postpone(message.id(), later(message), "not_written", "");
            return Optional.empty();
        }
    }

    private Optional<Ready> over(Message message, State state, String reason) {
        outbox.end(message.id(), new End(state, reason, message.said()));
        return Optional.empty();
    }

    /** What goes wrong in a way that nobody thought of may have gone wrong after it arrived. */
    private static Delivery send(Recipients.Recipient to, Message message, Letter letter) {
        try {
            return to.send(message, letter);
        } catch (RuntimeException e) {
            LOG.warn("message {} was not confirmed: {}", message.id(), e.toString());
            return Delivery.unknown("");
        }
    }

    private void confirm(Message message, Delivery delivery) {
        switch (delivery.ending()) {
            case ARRIVED -> end(message, State.SENT, delivery);
            case REFUSED -> end(message, State.FAILED, delivery);
            case UNKNOWN -> end(message, State.UNKNOWN, delivery);
            case LATER ->
                    outbox.postpone(
                            message.id(), later(message), delivery.reason(), delivery.said());
        }
    }

    private void end(Message message, State state, Delivery delivery) {
        outbox.end(message.id(), new End(state, delivery.reason(), delivery.said()));
    }

    private Instant later(Message message) {
        int pause = Math.min(message.attempts(), PAUSES.size() - 1);
        return clock.instant().plus(PAUSES.get(pause));
    }

    /** What is being sent is seen through; the rest waits for the next process. */
    @PreDestroy
    void leave() throws InterruptedException {
        for (ThreadPoolExecutor each : List.of(mail, chats)) {
            each.getQueue().clear();
            each.shutdown();
        }
        mail.awaitTermination(LEAVE.toSeconds(), TimeUnit.SECONDS);
        chats.awaitTermination(LEAVE.toSeconds(), TimeUnit.SECONDS);
    }

    private static ThreadPoolExecutor few() {
        return new ThreadPoolExecutor(
                AT_ONCE, AT_ONCE, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }
}
