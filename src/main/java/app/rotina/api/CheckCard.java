package app.rotina.api;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Texts;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.Finding;
import app.rotina.routine.checks.Result;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a check stood on a day.
 *
 * @param finds what it says of a finding: a pattern with {@code where}, {@code value} and {@code
 *     usual}
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
        String finds,
        String todo,
        List<FindingCard> findings) {

    /** One thing that it found; {@code stake} is money, {@code 0} where it cannot be told. */
    record FindingCard(
            Map<String, String> where,
            @Nullable Object value,
            @Nullable Object usual,
            String stake) {
        static FindingCard of(Check check, Finding found, Figures figures) {
            String metric = check.rule().metric();
            return new FindingCard(
                    found.where(),
                    figures.of(metric, MetricValue.known(found.value())),
                    figures.of(metric, MetricValue.known(found.usual())),
                    figures.money(found.stake()));
        }
    }

    static CheckCard of(Result result, Figures figures, Texts texts) {
        Check check = result.check();
        return new CheckCard(
                check.id(),
                result.day(),
                check.label(texts),
                check.job().id(),
                check.rule().metric(),
                figures.catalog().of(check.rule().metric()).unit().id(),
                result.outcome().name().toLowerCase(Locale.ROOT),
                result.missing(),
                figures.money(result.stake()),
                check.finds(texts),
                check.todo(texts),
                result.findings().stream()
                        .map(found -> FindingCard.of(check, found, figures))
                        .toList());
    }
}
