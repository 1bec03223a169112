package app.rotina.web;

import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.routine.checks.Arranging;
import app.rotina.routine.checks.Cadence;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.Check.Severity;
import app.rotina.routine.checks.Checks;
import app.rotina.routine.checks.Packs;
import app.rotina.routine.checks.Rule;
import app.rotina.routine.checks.Way;
import app.rotina.state.Job;
import app.rotina.state.RoutineChoices.Change;
import app.rotina.web.CheckView.Choice;
import app.rotina.web.CheckView.Least;
import app.rotina.web.CheckView.Own;
import app.rotina.web.CheckView.Setting;
import app.rotina.web.CheckView.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a store can say of how it does a check. */
@Component
class CheckSettings {
    /** By which parts a figure can be shown beside a check. */
    private static final List<String> BY =
            List.of("channel", "category", "product", "payment_method", "device", "region");

    private final Arranging arranging;
    private final Checks checks;
    private final Packs packs;
    private final Catalog catalog;

    CheckSettings(Arranging arranging, Checks checks, Packs packs, Catalog catalog) {
        this.arranging = arranging;
        this.checks = checks;
        this.packs = packs;
        this.catalog = catalog;
    }

    Setting of(Screen screen, Check check, LocalDate today) {
        Store store = screen.store();
        Texts texts = screen.words().texts();
        Check usual = checks.of(check.id());
        Change change = arranging.changed(store, check.id());
        boolean byData = check.rule().isPresent();
        return new Setting(
                jobs(screen, check.job()),
                cadences(screen, check.cadence()),
                check.at().toString(),
                byData,
                byData ? severities(screen, check.severity()) : List.of(),
                new Text(typed(change.name()), usual.label(texts)),
                new Text(typed(change.look()), usual.look(texts)),
                new Text(typed(change.todo()), usual.todo(texts)),
                least(screen, usual.way(), change.least()),
                check.isOwn() ? own(screen, check) : null,
                today.plusYears(1).toString());
    }

    private static String typed(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static @Nullable Least least(Screen screen, Way usual, @Nullable BigDecimal typed) {
        return switch (usual) {
            case Rule.Above above -> new Least(text(screen, typed, above.limit(), 0), false);
            case Rule.Change change -> new Least(text(screen, typed, change.floor(), 2), true);
            case Rule.Judged judged -> null;
            case Way.Asking asking -> null;
        };
    }

    private static Text text(
            Screen screen, @Nullable BigDecimal typed, BigDecimal usual, int places) {
        Words words = screen.words();
        return new Text(
                typed == null ? "" : Typed.text(typed.movePointRight(places), words),
                Typed.text(usual.movePointRight(places), words));
    }

    private static List<Choice> severities(Screen screen, Severity current) {
        return Arrays.stream(Severity.values())
                .map(one -> {
                    String id = one.name().toLowerCase(Locale.ROOT);
                    return new Choice(id, screen.say("routine.severity." + id), one == current);
                })
                .toList();
    }

    private Own own(Screen screen, Check check) {
        return new Own(
                asks(screen, check.asks()),
                packs(screen, check.packs()),
                metrics(screen, check.evidence()),
                by(screen, check.evidenceBy()));
    }

    /** What a new check of the store's own can ask and show. */
    Own own(Screen screen) {
        return new Own(
                asks(screen, List.of()),
                packs(screen, List.of()),
                metrics(screen, List.of()),
                by(screen, List.of()));
    }

    private static List<Choice> asks(Screen screen, List<Way.Ask> asked) {
        return Arrays.stream(Way.Ask.values())
                .map(ask ->
                        new Choice(
                                ask.id(), screen.say("routine." + ask.id()), asked.contains(ask)))
                .toList();
    }

    private List<Choice> packs(Screen screen, List<String> current) {
        return packs.all().stream()
                .map(pack ->
                        new Choice(
                                pack.id(),
                                pack.label(screen.words().texts()),
                                current.contains(pack.id())))
                .toList();
    }

    private List<Choice> metrics(Screen screen, List<String> current) {
        return catalog.shown().stream()
                .map((Metric metric) ->
                        new Choice(
                                metric.id(),
                                metric.label(screen.words().texts()),
                                current.contains(metric.id())))
                .toList();
    }

    private static List<Choice> by(Screen screen, List<String> current) {
        return BY.stream()
                .map(by -> new Choice(by, screen.say("dimension." + by), current.contains(by)))
                .toList();
    }

    static List<Choice> jobs(Screen screen, Job current) {
        return Arrays.stream(Job.values())
                .map(job ->
                        new Choice(job.id(), screen.say("checks.job." + job.id()), job == current))
                .toList();
    }

    static List<Choice> cadences(Screen screen, Cadence current) {
        return Arrays.stream(Cadence.values())
                .map(one ->
                        new Choice(
                                one.id(),
                                screen.say("routine.cadence." + one.id()),
                                one == current))
                .toList();
    }
}
