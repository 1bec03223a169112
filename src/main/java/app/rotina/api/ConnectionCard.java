package app.rotina.api;

import app.rotina.state.SourceConnections.Connection;
import app.rotina.state.SourceCounts.Counted;
import app.rotina.sync.ConnectionStanding;
import app.rotina.sync.Connectors;
import app.rotina.sync.Live;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shop or service that a store is connected to.
 *
 * @param settings what is not secret
 * @param standing {@code new}, {@code good}, {@code failing}, or {@code reconnect}: somebody has to
 *     connect it anew
 * @param problem why the last pull failed; empty: it did not
 * @param notes what does not come since its app lacks a right
 * @param complete when a pull was last complete
 * @param next when it is pulled by itself next
 * @param through the last day it brought anything of
 * @param read rows it has brought so far, of which the others are parts
 * @param waiting rows of it that wait in quarantine
 * @param countable false where it gives figures by day: they are fetched whole, not counted
 * @param countedAt when it was last counted against its source; absence: never
 * @param daysDiffering on how many days it did not agree with its source then; absence: never
 *     counted
 * @param running what is being done with it; absence: nothing is
 */
record ConnectionCard(
        long id,
        String connector,
        String title,
        Map<String, String> settings,
        String standing,
        String problem,
        List<String> notes,
        @JsonProperty("tried_at") @Nullable Instant triedAt,
        @Nullable Instant complete,
        @Nullable Instant next,
        @Nullable LocalDate through,
        long read,
        long inserted,
        long updated,
        long unchanged,
        long waiting,
        boolean countable,
        @JsonProperty("counted_at") @Nullable Instant countedAt,
        @JsonProperty("days_differing") @Nullable Long daysDiffering,
        @Nullable RunningCard running) {

    /**
     * What is being done with it.
     *
     * @param task {@code fetch}, {@code count} or {@code mend}
     * @param stream what it reads; empty: it waits for another pull of the store
     * @param records how many have come so far
     * @param until how long the other side lets it wait; absence: it does not
     */
    record RunningCard(String task, String stream, long records, @Nullable Instant until) {
        static @Nullable RunningCard of(@Nullable Live live) {
            return live == null
                    ? null
                    : new RunningCard(
                            live.task().name().toLowerCase(Locale.ROOT),
                            live.stream(),
                            live.records(),
                            live.until());
        }
    }

    static List<ConnectionCard> all(List<ConnectionStanding> all, Locale locale) {
        return all.stream().map(each -> of(each, locale)).toList();
    }

    static ConnectionCard of(ConnectionStanding standing, Locale locale) {
        Connection one = standing.connection();
        @Nullable Counted counted = standing.counted();
        return new ConnectionCard(
                one.id(),
                one.connector(),
                Connectors.of(one.connector()).title(locale),
                one.settings(),
                one.standing().name().toLowerCase(Locale.ROOT),
                one.problem(),
                Connectors.of(one.connector()).notes(one.lacks(), locale),
                one.triedAt(),
                one.succeededAt(),
                standing.next(),
                standing.sent().through(),
                standing.sent().counts().read(),
                standing.sent().counts().inserted(),
                standing.sent().counts().updated(),
                standing.sent().counts().unchanged(),
                standing.sent().waiting(),
                standing.countable(),
                counted == null ? null : counted.at(),
                counted == null ? null : (long) counted.drift().size(),
                RunningCard.of(standing.live()));
    }
}
