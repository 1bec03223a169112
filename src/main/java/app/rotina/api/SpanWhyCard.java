package app.rotina.api;

import app.rotina.metrics.Catalog;
import app.rotina.routine.SpanWhy;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a day, or several together, brought what they brought.
 *
 * @param actual of the days that are known, and so the rest; null: of none
 * @param leftOut days on which the figure, or what it is held to, is not known
 * @param compared the days that tell what is usual, or that these are held to
 */
record SpanWhyCard(
        String store,
        LocalDate from,
        LocalDate to,
        String currency,
        String metric,
        @Nullable Object actual,
        @Nullable Object expected,
        WhyCard why,
        @JsonProperty("left_out") List<LocalDate> leftOut,
        List<LocalDate> compared) {

    static SpanWhyCard of(SpanWhy told, Catalog catalog) {
        Figures figures = new Figures(catalog, told.currency());
        return new SpanWhyCard(
                told.store(),
                told.days().from(),
                told.days().to(),
                told.currency().getCurrencyCode(),
                told.metric(),
                written(figures, told.metric(), told.actual()),
                written(figures, told.metric(), told.expected()),
                WhyCard.of(told.why(), amount -> figures.of(told.metric(), amount)),
                told.leftOut(),
                told.compared());
    }

    private static @Nullable Object written(
            Figures figures, String metric, @Nullable BigDecimal value) {
        return value == null ? null : figures.of(metric, value);
    }
}
