package app.rotina.web;

import app.rotina.access.Caller;
import app.rotina.access.Rights;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.routine.Closing;
import app.rotina.routine.DailyClose;
import app.rotina.routine.Portfolio;
import app.rotina.routine.Portfolio.Standing;
import app.rotina.state.Role;
import app.rotina.state.Stores;
import app.rotina.web.StoresView.Hand;
import app.rotina.web.StoresView.Line;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads how all of somebody's stores stand. */
@Component
final class StoresReading {
    /** Of so few stores, a day that was never closed is looked at. */
    private static final int LOOKED_AT = 5;

    private static final List<MetricValue> NONE =
            Collections.nCopies(4, MetricValue.missing("no_source"));

    private final Rights rights;
    private final Stores stores;
    private final Portfolio portfolio;
    private final Closing closing;
    private final Catalog catalog;
    private final Clock clock;

    StoresReading(
            Rights rights,
            Stores stores,
            Portfolio portfolio,
            Closing closing,
            Catalog catalog,
            Clock clock) {
        this.rights = rights;
        this.stores = stores;
        this.portfolio = portfolio;
        this.closing = closing;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** What is known of one store, and what may be done there. */
    private record Seen(
            Store store,
            Role role,
            boolean sample,
            Optional<DailyClose> close,
            @Nullable LocalDate through,
            boolean known,
            long waiting,
            LocalDate yesterday) {

        /** The last day that is over and known. */
        LocalDate due() {
            return through != null && through.isBefore(yesterday) ? through : yesterday;
        }

        boolean isClosed() {
            return through == null || close.filter(one -> !one.date().isBefore(due())).isPresent();
        }
    }

    StoresView view(Screen screen, Caller caller, String query) {
        List<Store> mine = rights.stores(caller);
        List<Store> wanted = mine.stream().filter(store -> matches(store, query)).toList();
        Map<String, Role> roles = rights.roles(caller);
        Set<String> samples = stores.samples();
        List<Seen> seen =
                portfolio.of(wanted).stream()
                        .map(one ->
                                seen(
                                        one,
                                        roles.getOrDefault(one.store().id(), Role.VIEWER),
                                        samples.contains(one.store().id()),
                                        wanted.size() <= LOOKED_AT))
                        .toList();
        Map<String, List<Line>> byCurrency =
                seen.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> one.store().currency().getCurrencyCode(),
                                        TreeMap::new,
                                        Collectors.mapping(
                                                one -> line(one, screen), Collectors.toList())));
        return new StoresView(
                query,
                mine.size(),
                byCurrency.entrySet().stream()
                        .map(one ->
                                new StoresView.Group(
                                        one.getKey(),
                                        byCurrency.size() == 1 ? "" : one.getKey(),
                                        sorted(one.getValue())))
                        .toList(),
                unclosed(seen, screen));
    }

    private static boolean matches(Store store, String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        return (store.name() + " " + store.id()).toLowerCase(Locale.ROOT).contains(wanted);
    }

    private Seen seen(Standing one, Role role, boolean sample, boolean look) {
        Store store = one.store();
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), store.zone()).minusDays(1);
        @Nullable LocalDate through = one.pulse().map(pulse -> pulse.through()).orElse(null);
        Optional<DailyClose> close = one.close();
        if (close.isEmpty() && look && through != null) {
            LocalDate day = through.isBefore(yesterday) ? through : yesterday;
            close = Optional.of(closing.glance(store, day));
        }
        return new Seen(
                store,
                role,
                sample,
                close,
                through,
                one.pulse().isPresent(),
                one.pulse().map(pulse -> pulse.waiting()).orElse(0L),
                yesterday);
    }

    private static List<Line> sorted(List<Line> lines) {
        return lines.stream()
                .sorted(Comparator.comparing(Line::stake).thenComparing(Line::name))
                .toList();
    }

    private static String unclosed(List<Seen> seen, Screen screen) {
        long open = seen.stream().filter(one -> !one.isClosed()).count();
        return open == 0 ? "" : screen.say("stores.unclosed", open);
    }

    private Line line(Seen seen, Screen screen) {
        Figures figures = new Figures(screen.words(), seen.store().currency());
        String through =
                seen.through() == null
                        ? screen.say(seen.known() ? "stores.no_data" : "stores.not_looked")
                        : screen.words().date(seen.through());
        return seen.close()
                .map(close -> closed(seen, close, through, figures))
                .orElseGet(() -> open(seen, through, figures.words()));
    }

    private Line closed(Seen seen, DailyClose close, String through, Figures figures) {
        Words words = figures.words();
        Metric metric = catalog.of(close.goalMetric());
        VerdictCard verdict = VerdictCard.of(close, metric, figures);
        MonthCard month = MonthCard.of(close, metric, figures);
        boolean money = metric.unit() == Metric.Unit.MONEY;
        boolean current = !close.date().isBefore(seen.yesterday());
        return new Line(
                seen.store().id(),
                seen.store().name(),
                seen.sample(),
                verdict.kind(),
                verdict.label(),
                verdict.marks(words),
                words.shortDay(close.date()),
                figures.difference(VerdictCard.line(close).gap(), metric),
                close.date(),
                month.goal().known()
                        ? words.say("web.month.of", month.toDate().text(), month.goal().text())
                        : month.toDate().text(),
                month.surplus(),
                through,
                hands(seen, close, words),
                money
                        ? List.of(
                                VerdictCard.line(close).gap(),
                                close.month().toDate(),
                                close.month().goal(),
                                Optional.ofNullable(surplus(close))
                                        .map(MetricValue::known)
                                        .orElse(MetricValue.missing("no_goal")))
                        : NONE,
                new StoresView.Stake(
                        money && current
                                ? VerdictCard.line(close).gap().known().orElse(null)
                                : null,
                        money ? surplus(close) : null));
    }

    private static @Nullable BigDecimal surplus(DailyClose close) {
        return close.month()
                .projection()
                .known()
                .flatMap(end -> close.month().goal().known().map(end::subtract))
                .orElse(null);
    }

    private static Line open(Seen seen, String through, Words words) {
        return new Line(
                seen.store().id(),
                seen.store().name(),
                seen.sample(),
                "no_data",
                words.say(
                        seen.through() == null ? "web.verdict.label.no_data" : "stores.not_closed"),
                List.of(),
                "",
                Shown.missing(words.say("stores.never_closed")),
                null,
                "",
                null,
                through,
                hands(seen, null, words),
                NONE,
                new StoresView.Stake(null, null));
    }

    private static List<Hand> hands(Seen seen, @Nullable DailyClose close, Words words) {
        List<Hand> hands = new ArrayList<>();
        boolean manages = seen.role().covers(Role.MANAGER);
        String store = "/s/" + seen.store().id();
        if (seen.waiting() > 0) {
            hands.add(
                    new Hand(
                            words.say("web.quarantine.link", seen.waiting()),
                            manages ? store + "/quarantine" : ""));
        }
        if (seen.known() && seen.through() == null) {
            hands.add(new Hand(words.say("stores.hand.data"), manages ? store + "/import" : ""));
        } else if (seen.through() != null && seen.through().isBefore(seen.yesterday())) {
            long days = seen.yesterday().toEpochDay() - seen.through().toEpochDay();
            hands.add(
                    new Hand(
                            words.say("stores.hand.stale", days),
                            manages ? store + "/sources" : ""));
        }
        if (!seen.isClosed()) {
            hands.add(new Hand(words.say("stores.not_closed"), store));
        }
        if (close != null && close.month().goal().known().isEmpty()) {
            hands.add(new Hand(words.say("web.verdict.label.no_goal"), store + "/goals"));
        }
        return hands;
    }
}
