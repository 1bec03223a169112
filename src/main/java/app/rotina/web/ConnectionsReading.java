package app.rotina.web;

import app.rotina.kernel.Store;
import app.rotina.reach.MailServers;
import app.rotina.state.SourceConnections.Connection;
import app.rotina.state.SourceConnections.Standing;
import app.rotina.state.SourceHooks.Fresh;
import app.rotina.state.SourceHooks.Open;
import app.rotina.sync.ConnectionStanding;
import app.rotina.sync.ConnectionStandings;
import app.rotina.sync.Connectors;
import app.rotina.sync.Hooks;
import app.rotina.sync.Live;
import app.rotina.sync.Live.Task;
import app.rotina.warehouse.SenderLog.Sent;
import app.rotina.web.ConnectionView.Line;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Tells how a store's connections stand. */
@Component
final class ConnectionsReading {
    private final ConnectionStandings standings;
    private final Hooks hooks;
    private final MailServers servers;
    private final Clock clock;

    ConnectionsReading(
            ConnectionStandings standings, Hooks hooks, MailServers servers, Clock clock) {
        this.standings = standings;
        this.hooks = hooks;
        this.servers = servers;
        this.clock = clock;
    }

    List<Line> of(Store store, Screen screen) {
        return standings.of(store).stream().map(each -> line(each, screen)).toList();
    }

    private Line line(ConnectionStanding standing, Screen screen) {
        Connection one = standing.connection();
        @Nullable Live live = standing.live();
        @Nullable Instant complete = one.succeededAt();
        @Nullable LocalDate through = standing.sent().through();
        return new Line(
                one.id(),
                Connectors.of(one.connector()).title(screen.words().locale()),
                String.join(" · ", one.settings().values()),
                live != null ? "no_goal" : state(one.standing()),
                screen.say("connect.state." + (live != null ? "running" : name(one.standing()))),
                live == null ? null : running(live, screen),
                live == null && !one.problem().isEmpty() ? one.problem() : null,
                notes(one, screen),
                complete == null ? screen.say("connect.never") : moment(complete, screen),
                through == null ? screen.say("connect.nothing") : screen.words().day(through),
                next(standing.next(), screen),
                counts(standing.sent(), screen.words()),
                one.standing() == Standing.RECONNECT,
                HeldAgainst.of(standing, screen),
                hooks.of(one).map(open -> told(open, screen)).orElse(null));
    }

    /** What does not come, and what the shop did not take back. */
    private List<String> notes(Connection one, Screen screen) {
        Stream<String> lacks =
                Connectors.of(one.connector()).notes(one.lacks(), screen.words().locale()).stream();
        Stream<String> stray =
                hooks.of(one).filter(Open::stray).stream()
                        .map(open -> screen.say("connect.hook.stray"));
        return Stream.concat(lacks, stray).toList();
    }

    /** When the shop told of a change last. */
    static String told(Open open, Screen screen) {
        @Nullable Instant last = open.lastAt();
        return last == null
                ? screen.say("connect.hook.silent")
                : screen.say(
                        "connect.hook.last",
                        moment(last, screen),
                        topic(open.lastTopic(), screen.words()));
    }

    static String topic(String topic, Words words) {
        return words.sayOr("connect.topic." + topic.replace('/', '.'), topic);
    }

    /** The form of a connection's keys, with how its shop tells of what changes. */
    ConnectionView.Form telling(
            ConnectionView.Form form, Connection one, @Nullable Fresh fresh, Screen screen) {
        List<String> topics = hooks.topics(one);
        if (topics.isEmpty()) {
            return form;
        }
        Words words = screen.words();
        return form.telling(
                new ConnectionView.Hook(
                        hooks.of(one).map(open -> told(open, screen)).orElse(null),
                        words.sayOr(
                                "connect.hook.steps." + one.connector(),
                                words.say("connect.hook.steps")),
                        fresh == null || !hooks.isEntered(one) ? "" : address(fresh),
                        fresh == null ? "" : fresh.secret(),
                        topics.stream().map(each -> topic(each, words)).toList()));
    }

    private String address(Fresh fresh) {
        return own("/api/hooks/" + fresh.path());
    }

    /** A path of ours, as others reach it. */
    String own(String path) {
        return servers.address()
                        .orElseGet(() ->
                                ServletUriComponentsBuilder.fromCurrentContextPath().toUriString())
                + path;
    }

    private static String state(Standing standing) {
        return switch (standing) {
            case NEW -> "no_goal";
            case GOOD -> "met";
            case FAILING, RECONNECT -> "missed";
        };
    }

    private static String name(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    private static String running(Live live, Screen screen) {
        @Nullable Instant until = live.until();
        if (live.task() != Task.FETCH) {
            return screen.say("connect.running." + live.task().name().toLowerCase(Locale.ROOT));
        }
        if (until != null) {
            return screen.say("connect.running.waits", moment(until, screen));
        }
        if (live.stream().isEmpty()) {
            return screen.say("connect.running.queued");
        }
        String what = screen.words().sayOr("connect.stream." + live.stream(), live.stream());
        return screen.say("connect.running", what, live.records());
    }

    private String next(@Nullable Instant next, Screen screen) {
        if (next == null) {
            return screen.say("connect.next.none");
        }
        return next.isAfter(clock.instant())
                ? moment(next, screen)
                : screen.say("connect.next.soon");
    }

    private static String moment(Instant at, Screen screen) {
        return screen.words().moment(at, screen.store().zone());
    }

    private static List<SourcesView.Count> counts(Sent sent, Words words) {
        return List.of(
                count("web.import.read", sent.counts().read(), words),
                count("web.import.inserted", sent.counts().inserted(), words),
                count("web.import.updated", sent.counts().updated(), words),
                count("web.import.quarantined", sent.waiting(), words));
    }

    private static SourcesView.Count count(String key, long rows, Words words) {
        return new SourcesView.Count(words.say(key), words.count(rows));
    }
}
