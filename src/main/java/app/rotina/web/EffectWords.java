package app.rotina.web;

import app.rotina.insight.effect.Finding.Measured;
import app.rotina.insight.effect.Verdict;
import app.rotina.kernel.Days;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metric.Unit;
import app.rotina.routine.ActionEffect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether an action worked, in the words of a page. */
record EffectWords(Screen screen, Metric metric, ActionEffect effect) {
    private static final int MOST_NAMES = 6;

    String kind() {
        return switch (effect.verdict()) {
            case WORKED -> "met";
            case MADE_IT_WORSE -> "missed";
            case NO_EFFECT_SEEN, CANNOT_TELL -> "plain";
        };
    }

    String sentence() {
        @Nullable Measured measured = effect.measured();
        if (measured == null) {
            return screen.say("effect.reason." + effect.reason());
        }
        String direction = measured.effect() < 0 ? ".down" : ".up";
        return screen.say(
                "effect.said." + effect.verdict().id() + (seen() ? direction : ""),
                metric.label(screen.words().texts()),
                perDay(text(Math.abs(measured.effect()))));
    }

    private boolean seen() {
        return effect.verdict() == Verdict.WORKED || effect.verdict() == Verdict.MADE_IT_WORSE;
    }

    /** Amounts and counts add up over days; rates do not. */
    private boolean adds() {
        return metric.unit() == Unit.MONEY || metric.unit() == Unit.COUNT;
    }

    List<String> lines() {
        @Nullable Measured measured = effect.measured();
        if (measured == null) {
            return List.of();
        }
        Days window = Objects.requireNonNull(effect.window());
        List<String> lines = new ArrayList<>();
        lines.add(
                screen.say(
                        "effect.range", signed(measured.low()), perDay(signed(measured.high()))));
        lines.add(
                seen() && adds()
                        ? total(measured, window.count())
                        : screen.say("effect.visible", perDay(text(measured.smallestVisible()))));
        lines.add(by(window));
        lines.add(
                screen.say(
                        "effect.chance",
                        screen.words().percent(BigDecimal.valueOf(measured.p()), 1)));
        return lines;
    }

    @Nullable EffectPlot plot() {
        @Nullable Measured measured = effect.measured();
        return measured == null ? null : EffectPlot.of(effect, measured, metric, screen);
    }

    private String by(Days window) {
        Words words = screen.words();
        String from = words.shortDay(window.from());
        String to = words.shortDay(window.to());
        return effect.control().isEmpty()
                ? screen.say("effect.by.own", from, to)
                : screen.say(
                        "effect.by.control",
                        from,
                        to,
                        screen.say("dimension." + effect.dimension()),
                        names());
    }

    private String names() {
        String names =
                effect.control().stream()
                        .limit(MOST_NAMES)
                        .map(value -> screen.words().texts().value(effect.dimension(), value))
                        .collect(Collectors.joining(", "));
        return effect.control().size() > MOST_NAMES ? names + " …" : names;
    }

    private String total(Measured measured, int days) {
        return screen.say(
                "effect.total",
                days,
                signed(measured.effect() * days),
                signed(measured.low() * days),
                signed(measured.high() * days));
    }

    private String perDay(String figure) {
        return adds() ? screen.say("effect.per_day", figure) : figure;
    }

    private String text(double value) {
        return metric.unit() == Unit.COUNT
                ? screen.words().decimal(BigDecimal.valueOf(value), 1)
                : screen.figures().text(BigDecimal.valueOf(value), metric.unit());
    }

    private String signed(double value) {
        if (metric.unit() == Unit.COUNT) {
            return screen.words().signed(BigDecimal.valueOf(value), 1);
        }
        return screen.figures().signed(BigDecimal.valueOf(value), metric.unit());
    }
}
