package app.rotina.routine.checks;

import app.rotina.insight.demand.Abc;
import app.rotina.insight.rates.Funnel;
import app.rotina.insight.rates.Trials;
import app.rotina.kernel.Store;
import app.rotina.metrics.Metrics;
import app.rotina.routine.AItems;
import app.rotina.routine.AItems.Sold;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Names the products that are no longer among those that bring most, where their share of all units
 * is less than chance lets expect of the quarter before.
 */
@Component
final class LeftA implements Judge {
    /** Between both sides, shared out over all products that are looked at. */
    private static final double OUTSIDE = .002;

    private static final BigDecimal DAYS = BigDecimal.valueOf(7L * AItems.WEEKS);
    private static final Sold NOTHING = new Sold(BigDecimal.ZERO, BigDecimal.ZERO, Abc.C);

    private final Metrics metrics;

    LeftA(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public String id() {
        return "left_a";
    }

    @Override
    public Ruling on(Store store, Turn turn) {
        AItems now = AItems.upTo(metrics, store, turn.last());
        AItems before = AItems.upTo(metrics, store, turn.last().minusWeeks(AItems.WEEKS));
        int all = units(now);
        int allBefore = units(before);
        if (all == 0 || allBefore == 0) {
            return Ruling.untold("short_history");
        }
        List<Finding> found = new ArrayList<>();
        for (String product : before.a()) {
            Sold was = before.products().getOrDefault(product, NOTHING);
            Sold is = now.products().getOrDefault(product, NOTHING);
            double share = whole(was) / (double) allBefore;
            Funnel chance = new Funnel(share, OUTSIDE / before.a().size());
            if (is.abc() != Abc.A
                    && chance.place(new Trials(product, Math.min(whole(is), all), all))
                            == Funnel.Place.BELOW) {
                found.add(finding(store, product, was, is, share * all));
            }
        }
        return Ruling.found(
                found.stream()
                        .sorted(
                                Comparator.comparing(Finding::stake)
                                        .reversed()
                                        .thenComparing(Finding::subject))
                        .toList());
    }

    private static Finding finding(
            Store store, String product, Sold was, Sold is, double expected) {
        BigDecimal lost =
                was.revenue()
                        .subtract(is.revenue())
                        .max(BigDecimal.ZERO)
                        .divide(DAYS, MathContext.DECIMAL64)
                        .setScale(
                                store.currency().getDefaultFractionDigits(), RoundingMode.HALF_UP);
        return new Finding(
                Map.of("product", product),
                is.units(),
                BigDecimal.valueOf(Math.round(expected)),
                lost);
    }

    private static int units(AItems items) {
        return items.products().values().stream().mapToInt(LeftA::whole).sum();
    }

    private static int whole(Sold sold) {
        return sold.units().max(BigDecimal.ZERO).intValue();
    }
}
