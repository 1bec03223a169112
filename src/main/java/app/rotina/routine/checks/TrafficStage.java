package app.rotina.routine.checks;

import app.rotina.goals.CommercialCalendar;
import app.rotina.insight.effect.DidItWork;
import app.rotina.insight.effect.Finding.CannotTell;
import app.rotina.insight.effect.Finding.Measured;
import app.rotina.insight.effect.Trial;
import app.rotina.insight.effect.Verdict;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Daily;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import app.rotina.routine.Seasons;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Names the stage between a visit and its order whose rate of a fortnight costs most against what
 * it would have been by its own pattern, with the errors that this expectation made before.
 */
@Component
final class TrafficStage implements Judge {
    /** What its findings are told apart by: a stage, named by its rate. */
    static final String STAGE = "stage";

    private static final List<String> STAGES =
            List.of("bounce_rate", "add_to_cart_rate", "checkout_rate", "checkout_order_rate");

    private static final int DAYS_BEFORE = 364;
    private static final int LEAST_DAYS = 7;
    private static final int USUAL_DAYS = 28;
    private static final int WEEK = 7;

    /** Of the orders that would have been; less is not worth a task. */
    private static final double LEAST_LOST = .03;

    private static final Map<String, String> SITE = Map.of("channel", "site");
    private static final MathContext TOLD = new MathContext(6, RoundingMode.HALF_UP);

    private final Catalog catalog;
    private final Metrics metrics;
    private final Seasons seasons;

    TrafficStage(Catalog catalog, Metrics metrics, Seasons seasons) {
        this.catalog = catalog;
        this.metrics = metrics;
        this.seasons = seasons;
    }

    @Override
    public String id() {
        return "traffic_stage";
    }

    /** A stage as it went, and the share of orders that it lost or won. */
    private record Told(String stage, boolean worse, double now, double usual, double lost) {}

    @Override
    public Ruling on(Store store, Turn turn) {
        List<LocalDate> days = ordinary(store, turn);
        Daily daily = metrics.daily(store, STAGES, days);
        List<Told> told =
                STAGES.stream()
                        .flatMap(stage -> told(stage, rates(daily, days, stage), turn).stream())
                        .toList();
        if (told.isEmpty()) {
            return Ruling.untold(
                    metrics.value(store, "add_to_cart_rate", turn.days())
                            .missing()
                            .orElse("short_history"));
        }
        return Ruling.found(
                told.stream()
                        .filter(one -> one.worse() && one.lost() >= LEAST_LOST)
                        .max(Comparator.comparingDouble(Told::lost))
                        .map(one -> finding(store, one, turn))
                        .stream()
                        .toList());
    }

    /** Days that no event makes unlike others. */
    private List<LocalDate> ordinary(Store store, Turn turn) {
        CommercialCalendar calendar = seasons.calendar(store);
        return new Days(turn.first().minusDays(DAYS_BEFORE), turn.last())
                .stream().filter(day -> calendar.special(day).isEmpty()).toList();
    }

    /** A stage's rate on a day. */
    private record DayRate(LocalDate day, double rate) {}

    private static List<DayRate> rates(Daily daily, List<LocalDate> days, String stage) {
        List<DayRate> rates = new ArrayList<>();
        for (LocalDate day : days) {
            daily.on(day, stage)
                    .known()
                    .ifPresent(rate -> rates.add(new DayRate(day, Trial.figure(rate))));
        }
        return rates;
    }

    /** Empty: nothing can be said of it. */
    private Optional<Told> told(String stage, List<DayRate> rates, Turn turn) {
        int before = (int) rates.stream().filter(one -> one.day().isBefore(turn.first())).count();
        if (rates.size() - before < LEAST_DAYS) {
            return Optional.empty();
        }
        Trial trial =
                new Trial(
                        rates.stream().mapToDouble(DayRate::rate).toArray(),
                        new double[0][],
                        rates.stream().mapToInt(one -> weekday(one.day())).toArray(),
                        before);
        return switch (DidItWork.of(trial)) {
            case CannotTell untold -> Optional.empty();
            case Measured found -> Optional.of(told(stage, found));
        };
    }

    private static int weekday(LocalDate day) {
        return day.getDayOfWeek().getValue() % WEEK;
    }

    private Told told(String stage, Measured found) {
        boolean upIsGood = catalog.of(stage).upIsGood();
        double usual = mean(found.expected());
        double kept = upIsGood ? usual : 1 - usual; // who leaves at once never goes on
        double lost = (upIsGood ? -found.effect() : found.effect()) / kept;
        return new Told(
                stage,
                found.verdict(upIsGood) == Verdict.MADE_IT_WORSE,
                usual + found.effect(),
                usual,
                lost);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private Finding finding(Store store, Told stage, Turn turn) {
        BigDecimal lost =
                usualRevenue(store, turn)
                        .multiply(BigDecimal.valueOf(stage.lost()))
                        .setScale(
                                store.currency().getDefaultFractionDigits(), RoundingMode.HALF_UP);
        return new Finding(
                Map.of(STAGE, stage.stage()),
                new BigDecimal(stage.now(), TOLD),
                new BigDecimal(stage.usual(), TOLD),
                lost);
    }

    /** What the site brings on a day before the fortnight; zero where that is not known. */
    private BigDecimal usualRevenue(Store store, Turn turn) {
        String revenue = store.basis().metric();
        Days before = new Days(turn.first().minusDays(USUAL_DAYS), turn.first().minusDays(1));
        return metrics.answer(store, new Question(List.of(revenue), List.of(), before, SITE))
                .total()
                .getOrDefault(revenue, MetricValue.missing("no_source"))
                .known()
                .map(sum -> sum.divide(BigDecimal.valueOf(USUAL_DAYS), MathContext.DECIMAL64))
                .orElse(BigDecimal.ZERO);
    }
}
