package app.rotina.report;

import app.rotina.insight.effect.Finding.Measured;
import app.rotina.insight.effect.Verdict;
import app.rotina.kernel.Days;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metric.Unit;
import app.rotina.report.Paper.Line;
import app.rotina.report.Paper.Lines;
import app.rotina.routine.ActionEffect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the store did, and what came of it. */
public record ActionWords(Telling telling) {

    Optional<Lines> block() {
        List<ActionEffect> actions = telling.report().actions();
        return actions.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Lines(
                                telling.say("actions.title"),
                                actions.stream().map(this::line).toList()));
    }

    /** Its name, days and verdict, and below it what it brought, with its range. */
    public Line line(ActionEffect effect) {
        List<String> details = new ArrayList<>();
        details.add(sentence(effect));
        @Nullable Measured measured = effect.measured();
        if (measured != null) {
            details.add(range(effect, measured));
        }
        return new Line(tone(effect.verdict()), name(effect), details);
    }

    private static String tone(Verdict verdict) {
        return switch (verdict) {
            case WORKED -> "gain";
            case MADE_IT_WORSE -> "loss";
            case NO_EFFECT_SEEN, CANNOT_TELL -> Paper.Cell.EVEN;
        };
    }

    private String name(ActionEffect effect) {
        String verdict = telling.texts().say("effect.verdict." + effect.verdict().id());
        return telling.say("actions.line", effect.action().name(), when(effect), verdict);
    }

    private String when(ActionEffect effect) {
        String from = telling.formats().date(effect.action().from());
        @Nullable LocalDate to = effect.action().to();
        return to == null
                ? telling.say("actions.since", from)
                : telling.say("actions.between", from, telling.formats().date(to));
    }

    private String sentence(ActionEffect effect) {
        @Nullable Measured measured = effect.measured();
        if (measured == null) {
            return telling.texts().say("effect.reason." + effect.reason());
        }
        String direction = measured.effect() < 0 ? ".down" : ".up";
        return telling.texts()
                .say(
                        "effect.said." + effect.verdict().id() + (seen(effect) ? direction : ""),
                        telling.label(effect.action().metric()),
                        perDay(effect, text(effect, Math.abs(measured.effect()))));
    }

    /** The money of all days where there is some, else the range of a day. */
    private String range(ActionEffect effect, Measured measured) {
        Days window = Objects.requireNonNull(effect.window());
        int days = window.count();
        return adds(effect) && seen(effect)
                ? telling.texts()
                        .say(
                                "effect.total",
                                days,
                                signed(effect, measured.effect() * days),
                                signed(effect, measured.low() * days),
                                signed(effect, measured.high() * days))
                : telling.texts()
                        .say(
                                "effect.range",
                                signed(effect, measured.low()),
                                perDay(effect, signed(effect, measured.high())));
    }

    private static boolean seen(ActionEffect effect) {
        return effect.verdict() == Verdict.WORKED || effect.verdict() == Verdict.MADE_IT_WORSE;
    }

    private String perDay(ActionEffect effect, String figure) {
        return adds(effect) ? telling.texts().say("effect.per_day", figure) : figure;
    }

    private boolean adds(ActionEffect effect) {
        Unit unit = metric(effect).unit();
        return unit == Unit.MONEY || unit == Unit.COUNT;
    }

    private Metric metric(ActionEffect effect) {
        return telling.catalog().of(effect.action().metric());
    }

    private String text(ActionEffect effect, double value) {
        Unit unit = metric(effect).unit();
        BigDecimal number = BigDecimal.valueOf(value);
        return unit == Unit.COUNT
                ? telling.formats().decimal(number, 1)
                : telling.text(number, unit);
    }

    private String signed(ActionEffect effect, double value) {
        Unit unit = metric(effect).unit();
        BigDecimal number = BigDecimal.valueOf(value);
        return unit == Unit.COUNT
                ? telling.formats().signed(number, 1)
                : telling.signed(number, unit);
    }
}
