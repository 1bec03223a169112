package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.api.Inbox;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.routine.SourceStanding;
import app.rotina.routine.SourceStandings;
import app.rotina.state.Role;
import app.rotina.warehouse.SourceLog.Source;
import app.rotina.warehouse.Warehouse;
import app.rotina.web.SourcesView.Count;
import app.rotina.web.SourcesView.Line;
import app.rotina.web.SourcesView.Next;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where figures come from: what every kind of source has brought, and what has not come. */
@Controller
class SourcesPage implements Page {
    private final SourceStandings standings;
    private final FileKinds kinds;
    private final Catalog catalog;
    private final Inbox inbox;
    private final Warehouse warehouse;
    private final ConnectionsReading connections;

    SourcesPage(
            SourceStandings standings,
            FileKinds kinds,
            Catalog catalog,
            Inbox inbox,
            Warehouse warehouse,
            ConnectionsReading connections) {
        this.standings = standings;
        this.kinds = kinds;
        this.catalog = catalog;
        this.inbox = inbox;
        this.warehouse = warehouse;
        this.connections = connections;
    }

    @Override
    public Entry entry() {
        return new Entry(Group.DATA, 20, "sources", "/sources", Role.VIEWER);
    }

    @GetMapping("/s/{store}/sources")
    @Access(Role.VIEWER)
    ModelAndView show(Screen screen, Store store) {
        SourceStandings.Overview all = standings.of(store);
        FileKinds.Names names = kinds.of(store, screen.words());
        return screen.show(
                "sources",
                new SourcesView(
                        connections.of(store, screen),
                        all.sources().stream()
                                .map(one -> line(one, all.yesterday(), names, screen))
                                .toList(),
                        all.sources().stream().mapToLong(one -> one.source().waiting()).sum(),
                        unsourced(all, screen),
                        otherZone(store, screen),
                        screen.mayManage() ? inbox(store, screen) : null));
    }

    private @Nullable String otherZone(Store store, Screen screen) {
        return warehouse
                .zone(store.id())
                .filter(zone -> !zone.equals(store.zone()))
                .map(zone -> screen.say("origin.zone", store.zone(), zone, store.id()))
                .orElse(null);
    }

    private SourcesView.Inbox inbox(Store store, Screen screen) {
        Inbox.Standing standing = inbox.of(store);
        int waiting = standing.waiting().size();
        return new SourcesView.Inbox(
                standing.folder().toString(),
                waiting == 0 ? null : screen.say("origin.inbox.waiting", waiting),
                standing.refused().stream().map(one -> refused(one, screen)).toList());
    }

    private static SourcesView.Refused refused(Inbox.Refused one, Screen screen) {
        String when = screen.words().moment(one.at(), screen.store().zone());
        return new SourcesView.Refused(
                screen.say("origin.inbox.refused_at", one.name(), when), one.reason());
    }

    /** Where nothing was brought at all, that is all there is to say. */
    private List<String> unsourced(SourceStandings.Overview all, Screen screen) {
        return all.sources().isEmpty() ? List.of() : labels(all.unsourced(), screen.words());
    }

    private Line line(
            SourceStanding one, LocalDate yesterday, FileKinds.Names names, Screen screen) {
        Words words = screen.words();
        Source source = one.source();
        @Nullable LocalDate through = source.through();
        boolean late = one.late() > 0;
        return new Line(
                names.of(source.delivery()),
                words.say(
                        "origin.last",
                        source.lastFile(),
                        words.moment(source.lastAt(), screen.store().zone()),
                        source.files()),
                source.complete() == null
                        ? words.say("origin.never_complete")
                        : words.moment(source.complete(), screen.store().zone()),
                through == null ? words.say("origin.no_day") : words.day(through),
                settled(one, words),
                through == null ? "no_goal" : late ? "missed" : "met",
                words.say(
                        through == null
                                ? "origin.state.plain"
                                : late ? "origin.state.late" : "origin.state.current"),
                late ? late(one, words) : null,
                source.warnings().stream().map(each -> each.in(words.texts())).toList(),
                next(one, yesterday, screen),
                counts(source, words),
                source.waiting());
    }

    private static String settled(SourceStanding one, Words words) {
        @Nullable LocalDate settled = one.settled();
        @Nullable LocalDate through = one.source().through();
        if (settled == null || through == null) {
            return "";
        }
        return settled.isBefore(through)
                ? words.say(
                        "origin.provisional",
                        words.date(settled),
                        words.date(settled.plusDays(1)),
                        words.date(through))
                : words.say("origin.settled", words.date(settled));
    }

    private String late(SourceStanding one, Words words) {
        return one.missing().isEmpty()
                ? words.say("origin.late", one.late())
                : words.say(
                        "origin.late_missing",
                        one.late(),
                        words.list(labels(one.missing(), words)));
    }

    private List<String> labels(List<String> metrics, Words words) {
        return metrics.stream().map(id -> catalog.of(id).label(words.texts())).toList();
    }

    private static @Nullable Next next(SourceStanding one, LocalDate yesterday, Screen screen) {
        if (!screen.mayManage()) {
            return null;
        }
        if (one.source().waiting() > 0) {
            return new Next(
                    screen.say("web.quarantine.link", one.source().waiting()),
                    screen.address("/quarantine"));
        }
        if (one.late() == 0) {
            return null;
        }
        return one.source().delivery().startsWith("entry")
                ? new Next(
                        screen.say("origin.next.entry"), screen.address("/entry?date=" + yesterday))
                : new Next(screen.say("origin.next.import"), screen.address("/import"));
    }

    private static List<Count> counts(Source source, Words words) {
        return List.of(
                count("web.import.read", source.counts().read(), words),
                count("web.import.inserted", source.counts().inserted(), words),
                count("web.import.updated", source.counts().updated(), words),
                count("web.import.unchanged", source.counts().unchanged(), words),
                count("web.import.quarantined", source.waiting(), words));
    }

    private static Count count(String key, long rows, Words words) {
        return new Count(words.say(key), words.count(rows));
    }
}
