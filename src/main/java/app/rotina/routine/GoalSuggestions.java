package app.rotina.routine;

import app.rotina.goals.GoalSuggestion;
import app.rotina.kernel.Days;
import app.rotina.kernel.Store;
import app.rotina.routine.GoalSetting.Aim;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Suggests a goal for a month that has none, from what the store's days brought. */
@Component
public final class GoalSuggestions {
    private static final int YEARS_OF_HISTORY = 3;

    private final Seasons seasons;
    private final GoalSetting setting;
    private final Clock clock;

    GoalSuggestions(Seasons seasons, GoalSetting setting, Clock clock) {
        this.seasons = seasons;
        this.setting = setting;
        this.clock = clock;
    }

    /** Empty where too little is known, or where the days of the metric do not add up. */
    public Optional<GoalSuggestion> of(Store store, Aim aim) {
        if (!setting.isPhased(aim.metric())) {
            return Optional.empty();
        }
        LocalDate first = aim.month().atDay(1).minusYears(YEARS_OF_HISTORY);
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), store.zone()).minusDays(1);
        LocalDate end = aim.month().atEndOfMonth();
        LocalDate last = yesterday.isBefore(end) ? yesterday : end;
        if (last.isBefore(first)) {
            return Optional.empty();
        }
        SortedMap<LocalDate, BigDecimal> daily =
                new TreeMap<>(seasons.daily(store, aim, new Days(first, last)));
        return GoalSuggestion.of(aim.month(), daily, seasons.weights(store, aim));
    }
}
