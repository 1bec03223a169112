package app.rotina.routine;

import static app.rotina.routine.SampleShop.END;
import static app.rotina.routine.SampleShop.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.routine.DailyClose.DriverPart;
import app.rotina.routine.DailyClose.MonthStanding;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.routine.MonthAccount.DriverMonth;
import app.rotina.routine.MonthAccount.Part;
import app.rotina.routine.MonthAccount.Stage;
import app.rotina.routine.MonthAccount.Week;
import app.rotina.state.StateForTests;
import app.rotina.state.StoreSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sample store's September, ten days of which have been. */
class MonthAccountsTest {
    private static final YearMonth SEPTEMBER = YearMonth.from(END);

    private static MonthAccount september;

    @BeforeAll
    static void drawUp() {
        SHOP.goals()
                .set(
                        store(),
                        new Aim("net_revenue", null, SEPTEMBER),
                        new BigDecimal("150000.00"),
                        "ana");
        september = accounts().of(store(), SEPTEMBER);
    }

    @Test
    void standsAsTheDailyCloseSays() {
        MonthStanding told = SHOP.closingOn(END.plusDays(1)).look(store(), END).month();
        assertThat(september.stage()).isEqualTo(Stage.RUNNING);
        assertThat(september.standing()).usingRecursiveComparison().isEqualTo(told);
    }

    @Test
    void addsUpToTheMonthInWeeksDaysAndChannels() {
        MonthOutlook month = september.outlook();
        assertThat(sum(september.weeks(), Week::actual))
                .isEqualByComparingTo(known(month.toDate()));
        assertThat(sum(september.weeks(), Week::projection))
                .isEqualByComparingTo(known(month.outlook().projection()));
        assertThat(sum(september.weeks(), Week::target)).isEqualByComparingTo("150000");
        assertThat(september.channels()).hasSizeGreaterThan(1);
        assertThat(sum(september.channels(), Part::toDate))
                .isEqualByComparingTo(known(month.toDate()));
        assertThat(sum(september.channels(), Part::projection))
                .isEqualByComparingTo(known(month.outlook().projection()));
        assertThat(september.expected().keySet()).allMatch(day -> day.isAfter(END)).hasSize(20);
    }

    @Test
    void beginsWeeksWhereTheStoreDoes() {
        StoreSettings settings = StateForTests.settings(SHOP.state);
        assertThat(september.weeks().get(1).days().from().getDayOfWeek())
                .isEqualTo(DayOfWeek.MONDAY);
        settings.beginWeeksOn(store().id(), DayOfWeek.SUNDAY);
        try {
            assertThat(accounts().of(store(), SEPTEMBER).weeks())
                    .extracting(week -> week.days().from().getDayOfMonth())
                    .containsExactly(1, 7, 14, 21, 28);
        } finally {
            settings.beginWeeksOn(store().id(), DayOfWeek.MONDAY);
        }
    }

    @Test
    void comparesTheSameElapsedDays() {
        assertThat(september.previousMonth().days().to()).hasToString("2025-08-10");
        assertThat(september.lastYear().days().to()).hasToString("2024-09-10");
        assertThat(known(september.previousMonth().then()))
                .isEqualByComparingTo(SHOP.store.value("net_revenue", "2025-08-01", "2025-08-10"));
    }

    @Test
    void endsAMonthThatIsOver() {
        MonthAccount august = accounts().of(store(), SEPTEMBER.minusMonths(1));
        assertThat(august.stage()).isEqualTo(Stage.OVER);
        assertThat(august.outlook().outlook().projection()).isEqualTo(august.outlook().toDate());
        assertThat(august.expected()).isEmpty();
        assertThat(august.previousMonth().days().to()).hasToString("2025-07-31");
        assertThat(august.drivers()).noneMatch(DriverMonth::lever);
    }

    @Test
    void knowsNothingOfAMonthAheadButItsProjection() {
        MonthAccount october = accounts().of(store(), SEPTEMBER.plusMonths(1));
        assertThat(october.stage()).isEqualTo(Stage.AHEAD);
        assertThat(october.outlook().toDate()).isEqualTo(MetricValue.missing("not_yet"));
        assertThat(october.previousMonth().then()).isEqualTo(MetricValue.missing("not_yet"));
        assertThat(sum(october.weeks(), Week::projection))
                .isEqualByComparingTo(known(october.outlook().outlook().projection()));
    }

    @Test
    void reachesTheGoalWhereADriverIsAsNeeded() {
        DriverMonth sessions = driver("sessions");
        WhatIf what = ask(new Supposed.Reached("sessions", known(sessions.needed())));
        assertThat(known(what.outlook().projection()))
                .isCloseTo(new BigDecimal("150000"), Offset.offset(new BigDecimal("0.02")));
    }

    @Test
    void tellsEachDriversExactPartOfTheDifference() {
        WhatIf what =
                ask(
                        new Supposed.Changed("sessions", new BigDecimal("0.10")),
                        new Supposed.Changed("conversion_rate", new BigDecimal("-0.05")),
                        new Supposed.Changed("average_order_value", new BigDecimal("0.02")));
        BigDecimal rest =
                known(september.outlook().outlook().projection())
                        .subtract(known(september.outlook().toDate()));
        assertThat(known(what.difference()))
                .isEqualByComparingTo(
                        rest.multiply(new BigDecimal("0.0659")).setScale(2, RoundingMode.HALF_UP));
        assertThat(what.effects())
                .extracting(DriverPart::metric)
                .containsExactly("sessions", "conversion_rate", "average_order_value");
        assertThat(
                        what.effects().stream()
                                .map(DriverPart::amount)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(known(what.difference()));
        assertThat(what.effects().get(1).amount()).isNegative();
        assertThat(known(what.outlook().probability()))
                .isGreaterThanOrEqualTo(known(september.outlook().outlook().probability()));
    }

    @Test
    void changesNothingWhereNothingIsSupposed() {
        WhatIf what = ask(new Supposed.Changed("sessions", BigDecimal.ZERO));
        assertThat(known(what.difference())).isZero();
        assertThat(what.outlook()).isEqualTo(september.outlook().outlook());
    }

    @Test
    void leavesWhatThereIsWhereNobodyComes() {
        WhatIf what = ask(new Supposed.Changed("sessions", BigDecimal.ONE.negate()));
        assertThat(known(what.outlook().projection()))
                .isEqualByComparingTo(known(september.outlook().toDate()));
        assertThat(known(what.outlook().probability())).isZero();
    }

    @Test
    void refusesWhatIsNoDriverOrNamedTwice() {
        Supposed more = new Supposed.Changed("sessions", BigDecimal.ONE);
        for (List<Supposed> wrong :
                List.of(
                        List.of(more, more),
                        List.<Supposed>of(new Supposed.Changed("orders", BigDecimal.ONE)))) {
            assertThatThrownBy(() -> ask(wrong.toArray(Supposed[]::new)))
                    .isInstanceOfSatisfying(
                            RotinaException.class,
                            e -> assertThat(e.problem()).isEqualTo(Problem.BAD_ARGUMENT));
        }
    }

    private static MonthAccounts accounts() {
        return new MonthAccounts(
                SHOP.store.catalog(),
                SHOP.store.metrics(),
                StateForTests.goals(SHOP.state),
                seasons(),
                outlooks(),
                StateForTests.settings(SHOP.state));
    }

    private static MonthOutlooks outlooks() {
        return new MonthOutlooks(
                SHOP.store.catalog(),
                SHOP.store.metrics(),
                StateForTests.goals(SHOP.state),
                SHOP.goals(),
                seasons(),
                SampleShop.noon(END.plusDays(1)));
    }

    private static WhatIf ask(Supposed... supposed) {
        return new WhatIfs(SHOP.store.catalog(), outlooks(), seasons())
                .of(store(), september.outlook(), List.of(supposed));
    }

    private static Seasons seasons() {
        return SeasonsForTests.of(SHOP.store.metrics(), SHOP.store.warehouse(), SHOP.state);
    }

    private static DriverMonth driver(String metric) {
        return september.drivers().stream()
                .filter(one -> one.metric().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static Store store() {
        return SHOP.store.store();
    }

    private static <T> BigDecimal sum(List<T> parts, Function<T, MetricValue> figure) {
        return parts.stream()
                .flatMap(part -> figure.apply(part).known().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal known(MetricValue value) {
        return value.known().orElseThrow();
    }
}
