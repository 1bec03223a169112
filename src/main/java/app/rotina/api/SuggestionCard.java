package app.rotina.api;

import app.rotina.goals.GoalSuggestion;
import app.rotina.goals.GoalSuggestion.LastYear;
import app.rotina.goals.GoalSuggestion.RunRate;
import app.rotina.kernel.MetricValue;
import app.rotina.routine.GoalSetting.Aim;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a month's goal could be, and how that was reckoned.
 *
 * @param value null: too little is known
 * @param method {@code last_year} (brought × growth × calendar) or {@code run_rate} (what so many
 *     days brought, carried on)
 * @param growth as a factor: 1.12 is 12 % more than a year before
 * @param calendar this year's weekdays and events against last year's, as a factor
 */
record SuggestionCard(
        String metric,
        @Nullable String channel,
        YearMonth month,
        @Nullable Object value,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String method,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object brought,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String growth,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String calendar,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer days) {

    static SuggestionCard none(Aim aim) {
        return new SuggestionCard(
                aim.metric(), aim.channel(), aim.month(), null, null, null, null, null, null);
    }

    static SuggestionCard of(Aim aim, GoalSuggestion suggestion, Figures figures) {
        Object value = figures.of(aim.metric(), MetricValue.known(suggestion.value()));
        return switch (suggestion.reckoning()) {
            case LastYear(BigDecimal brought, BigDecimal growth, BigDecimal calendar) ->
                    new SuggestionCard(
                            aim.metric(),
                            aim.channel(),
                            aim.month(),
                            value,
                            "last_year",
                            figures.of(aim.metric(), MetricValue.known(brought)),
                            factor(growth),
                            factor(calendar),
                            null);
            case RunRate(BigDecimal brought, int days) ->
                    new SuggestionCard(
                            aim.metric(),
                            aim.channel(),
                            aim.month(),
                            value,
                            "run_rate",
                            figures.of(aim.metric(), MetricValue.known(brought)),
                            null,
                            null,
                            days);
        };
    }

    private static String factor(BigDecimal factor) {
        return factor.setScale(4, RoundingMode.HALF_UP).toPlainString();
    }
}
