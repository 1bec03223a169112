package app.rotina.web;

import app.rotina.kernel.Days;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.routine.ActionEffect;
import app.rotina.routine.ActionEffects;
import app.rotina.routine.ActionKeeping;
import app.rotina.state.Action;
import app.rotina.state.Actions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a store's actions for their page. */
@Component
class ActionsReading {
    private static final int DAYS_BACK = 90;
    private static final int MOST_VALUES = 30;

    private final Catalog catalog;
    private final Actions actions;
    private final ActionKeeping keeping;
    private final ActionEffects effects;
    private final Clock clock;

    ActionsReading(
            Catalog catalog,
            Actions actions,
            ActionKeeping keeping,
            ActionEffects effects,
            Clock clock) {
        this.catalog = catalog;
        this.actions = actions;
        this.keeping = keeping;
        this.effects = effects;
        this.clock = clock;
    }

    /**
     * @param id the action to answer about; absence: the latest
     */
    ActionsView view(Screen screen, @Nullable Long id) {
        Store store = screen.store();
        List<Action> all = actions.of(store.id());
        @Nullable Action chosen =
                id == null ? all.stream().findFirst().orElse(null) : actions.of(store.id(), id);
        return new ActionsView(
                all.stream().map(action -> row(screen, action, chosen)).toList(),
                chosen == null ? null : answer(screen, chosen),
                metrics(screen),
                screen.mayWork() ? places(screen) : List.of());
    }

    private ActionsView.Row row(Screen screen, Action action, @Nullable Action chosen) {
        return new ActionsView.Row(
                action.id(),
                action.name(),
                catalog.of(action.metric()).label(screen.words().texts()),
                when(screen, action),
                action.equals(chosen));
    }

    private static String when(Screen screen, Action action) {
        Words words = screen.words();
        @Nullable LocalDate to = action.to();
        return to == null
                ? words.say("web.actions.since", words.day(action.from()))
                : words.say("web.actions.between", words.day(action.from()), words.day(to));
    }

    private ActionsView.Answer answer(Screen screen, Action action) {
        ActionEffect effect = effects.of(screen.store(), action.id(), null);
        Metric metric = catalog.of(action.metric());
        EffectWords words = new EffectWords(screen, metric, effect);
        return new ActionsView.Answer(
                action.id(),
                action.name(),
                touched(screen, action),
                when(screen, action),
                words.kind(),
                screen.say("effect.verdict." + effect.verdict().id()),
                words.sentence(),
                words.lines(),
                screen.say(
                        "web.actions.recorded",
                        screen.words().who(action.who()),
                        screen.words().moment(action.at(), screen.store().zone())),
                words.plot());
    }

    private static String touched(Screen screen, Action action) {
        return action.where().isEmpty()
                ? screen.say("web.actions.whole")
                : action.where().stream()
                        .map(place ->
                                screen.words().texts().value(place.dimension(), place.value()))
                        .collect(Collectors.joining(", "));
    }

    private List<ActionsView.Choice> metrics(Screen screen) {
        String usual = screen.store().basis().metric();
        return catalog.shown().stream()
                .filter(metric -> metric.over() == Metric.Over.SUM)
                .map(metric ->
                        new ActionsView.Choice(
                                metric.id(),
                                metric.label(screen.words().texts()),
                                metric.id().equals(usual)))
                .toList();
    }

    /** The largest values of the last days by revenue. */
    private List<ActionsView.Group> places(Screen screen) {
        Store store = screen.store();
        String metric = store.basis().metric();
        LocalDate today = LocalDate.ofInstant(clock.instant(), store.zone());
        Days days = new Days(today.minusDays(DAYS_BACK), today);
        return keeping.dimensions(store, metric).stream()
                .map(dimension ->
                        new ActionsView.Group(
                                screen.say("dimension." + dimension),
                                keeping.values(store, metric, dimension, days).stream()
                                        .limit(MOST_VALUES)
                                        .map(value -> choice(screen, dimension, value))
                                        .toList()))
                .filter(group -> group.choices().size() > 1)
                .toList();
    }

    private static ActionsView.Choice choice(Screen screen, String dimension, String value) {
        String label = screen.words().texts().value(dimension, value);
        return new ActionsView.Choice(dimension + "=" + value, label, false);
    }
}
