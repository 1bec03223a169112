package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metric.Unit;
import app.rotina.routine.MonthAccount;
import app.rotina.routine.MonthAccount.DriverMonth;
import app.rotina.routine.MonthAccount.Stage;
import app.rotina.routine.Supposed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The drivers of a month, and what somebody typed to suppose of them.
 *
 * @param ask true where a change of them can be reckoned with
 * @param unasked why it cannot; absence: it can, or there is nothing to ask
 */
record MonthLevers(List<Driver> drivers, boolean ask, @Nullable String unasked) {
    private static final Pattern PERCENT =
            Pattern.compile("([+\\-−]?)(\\d{1,4}([.,]\\d{1,2})?) ?%?");

    /**
     * One driver.
     *
     * @param expected on the days that remain
     * @param needed on them, so that the month makes its goal
     * @param raise by how much that is more or less than expected; absence: nothing is needed
     * @param lever false: it follows from the others
     * @param perDay true where a value means one day's
     * @param by what stands in the field of its change; empty: nothing
     * @param to what stands in the field of its value; empty: nothing
     */
    record Driver(
            String id,
            String label,
            Shown toDate,
            Shown projection,
            Shown expected,
            Shown needed,
            @Nullable String raise,
            boolean lever,
            boolean perDay,
            boolean percent,
            String by,
            String to) {}

    static MonthLevers of(
            MonthAccount account, Map<String, String> typed, Catalog catalog, Screen screen) {
        List<Driver> drivers =
                account.drivers().stream()
                        .map(one -> driver(one, typed, catalog.of(one.metric()), screen))
                        .toList();
        boolean over = account.stage() == Stage.OVER;
        boolean projected = account.outlook().outlook().projection().known().isPresent();
        boolean lever = drivers.stream().anyMatch(Driver::lever);
        boolean ask = !over && projected && lever;
        return new MonthLevers(
                drivers,
                ask,
                ask || over || drivers.isEmpty()
                        ? null
                        : screen.say(
                                lever
                                        ? "month.what_if.no_projection"
                                        : "month.what_if.nothing_expected"));
    }

    private static Driver driver(
            DriverMonth one, Map<String, String> typed, Metric metric, Screen screen) {
        Figures figures = screen.figures();
        return new Driver(
                metric.id(),
                metric.label(figures.words().texts()),
                figures.value(one.toDate(), metric.unit()),
                figures.value(one.projection(), metric.unit()),
                figures.value(one.expected(), metric.unit()),
                figures.value(one.needed(), metric.unit()),
                raise(one, figures.words()).orElse(null),
                one.lever(),
                metric.unit() == Unit.COUNT,
                metric.unit() == Unit.RATIO,
                typed.getOrDefault(metric.id() + ".by", "").strip(),
                typed.getOrDefault(metric.id() + ".to", "").strip());
    }

    private static Optional<String> raise(DriverMonth one, Words words) {
        MetricValue expected = one.expected();
        return one.needed()
                .known()
                .flatMap(need ->
                        expected.known()
                                .filter(base -> base.signum() > 0)
                                .map(base ->
                                        need.subtract(base).divide(base, MathContext.DECIMAL64)))
                .map(change -> words.signedPercent(change, 1));
    }

    /** Whether anything is known of them. */
    boolean known() {
        return drivers.stream().anyMatch(one -> one.toDate.known() || one.projection.known());
    }

    /** What was typed; a value goes before a change. */
    List<Supposed> supposed(Words words) {
        List<Supposed> supposed = new ArrayList<>();
        for (Driver driver : drivers) {
            if (driver.lever && ask && !driver.to.isEmpty()) {
                BigDecimal value = Typed.number(driver.label, driver.to, words);
                supposed.add(
                        new Supposed.Reached(
                                driver.id, driver.percent ? value.movePointLeft(2) : value));
            } else if (driver.lever && ask && !driver.by.isEmpty()) {
                supposed.add(new Supposed.Changed(driver.id, change(driver)));
            }
        }
        return supposed;
    }

    private static BigDecimal change(Driver driver) {
        var typed = PERCENT.matcher(driver.by);
        if (!typed.matches()) {
            throw new RotinaException(Problem.UNCLEAR_NUMBER, driver.label, driver.by);
        }
        BigDecimal size = new BigDecimal(typed.group(2).replace(',', '.')).movePointLeft(2);
        return typed.group(1).isEmpty() || typed.group(1).equals("+") ? size : size.negate();
    }
}
