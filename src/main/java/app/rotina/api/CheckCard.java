package app.rotina.api;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Texts;
import app.rotina.metrics.FigureText;
import app.rotina.report.FindingWords;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.Finding;
import app.rotina.routine.checks.Result;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a check stood on a day.
 *
 * @param stake the money of one day that everything found costs
 */
record CheckCard(
        String id,
        LocalDate day,
        String label,
        String job,
        String metric,
        String unit,
        String outcome,
        @Nullable String missing,
        String stake,
        String todo,
        List<FindingCard> findings) {

    /**
     * One thing that it found; {@code stake} is money, {@code 0} where it cannot be told.
     *
     * @param says it as a sentence, in the language that was asked for
     * @param said what a person said of it; absence: data found it
     */
    record FindingCard(
            String says,
            Map<String, String> where,
            @Nullable Object value,
            @Nullable Object usual,
            String stake,
            @Nullable String said) {
        static FindingCard of(Check check, Finding found, Figures figures, Texts texts) {
            FigureText text = FigureText.of(figures.currency(), texts.locale());
            return new FindingCard(
                    new FindingWords(figures.catalog(), text).says(check, found),
                    found.where(),
                    figure(check, found.value(), figures),
                    figure(check, found.usual(), figures),
                    figures.money(found.stake()),
                    found.said());
        }

        private static @Nullable Object figure(
                Check check, @Nullable BigDecimal value, Figures figures) {
            if (value == null || check.metric().isEmpty()) {
                return value == null ? null : value.toPlainString();
            }
            return figures.of(check.metric().get(), MetricValue.known(value));
        }
    }

    static CheckCard of(Result result, Figures figures, Texts texts) {
        Check check = result.check();
        return new CheckCard(
                check.id(),
                result.day(),
                check.label(texts),
                check.job().id(),
                check.metric().orElse(""),
                check.unit(figures.catalog()).id(),
                result.outcome().name().toLowerCase(Locale.ROOT),
                result.missing(),
                figures.money(result.stake()),
                check.todo(texts),
                result.findings().stream()
                        .map(found -> FindingCard.of(check, found, figures, texts))
                        .toList());
    }
}
