package app.rotina.web;

import app.rotina.goals.GoalSuggestion;
import app.rotina.goals.GoalSuggestion.LastYear;
import app.rotina.goals.GoalSuggestion.RunRate;
import app.rotina.goals.MonthGoal;
import app.rotina.goals.SteadyGoal;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metric.Unit;
import app.rotina.routine.GoalSetting;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.routine.GoalSuggestions;
import app.rotina.routine.QuickEntry;
import app.rotina.routine.Seasons;
import app.rotina.state.Goals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a month's goals for their page. */
@Component
class GoalsReading {
    private final Catalog catalog;
    private final Goals goals;
    private final GoalSetting setting;
    private final GoalSuggestions suggestions;
    private final Seasons seasons;

    GoalsReading(
            Catalog catalog,
            Goals goals,
            GoalSetting setting,
            GoalSuggestions suggestions,
            Seasons seasons) {
        this.catalog = catalog;
        this.goals = goals;
        this.setting = setting;
        this.suggestions = suggestions;
        this.seasons = seasons;
    }

    /**
     * @param typed what was typed and refused; absence: nothing
     */
    GoalsView view(Screen screen, Aim aim, @Nullable String typed) {
        Store store = screen.store();
        Metric metric = catalog.of(aim.metric());
        List<MonthGoal> month = goals.of(store.id(), aim.month());
        Optional<MonthGoal> goal = phased(month, aim);
        Optional<BigDecimal> value = goal.map(MonthGoal::value).or(() -> steady(store, aim));
        boolean percent = metric.unit() == Unit.RATIO;
        return new GoalsView(
                aim.month(),
                screen.words().month(aim.month()),
                aim.metric(),
                Objects.requireNonNullElse(aim.channel(), ""),
                choices(screen, month, aim),
                setting.isPhased(aim.metric()) ? channels(screen, month, aim) : List.of(),
                typed == null ? value.map(one -> field(one, percent, screen)).orElse("") : typed,
                percent,
                value.map(one -> screen.figures().text(one, metric.unit())).orElse(null),
                goal.map(one -> GoalsView.days(one, metric, known(store, aim), screen.figures()))
                        .orElse(List.of()),
                value.isPresent() ? null : suggestion(screen, metric, aim),
                split(screen, metric, month));
    }

    Optional<MonthGoal> phased(Store store, Aim aim) {
        return phased(goals.of(store.id(), aim.month()), aim);
    }

    private static Optional<MonthGoal> phased(List<MonthGoal> month, Aim aim) {
        return month.stream()
                .filter(goal -> goal.metric().equals(aim.metric()))
                .filter(goal -> Objects.equals(goal.channel(), aim.channel()))
                .findFirst();
    }

    private Optional<BigDecimal> steady(Store store, Aim aim) {
        return goals.steady(store.id(), aim.month()).stream()
                .filter(goal -> goal.metric().equals(aim.metric()))
                .map(SteadyGoal::value)
                .findFirst();
    }

    private static String field(BigDecimal value, boolean percent, Screen screen) {
        return Typed.text(percent ? value.movePointRight(2) : value, screen.words());
    }

    private List<GoalsView.Choice> choices(Screen screen, List<MonthGoal> month, Aim aim) {
        List<String> set =
                Stream.concat(
                                month.stream().map(MonthGoal::metric),
                                goals.steady(screen.store().id(), aim.month()).stream()
                                        .map(SteadyGoal::metric))
                        .toList();
        return catalog.shown().stream()
                .filter(metric -> metric.id().equals(aim.metric()) || canHaveAGoal(metric))
                .map(metric ->
                        new GoalsView.Choice(
                                metric.id(),
                                metric.label(screen.words().texts()),
                                set.contains(metric.id()),
                                metric.id().equals(aim.metric())))
                .toList();
    }

    /**
     * What a shop wants more of, or a rate it wants to keep; no levels, and no sums that run on.
     */
    private boolean canHaveAGoal(Metric metric) {
        boolean rate = metric.formula() != null && metric.formula().divides();
        return setting.isPhased(metric.id()) ? metric.upIsGood() : rate;
    }

    private static List<GoalsView.Choice> channels(Screen screen, List<MonthGoal> month, Aim aim) {
        List<GoalsView.Choice> channels = new ArrayList<>();
        for (String channel : QuickEntry.CHANNELS) {
            boolean set =
                    month.stream()
                            .anyMatch(goal ->
                                    goal.metric().equals(aim.metric())
                                            && channel.equals(goal.channel()));
            channels.add(
                    new GoalsView.Choice(
                            channel,
                            screen.say("value.channel." + channel),
                            set,
                            channel.equals(aim.channel())));
        }
        return channels;
    }

    private GoalsView.Known known(Store store, Aim aim) {
        Map<LocalDate, MetricValue> actual = new HashMap<>();
        seasons.daily(store, aim, Days.of(aim.month()))
                .forEach((day, value) -> actual.put(day, MetricValue.known(value)));
        return new GoalsView.Known(actual, setting.openFrom(store, aim.month()));
    }

    private GoalsView.@Nullable Suggestion suggestion(Screen screen, Metric metric, Aim aim) {
        return suggestions
                .of(screen.store(), aim)
                .map(one ->
                        new GoalsView.Suggestion(
                                Typed.text(one.value(), screen.words()),
                                screen.figures().text(one.value(), metric.unit()),
                                reckoning(one, metric, screen)))
                .orElse(null);
    }

    private static String reckoning(GoalSuggestion suggestion, Metric metric, Screen screen) {
        return switch (suggestion.reckoning()) {
            case LastYear(BigDecimal brought, BigDecimal growth, BigDecimal calendar) ->
                    screen.say(
                            "goals.suggested.last_year",
                            screen.figures().text(brought, metric.unit()),
                            change(growth, screen),
                            change(calendar, screen));
            case RunRate(BigDecimal brought, int days) ->
                    screen.say(
                            "goals.suggested.run_rate",
                            screen.figures().text(brought, metric.unit()),
                            days);
        };
    }

    private static String change(BigDecimal factor, Screen screen) {
        return screen.words().signedPercent(factor.subtract(BigDecimal.ONE), 1);
    }

    /** The channels' goals, what the store's goal holds beside them, and the store's goal. */
    private static List<GoalsView.Share> split(
            Screen screen, Metric metric, List<MonthGoal> month) {
        List<MonthGoal> all =
                month.stream().filter(goal -> goal.metric().equals(metric.id())).toList();
        List<MonthGoal> channels = all.stream().filter(goal -> goal.channel() != null).toList();
        if (channels.isEmpty()) {
            return List.of();
        }
        BigDecimal sum =
                channels.stream().map(MonthGoal::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<BigDecimal> whole =
                all.stream()
                        .filter(goal -> goal.channel() == null)
                        .map(MonthGoal::value)
                        .findFirst();
        Sharing sharing = new Sharing(screen, metric, whole.orElse(sum));
        List<GoalsView.Share> shares = new ArrayList<>();
        for (MonthGoal goal : channels) {
            shares.add(sharing.of("value.channel." + goal.channel(), goal.value(), false));
        }
        if (whole.isPresent()) {
            shares.add(sharing.of("value.channel.rest", whole.get().subtract(sum), false));
            shares.add(sharing.of("web.goals.store", whole.get(), true));
        } else {
            shares.add(sharing.of("web.goals.channels_sum", sum, true));
        }
        return shares;
    }

    private record Sharing(Screen screen, Metric metric, BigDecimal whole) {

        GoalsView.Share of(String name, BigDecimal goal, boolean isWhole) {
            String share =
                    whole.signum() == 0
                            ? ""
                            : screen.words().percent(goal.divide(whole, MathContext.DECIMAL64), 1);
            return new GoalsView.Share(
                    screen.say(name), screen.figures().text(goal, metric.unit()), share, isWhole);
        }
    }
}
