package app.rotina.routine;

import app.rotina.goals.DriverModel;
import app.rotina.insight.EvenGrowth;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.routine.ExpectedDrivers.Expected;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.routine.MonthPlan.Lever;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans a month to come by its goal and the drivers as they are projected, and takes plans over.
 */
@Component
public class MonthPlans {
    private static final MathContext EXACT = MathContext.DECIMAL64;
    private static final MathContext SHOWN = new MathContext(4, RoundingMode.HALF_UP);

    private final MonthOutlooks outlooks;
    private final GoalSetting setting;

    MonthPlans(MonthOutlooks outlooks, GoalSetting setting) {
        this.outlooks = outlooks;
        this.setting = setting;
    }

    /**
     * What is planned.
     *
     * @param goal what the month is to bring
     * @param asOf the last day that counts as known
     */
    public record Wanted(YearMonth month, String metric, BigDecimal goal, LocalDate asOf) {}

    public MonthPlan of(Store store, Wanted wanted) {
        MetricValue projection =
                outlooks.of(
                                store,
                                new MonthOutlooks.Asked(
                                        wanted.month(), wanted.metric(), wanted.asOf()))
                        .outlook()
                        .projection();
        List<Expected> levers =
                Drivers.REVENUES.contains(wanted.metric())
                        ? outlooks.expected(store, wanted.month(), wanted.asOf()).stream()
                                .filter(Expected::isLever)
                                .toList()
                        : List.of();
        Optional<BigDecimal> growth =
                projection
                        .known()
                        .filter(end -> end.signum() > 0 && !levers.isEmpty())
                        .map(end -> wanted.goal().divide(end, EXACT))
                        .map(all -> EvenGrowth.each(all, levers.size()));
        return new MonthPlan(
                wanted.month(),
                wanted.metric(),
                wanted.goal(),
                projection,
                growth.map(MetricValue::known)
                        .orElseGet(() -> MetricValue.missing("short_history")),
                growth.filter(each -> each.compareTo(BigDecimal.ONE) > 0)
                        .map(each -> levers(store, wanted, levers, each))
                        .orElse(List.of()));
    }

    private List<Lever> levers(
            Store store, Wanted wanted, List<Expected> levers, BigDecimal growth) {
        DriverModel model = DriverModel.of(store.identity(), false);
        return levers.stream()
                .map(lever -> {
                    BigDecimal expected = lever.value().known().orElseThrow();
                    BigDecimal needed = expected.multiply(growth, EXACT);
                    return new Lever(
                            lever.metric(), expected, needed, goal(model, wanted, lever, needed));
                })
                .toList();
    }

    /** Of what adds up the sum of the month; of an order's value the same on every day. */
    private MetricValue goal(DriverModel model, Wanted wanted, Expected lever, BigDecimal needed) {
        if (lever.metric().equals(model.rate()) || lever.metric().equals(model.count())) {
            return MetricValue.missing("follows");
        }
        int days = wanted.month().lengthOfMonth();
        return MetricValue.known(
                setting.isPhased(lever.metric())
                        ? needed.multiply(BigDecimal.valueOf(days))
                                .round(SHOWN)
                                .setScale(0, RoundingMode.HALF_UP)
                        : needed.round(SHOWN).setScale(2, RoundingMode.HALF_UP));
    }

    /** Sets the plan as the month's goals; all of them, or none where one is refused. */
    @Transactional
    public void takeOver(Store store, MonthPlan plan, String who) {
        setting.set(store, new Aim(plan.metric(), null, plan.month()), plan.goal(), who);
        for (Lever lever : plan.levers()) {
            Aim aim = new Aim(lever.metric(), null, plan.month());
            lever.goal()
                    .known()
                    .ifPresent(goal -> {
                        if (setting.isPhased(lever.metric())) {
                            setting.set(store, aim, goal, who);
                        } else {
                            setting.setSteady(store, aim, goal, who);
                        }
                    });
        }
    }
}
