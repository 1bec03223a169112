package app.rotina.sync;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Secrets;
import app.rotina.state.SourceConnections;
import app.rotina.state.SourceConnections.Connection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Owners who are on their way to a shop's page, or back from it, to agree to our reading it. What
 * they bring back counts once, for ten minutes, in the browser they left from. Nothing of it is
 * kept until the shop has answered; what is secret meanwhile is held in memory alone.
 */
@Component
public final class Consents {
    /** The field with the address that the shop sends its owner back to. */
    public static final String RETURN = "return";

    private static final Duration VALID = Duration.ofMinutes(10);
    private static final int REMEMBERED = 1_000;

    private final Map<String, Attempt> away = new ConcurrentHashMap<>();
    private final Map<Place, Back> back = new ConcurrentHashMap<>();
    private final SourceConnections connections;
    private final Syncs syncs;
    private final Fetcher fetcher;
    private final Clock clock;

    Consents(SourceConnections connections, Syncs syncs, Fetcher fetcher, Clock clock) {
        this.connections = connections;
        this.syncs = syncs;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /**
     * What somebody wants to connect.
     *
     * @param connection which is connected anew; absence: a new one
     * @param said by field
     */
    public record Wanted(
            Connector connector, @Nullable Long connection, Map<String, String> said) {}

    /**
     * Where somebody is sent to.
     *
     * @param connection which is connected anew; absence: a new one
     */
    public record Way(Connector connector, @Nullable Long connection, URI address) {}

    /**
     * What they bring back.
     *
     * @param error the shop's word for why not; empty: they agreed
     */
    public record Answer(String state, String code, String error) {}

    private record Place(long session, String store) {}

    /** No record, so that nothing writes out what is secret. */
    private static final class Attempt {
        private final Place place;
        private final Way way;
        private final Map<String, String> settings;
        private final Map<String, String> secrets;
        private final String verifier;
        private final Instant until;

        private Attempt(
                Place place,
                Way way,
                Map<String, String> settings,
                Map<String, String> secrets,
                String verifier,
                Instant until) {
            this.place = place;
            this.way = way;
            this.settings = settings;
            this.secrets = secrets;
            this.verifier = verifier;
            this.until = until;
        }

        private Consent consent() {
            return way.connector().consent().orElseThrow();
        }
    }

    private record Back(Attempt attempt, Answer answer) {}

    /** Makes out where the owner has to go; what they were sent to before no longer counts. */
    public void begin(long session, Store store, Wanted wanted) {
        @Nullable Connection known =
                wanted.connection() == null
                        ? null
                        : connections.find(store.id(), wanted.connection());
        Map<String, String> settings =
                known == null
                        ? Filled.settings(wanted.connector(), wanted.said())
                        : known.settings();
        Map<String, String> secrets = secrets(wanted, known);
        String state = Secrets.token();
        String verifier = Secrets.token();
        URI address =
                wanted.connector()
                        .consent()
                        .orElseThrow()
                        .address(
                                both(wanted.connector().completed(settings), secrets),
                                state,
                                challenge(verifier));
        fetcher.require(address);
        Place place = new Place(session, store.id());
        forget(place);
        away.put(
                state,
                new Attempt(
                        place,
                        new Way(wanted.connector(), wanted.connection(), address),
                        settings,
                        secrets,
                        verifier,
                        clock.instant().plus(VALID)));
    }

    private Map<String, String> secrets(Wanted wanted, @Nullable Connection known) {
        Map<String, String> kept = known == null ? Map.of() : connections.secrets(known);
        Map<String, String> all = Filled.secrets(wanted.connector(), wanted.said(), kept);
        String back = wanted.said().getOrDefault(RETURN, "").strip();
        all.put(RETURN, webAddress(back.isEmpty() ? kept.getOrDefault(RETURN, "") : back));
        return all;
    }

    private static String webAddress(String written) {
        if (!written.matches("https?://[^\\s#]{1,500}")) {
            throw new RotinaException(Problem.CONSENT_RETURN);
        }
        return written;
    }

    private static Map<String, String> both(Map<String, String> a, Map<String, String> b) {
        Map<String, String> both = new TreeMap<>(a);
        both.putAll(b);
        return both;
    }

    private void forget(Place place) {
        Instant now = clock.instant();
        boolean crowded = away.size() >= REMEMBERED;
        away.values()
                .removeIf(
                        each -> each.place.equals(place) || (crowded && each.until.isBefore(now)));
        back.values().removeIf(each -> each.attempt().until.isBefore(now));
    }

    static String challenge(String verifier) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the address to go back to is kept; empty: the connection was made without one. */
    public Optional<String> returnOf(Connection connection) {
        return Optional.ofNullable(connections.secrets(connection).get(RETURN));
    }

    /** Where they have to go; empty: nowhere, or too much time went by. */
    public Optional<Way> way(long session, Store store) {
        Place place = new Place(session, store.id());
        return away.values().stream()
                .filter(each -> each.place.equals(place) && isTimely(each))
                .map(each -> each.way)
                .findFirst();
    }

    /**
     * Takes what the shop sent along, once.
     *
     * @return the store it is for
     */
    public String returned(long session, Answer answer) {
        @Nullable Attempt attempt = away.get(answer.state());
        boolean mine = attempt != null && attempt.place.session() == session && isTimely(attempt);
        if (attempt == null || !mine || !away.remove(answer.state(), attempt)) {
            throw new RotinaException(Problem.CONSENT_UNKNOWN);
        }
        back.put(attempt.place, new Back(attempt, answer));
        return attempt.place.store();
    }

    /** What they came back from; empty: from nothing, or that was dealt with. */
    public Optional<Way> back(long session, Store store) {
        return Optional.ofNullable(back.get(new Place(session, store.id())))
                .map(each -> each.attempt().way);
    }

    /** Connects once the shop has answered to what they brought back; else nothing is kept. */
    public Connection finish(long session, Store store, String who) {
        @Nullable Back came = back.remove(new Place(session, store.id()));
        if (came == null || !isTimely(came.attempt())) {
            throw new RotinaException(Problem.CONSENT_UNKNOWN);
        }
        if (!came.answer().error().isEmpty() || came.answer().code().isEmpty()) {
            String word = came.answer().error();
            throw new RotinaException(
                    Problem.CONSENT_DENIED, word.matches("[a-z_]{1,60}") ? word : "–");
        }
        Attempt attempt = came.attempt();
        JsonNode given = given(attempt, came.answer().code());
        Map<String, String> secrets = new TreeMap<>(attempt.secrets);
        token(attempt).kept().forEach((field, name) -> secrets.put(field, text(given, name)));
        Map<String, String> account = new TreeMap<>();
        attempt.consent().account().forEach((field, name) -> account.put(field, text(given, name)));
        @Nullable Long again = attempt.way.connection();
        return again == null
                ? added(store, attempt, account, secrets, who)
                : connectedAnew(store, connections.find(store.id(), again), account, secrets);
    }

    private JsonNode given(Attempt attempt, String code) {
        Map<String, String> said =
                both(attempt.way.connector().completed(attempt.settings), attempt.secrets);
        said.put("code", code);
        said.put("verifier", attempt.verifier);
        try {
            return Tokens.answer(token(attempt), attempt.consent().form(), said, fetcher);
        } catch (RotinaException e) {
            throw e.problem() == Problem.PULL_REFUSED
                    ? new RotinaException(Problem.CONSENT_REFUSED, e)
                    : e;
        }
    }

    private static Auth.Token token(Attempt attempt) {
        return (Auth.Token) attempt.way.connector().auth();
    }

    private static String text(JsonNode given, String name) {
        String text = given.path(name).asString("");
        if (text.isEmpty()) {
            throw new RotinaException(Problem.CONSENT_BRIEF, name);
        }
        return text;
    }

    private Connection added(
            Store store,
            Attempt attempt,
            Map<String, String> account,
            Map<String, String> secrets,
            String who) {
        Connector connector = attempt.way.connector();
        boolean known =
                connections.of(store.id()).stream()
                        .filter(each -> each.connector().equals(connector.id()))
                        .anyMatch(each -> isOf(each, account));
        if (known && !account.isEmpty()) {
            throw new RotinaException(Problem.CONNECTION_EXISTS, connector.id());
        }
        return syncs.add(store, connector, both(attempt.settings, account), secrets, who);
    }

    private Connection connectedAnew(
            Store store,
            Connection connection,
            Map<String, String> account,
            Map<String, String> secrets) {
        if (!isOf(connection, account)) {
            throw new RotinaException(Problem.CONSENT_ACCOUNT);
        }
        return syncs.again(store, connection, secrets);
    }

    private static boolean isOf(Connection connection, Map<String, String> account) {
        return connection.settings().entrySet().containsAll(account.entrySet());
    }

    private boolean isTimely(Attempt attempt) {
        return attempt.until.isAfter(clock.instant());
    }
}
