package app.rotina.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.goals.DayTarget;
import app.rotina.goals.MonthGoal;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store.DriverIdentity;
import app.rotina.routine.MondayShop;
import app.rotina.state.Goals;
import app.rotina.state.StateForTests;
import app.rotina.warehouse.StoreForTests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sheet that came back does to the goals of a shop that has orders on Mondays. */
class PlanTakingTest {
    @TempDir Path folder;
    private MondayShop shop;
    private Goals goals;
    private PlanningSheets sheets;
    private PlanTaking taking;

    @BeforeEach
    void open() {
        shop = new MondayShop(folder, DriverIdentity.SESSIONS_CONVERSION_TICKET);
        goals = StateForTests.goals(shop.state);
        sheets =
                new PlanningSheets(
                        shop.shop.catalog(),
                        shop.shop.metrics(),
                        goals,
                        StateForTests.notes(shop.state, StoreForTests.NOW),
                        shop.seasons());
        taking = new PlanTaking(shop.shop.catalog(), goals, shop.setting());
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void refusesAFewDaysOfAMetricThatHasNoGoal() {
        assertThatThrownBy(() -> take(change(20, "chat_orders", null, "6")))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.SHEET_PART_PLAN))
                .hasMessageContaining("2026-03-01");
        assertThat(goals.of("ipe", MondayShop.MARCH)).isEmpty();
    }

    @Test
    void makesAGoalOfAPlanOfEveryDay() {
        take(
                Days.of(MondayShop.MARCH).stream()
                        .map(day -> change(day.getDayOfMonth(), "chat_orders", null, "2"))
                        .toArray(SheetChange[]::new));
        MonthGoal goal = goals.of("ipe", MondayShop.MARCH).getFirst();
        assertThat(goal.value()).isEqualByComparingTo("62");
        assertThat(goal.days()).allMatch(DayTarget::pinned);
    }

    @Test
    void leavesEveryOtherDayOfAGoalAsItIs() {
        MonthGoal before = shop.want("net_revenue", null, "300");
        take(change(20, "net_revenue", "1", "777.77"));
        MonthGoal after = goals.of("ipe", MondayShop.MARCH).getFirst();
        assertThat(after.on(MondayShop.MARCH.atDay(20))).contains(new BigDecimal("777.7700"));
        assertThat(after.through(MondayShop.MARCH.atDay(19)))
                .isEqualByComparingTo(before.through(MondayShop.MARCH.atDay(19)));
    }

    @Test
    void hasAColumnForEveryChannelWithAGoalAndOneForTheRest() throws IOException {
        shop.want("net_revenue", null, "300");
        shop.want("net_revenue", "chat", "120");
        SheetModel model = sheets.of(shop.shop.store(), MondayShop.MARCH, MondayShop.MONDAY);
        assertThat(model.columns().stream().map(SheetColumn::label))
                .contains(
                        "Receita líquida · WhatsApp e chat",
                        "Receita líquida · sem canal definido");
        SheetRow monday = model.rows().get(1);
        assertThat(monday.figure("net_revenue@chat").plan())
                .isEqualTo(MetricValue.known(new BigDecimal("120.0000")));
        byte[] file = SampleSheet.written(model);
        SheetPlan back = PlanningSheet.read(new ByteArrayInputStream(file));
        assertThat(back.plans()).containsKey("net_revenue@chat");
        assertThat(back.against(model)).isEmpty();
        assertThat(rest(model, file)).isEqualTo(180.0);
    }

    @Test
    void projectsTheMonthAsTheCloseDoes() {
        shop.sellEveryDay(250);
        BigDecimal told = shop.look().month().outlook().projection().known().orElseThrow();

        SheetModel model = sheets.of(shop.shop.store(), MondayShop.MARCH, MondayShop.MONDAY);

        assertThat(shop.look().month().outlook().low().known()).isPresent();
        assertThat(
                        model.rows().stream()
                                .map(row -> row.figure("net_revenue"))
                                .flatMap(figure -> Stream.of(figure.actual(), figure.expected()))
                                .flatMap(value -> value.known().stream())
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isCloseTo(told, Offset.offset(new BigDecimal("0.005")));
    }

    @Test
    void takesTheEditedDayOfAChannel() {
        shop.want("net_revenue", "chat", "120");
        take(change(2, "net_revenue@chat", "120", "90"));
        assertThat(goals.of("ipe", MondayShop.MARCH).getFirst().on(MondayShop.MONDAY))
                .contains(new BigDecimal("90.0000"));
    }

    /** What is planned for the Monday beside the channels. */
    private static Object rest(SheetModel model, byte[] file) throws IOException {
        int column = SheetLayout.column(model.columns().size() - 1, SheetLayout.Part.PLAN);
        return SampleSheet.figures(file)
                .getOrDefault(new Spot(column, SheetLayout.FIRST_DAY_ROW + 1).name(), "");
    }

    @Test
    void keepsTheMonthAndLetsTheOtherDaysTakeUpAChange() {
        MonthGoal before = shop.want("net_revenue", null, "300");
        List<MonthGoal> kept = goals.of("ipe", MondayShop.MARCH);
        PlanProposal proposal = edit(true, typed(20, "777.77"));
        MonthGoal after = proposal.after().getFirst();
        assertThat(after.value()).isEqualByComparingTo(before.value());
        assertThat(proposal.changes()).hasSize(1);
        assertThat(proposal.moved()).hasSizeGreaterThan(20).noneMatch(PlanTakingTest::isPinned);
        assertThat(goals.of("ipe", MondayShop.MARCH)).isEqualTo(kept);
    }

    @Test
    void makesTheMonthTheSumOfItsDaysWhereThatIsWanted() {
        MonthGoal before = shop.want("net_revenue", null, "300");
        BigDecimal was = before.on(MondayShop.MARCH.atDay(20)).orElseThrow();
        PlanProposal proposal = edit(false, typed(20, "777.77"));
        assertThat(proposal.moved()).isEmpty();
        assertThat(proposal.after().getFirst().value())
                .isEqualByComparingTo(before.value().subtract(was).add(new BigDecimal("777.77")));
    }

    @Test
    void givesAnEmptiedDayBackToThePhasing() {
        shop.want("net_revenue", null, "300");
        takeEdit(edit(true, typed(20, "777.77")));
        takeEdit(edit(true, typed(20, null)));
        DayTarget day = goals.of("ipe", MondayShop.MARCH).getFirst().days().get(19);
        assertThat(day.pinned()).isFalse();
        assertThat(day.value()).isGreaterThan(new BigDecimal("1000"));
    }

    @Test
    void refusesAPlanThatSomebodyElseChanged() {
        shop.want("net_revenue", null, "300");
        PlanProposal proposal = edit(true, typed(20, "777.77"));
        shop.want("net_revenue", null, "400");
        List<MonthGoal> theirs = goals.of("ipe", MondayShop.MARCH);
        assertThatThrownBy(() -> takeEdit(proposal))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.PLAN_CHANGED));
        assertThat(goals.of("ipe", MondayShop.MARCH)).isEqualTo(theirs);
    }

    @Test
    void refusesWhatTheOtherDaysCannotGive() {
        shop.want("net_revenue", null, "300");
        assertThatThrownBy(() -> edit(true, typed(20, "100000.01")))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.GOAL_AGAINST_FIXED_DAYS));
    }

    @Test
    void worksOutEveryCellAsTheWorkbookDoes() {
        shop.want("net_revenue", null, "300");
        SheetModel model = sheets.of(shop.shop.store(), MondayShop.MARCH, MondayShop.MONDAY);
        SheetGrid grid = SheetGrid.of(model);
        assertThat(grid.lines()).hasSize(31);
        assertThat(grid.total().getFirst().plan().orElseThrow()).isEqualByComparingTo("100000");
        assertThat(grid.lines().get(1).cells().getFirst().gap().orElseThrow())
                .isEqualByComparingTo(
                        grid.lines()
                                .get(1)
                                .cells()
                                .getFirst()
                                .actual()
                                .orElseThrow()
                                .subtract(new BigDecimal("300")));
    }

    private PlanProposal edit(boolean keepsMonth, PlanEdit... edits) {
        return taking.edit(
                shop.shop.store(),
                MondayShop.MARCH,
                new PlanEdits(List.of(edits), Map.of(), keepsMonth));
    }

    private void takeEdit(PlanProposal proposal) {
        taking.take(shop.shop.store(), proposal, "ana");
    }

    private static PlanEdit typed(int day, @Nullable String value) {
        return new PlanEdit(
                MondayShop.MARCH.atDay(day),
                PlanKey.of("net_revenue"),
                value == null ? null : new BigDecimal(value));
    }

    /** The last Monday is set by hand. */
    private static boolean isPinned(SheetChange change) {
        return change.date().equals(MondayShop.MONDAY);
    }

    private void take(SheetChange... changes) {
        taking.take(
                shop.shop.store(),
                taking.propose(shop.shop.store(), MondayShop.MARCH, List.of(changes)),
                "ana");
    }

    private static SheetChange change(
            int day, String metric, @Nullable String before, String after) {
        return new SheetChange(
                MondayShop.MARCH.atDay(day),
                metric,
                before == null ? null : new BigDecimal(before),
                new BigDecimal(after));
    }
}
