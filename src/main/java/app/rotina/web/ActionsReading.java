package app.rotina.web;

import app.rotina.kernel.Days;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.routine.ActionEffect;
import app.rotina.routine.ActionEffects;
import app.rotina.routine.ActionKeeping;
import app.rotina.routine.EffectBook;
import app.rotina.routine.checks.TaskEnding;
import app.rotina.state.Action;
import app.rotina.state.ActionChanges;
import app.rotina.state.ActionKind;
import app.rotina.state.Actions;
import app.rotina.state.Tasks;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
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
    private final ActionChanges changes;
    private final ActionKeeping keeping;
    private final ActionEffects effects;
    private final EffectBook book;
    private final OutcomeWords outcomes;
    private final Tasks tasks;
    private final TaskEnding ending;
    private final Clock clock;

    ActionsReading(
            Catalog catalog,
            Actions actions,
            ActionChanges changes,
            ActionKeeping keeping,
            ActionEffects effects,
            EffectBook book,
            OutcomeWords outcomes,
            Tasks tasks,
            TaskEnding ending,
            Clock clock) {
        this.catalog = catalog;
        this.actions = actions;
        this.changes = changes;
        this.keeping = keeping;
        this.effects = effects;
        this.book = book;
        this.outcomes = outcomes;
        this.tasks = tasks;
        this.ending = ending;
        this.clock = clock;
    }

    /**
     * What a page's address asks for.
     *
     * @param id the action to answer about; absence: the latest
     * @param kind absence: of every kind
     * @param task what a new one is done for; absence: no task
     */
    record Asked(@Nullable Long id, @Nullable String kind, @Nullable Long task) {
        static final Asked ALL = new Asked(null, null, null);

        boolean takes(Action action) {
            return kind == null || kind.isEmpty() || action.change().kind() == ActionKind.of(kind);
        }
    }

    ActionsView view(Screen screen, Asked asked) {
        Store store = screen.store();
        List<Action> recorded = actions.of(store.id());
        List<Action> all = recorded.stream().filter(asked::takes).toList();
        @Nullable Long id = asked.id();
        @Nullable Action chosen =
                id == null ? all.stream().findFirst().orElse(null) : actions.of(store.id(), id);
        return new ActionsView(
                all.stream().map(action -> row(screen, action, chosen)).toList(),
                chosen == null || asked.task() != null ? null : answer(screen, chosen),
                metrics(screen),
                screen.mayWork() ? places(screen) : List.of(),
                kinds(screen, recorded, asked),
                form(screen, asked.task()));
    }

    private static List<ActionsView.Choice> kinds(
            Screen screen, List<Action> recorded, Asked asked) {
        List<ActionKind> known =
                recorded.stream()
                        .map(action -> action.change().kind())
                        .distinct()
                        .sorted()
                        .toList();
        return known.size() < 2
                ? List.of()
                : known.stream()
                        .map(kind -> kind(screen, kind, kind.id().equals(asked.kind())))
                        .toList();
    }

    private static ActionsView.Choice kind(Screen screen, ActionKind kind, boolean current) {
        return new ActionsView.Choice(kind.id(), OutcomeWords.kindLabel(screen, kind), current);
    }

    private ActionsView.Form form(Screen screen, @Nullable Long task) {
        ActionKeeping.@Nullable Said said =
                task == null
                        ? null
                        : ending.proposal(screen.store(), tasks.of(screen.store().id(), task));
        List<String> where = said == null || said.where() == null ? List.of() : said.where();
        String kind = said == null ? ActionKind.OTHER.id() : String.valueOf(said.kind());
        return new ActionsView.Form(
                task == null ? "" : task.toString(),
                said == null ? "" : String.valueOf(said.name()),
                said == null ? "" : String.valueOf(said.name()),
                where,
                said == null ? screen.store().basis().metric() : String.valueOf(said.metric()),
                said == null ? "" : String.valueOf(said.from()),
                said == null || said.reason() == null ? "" : said.reason(),
                Arrays.stream(ActionKind.values())
                        .map(one -> kind(screen, one, one.id().equals(kind)))
                        .toList());
    }

    private ActionsView.Row row(Screen screen, Action action, @Nullable Action chosen) {
        return new ActionsView.Row(
                action.id(),
                OutcomeWords.kindLabel(screen, action.change().kind()),
                catalog.of(action.metric()).label(screen.words().texts()),
                when(screen, action),
                action.change().reason(),
                outcomes.of(screen, book.of(action)),
                action.equals(chosen));
    }

    private static String when(Screen screen, Action action) {
        Words words = screen.words();
        @Nullable LocalTime time = action.time();
        @Nullable LocalDate to = action.to();
        String from =
                time == null
                        ? words.day(action.from())
                        : words.say("web.actions.at", words.day(action.from()), time.toString());
        return to == null
                ? words.say("web.actions.since", from)
                : words.say("web.actions.between", from, words.day(to));
    }

    private ActionsView.Answer answer(Screen screen, Action action) {
        ActionEffect effect = effects.of(screen.store(), action.id(), null);
        Metric metric = catalog.of(action.metric());
        EffectWords words = new EffectWords(screen, metric, effect);
        EffectBook.Entry kept = book.of(action);
        return new ActionsView.Answer(
                action.id(),
                action.name(),
                touched(screen, action),
                when(screen, action),
                words.kind(),
                screen.say("effect.verdict." + effect.verdict().id()),
                words.sentence(),
                words.lines(),
                outcomes.change(screen, action.change()),
                action.change().reason(),
                kept.effect() == null ? null : outcomes.of(screen, kept),
                screen.say(
                        "web.actions.recorded",
                        screen.words().who(action.who()),
                        screen.words().moment(action.at(), screen.store().zone())),
                changes.latest(action.id()).map(last -> changed(screen, last)).orElse(""),
                terms(screen, action),
                words.plot());
    }

    private static String changed(Screen screen, ActionChanges.Change last) {
        return screen.say(
                "web.actions.changed",
                screen.words().who(last.who()),
                screen.words().moment(last.at(), screen.store().zone()));
    }

    private static ActionsView.Terms terms(Screen screen, Action action) {
        String became = action.change().became();
        boolean number = action.change().kind().measure() != ActionKind.Measure.WORDS;
        return new ActionsView.Terms(
                action.time() == null ? "" : action.time().toString(),
                action.to() == null ? "" : action.to().toString(),
                number && !became.isEmpty()
                        ? Typed.text(new BigDecimal(became), screen.words())
                        : became,
                action.change().reason());
    }

    private static String touched(Screen screen, Action action) {
        return action.where().isEmpty()
                ? screen.say("web.actions.whole")
                : action.where().stream()
                        .map(place ->
                                screen.words().texts().value(place.dimension(), place.value()))
                        .collect(Collectors.joining(", "));
    }

    /** What an action can move. */
    List<ActionsView.Choice> metrics(Screen screen) {
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
    List<ActionsView.Group> places(Screen screen) {
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
