package app.rotina.web;

import app.rotina.insight.effect.Verdict;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metric.Unit;
import app.rotina.routine.EffectBook;
import app.rotina.routine.KeptEffect;
import app.rotina.state.Action;
import app.rotina.state.ActionKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what came of actions, by the week. */
@Component
class OutcomeWords {
    private static final BigDecimal WEEK = BigDecimal.valueOf(7);

    private final Catalog catalog;

    OutcomeWords(Catalog catalog) {
        this.catalog = catalog;
    }

    Outcome of(Screen screen, EffectBook.Entry entry) {
        Action action = entry.action();
        @Nullable KeptEffect effect = entry.effect();
        @Nullable KeptEffect before = entry.before();
        return new Outcome(
                action.id(),
                action.name(),
                change(screen, action.change()),
                effect == null ? "pending" : kind(effect.verdict()),
                effect == null
                        ? screen.say("outcome.pending")
                        : screen.say("effect.verdict." + effect.verdict().id()),
                effect == null ? early(screen, entry) : sentence(screen, action, effect),
                effect == null ? "" : said(screen, effect, entry.next()),
                before == null
                        ? ""
                        : screen.say(
                                "outcome.restated",
                                screen.words().moment(before.at(), screen.store().zone()),
                                sentence(screen, action, before)),
                effect == null ? "" : next(screen, effect.verdict(), action.name()),
                action.task() == null ? "" : "/tasks/" + action.task());
    }

    /** From what to what; empty where nobody said. */
    String change(Screen screen, Action.Change change) {
        if (change.was().isEmpty() && change.became().isEmpty()) {
            return "";
        }
        return screen.say(
                "outcome.change",
                value(screen, change.kind(), change.was()),
                value(screen, change.kind(), change.became()));
    }

    static String kindLabel(Screen screen, ActionKind kind) {
        return screen.say("outcome.kind." + kind.id());
    }

    private static String value(Screen screen, ActionKind kind, String value) {
        if (value.isEmpty()) {
            return "—";
        }
        return switch (kind.measure()) {
            case MONEY -> screen.figures().text(new BigDecimal(value), Unit.MONEY);
            case COUNT -> screen.words().count(new BigDecimal(value));
            case WORDS -> value;
        };
    }

    private static String kind(Verdict verdict) {
        return switch (verdict) {
            case WORKED -> "met";
            case MADE_IT_WORSE -> "missed";
            case NO_EFFECT_SEEN, CANNOT_TELL -> "plain";
        };
    }

    private static String early(Screen screen, EffectBook.Entry entry) {
        @Nullable LocalDate next = entry.next();
        return next == null
                ? ""
                : screen.say("outcome.early", screen.words().day(next.plusDays(1)));
    }

    private String sentence(Screen screen, Action action, KeptEffect effect) {
        KeptEffect.@Nullable Figures figures = effect.figures();
        if (figures == null) {
            return screen.say("effect.reason." + effect.reason());
        }
        Metric metric = catalog.of(action.metric());
        boolean adds = metric.unit() == Unit.MONEY || metric.unit() == Unit.COUNT;
        BigDecimal times = adds ? WEEK : BigDecimal.ONE;
        String key = "outcome." + effect.verdict().id() + (adds ? "" : ".rate");
        return screen.say(
                key,
                metric.label(screen.words().texts()),
                signed(screen, metric, figures.effect().multiply(times)),
                signed(screen, metric, figures.low().multiply(times)),
                signed(screen, metric, figures.high().multiply(times)),
                text(screen, metric, figures.visible().multiply(times)));
    }

    private static String signed(Screen screen, Metric metric, BigDecimal value) {
        return metric.unit() == Unit.COUNT
                ? screen.words().signed(value, 0)
                : screen.figures().signed(value, metric.unit());
    }

    private static String text(Screen screen, Metric metric, BigDecimal value) {
        return metric.unit() == Unit.COUNT
                ? screen.words().decimal(value, 0)
                : screen.figures().text(value, metric.unit());
    }

    private static String said(Screen screen, KeptEffect effect, @Nullable LocalDate next) {
        String through = screen.words().shortDay(effect.through());
        return next == null
                ? screen.say("outcome.last", through)
                : screen.say("outcome.again", through, screen.words().shortDay(next.plusDays(1)));
    }

    private static String next(Screen screen, Verdict verdict, String name) {
        return screen.say("outcome.next." + verdict.name().toLowerCase(Locale.ROOT), name);
    }
}
