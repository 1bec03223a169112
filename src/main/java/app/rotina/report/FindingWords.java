package app.rotina.report;

import app.rotina.metrics.Catalog;
import app.rotina.metrics.FigureText;
import app.rotina.metrics.Metric.Unit;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.Finding;
import com.ibm.icu.text.MessageFormat;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a check found, as a person reads it. */
public record FindingWords(Catalog catalog, FigureText figures) {

    public String says(Check check, Finding found) {
        @Nullable String said = found.said();
        if (said != null) {
            return found.value() == null
                    ? said
                    : figures.texts().say("checks.number", said, text(check, found.value()));
        }
        return new MessageFormat(check.finds(figures.texts()), figures.texts().locale())
                .format(
                        Map.of(
                                "where", where(found),
                                "value", text(check, found.value()),
                                "usual", text(check, found.usual())));
    }

    /** A number of no metric that a person gave is a count where it is whole. */
    private String text(Check check, @Nullable BigDecimal value) {
        if (value == null) {
            return "–";
        }
        boolean whole = check.metric().isEmpty() && value.stripTrailingZeros().scale() <= 0;
        return figures.text(value, whole ? Unit.COUNT : check.unit(catalog));
    }

    private String where(Finding found) {
        return found.where().isEmpty()
                ? figures.texts().say("checks.whole")
                : found.where().entrySet().stream()
                        .map(one -> figures.texts().value(one.getKey(), one.getValue()))
                        .collect(Collectors.joining(" · "));
    }
}
