package app.rotina.insight.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.insight.ads.ChannelReturn.CannotTell;
import app.rotina.insight.ads.ChannelReturn.Doubt;
import app.rotina.insight.ads.ChannelReturn.Told;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AdResponseTest {

    @Test
    void coversTheTrueReturnAboutAsOftenAsItSays() {
        int covered = 0;
        for (int seed = 0; seed < 20; seed++) {
            InventedStore store = new InventedStore(120, seed);
            store.channel(store.jumping(1_000), 8_000, 1_500);
            Interval marginal = told(store).getFirst().marginal();
            covered +=
                    marginal.low() <= store.marginal(0) && store.marginal(0) <= marginal.high()
                            ? 1
                            : 0;
        }

        assertThat(covered).isBetween(16, 20);
    }

    @Test
    void tellsAChannelThatBringsNothingFromOneThatPays() {
        InventedStore store = new InventedStore(200, 1);
        store.channel(store.jumping(800), 0, 800).channel(store.jumping(800), 8_000, 1_600);

        List<Told> told = told(store);

        assertThat(told.get(0).marginal().low()).isNegative();
        assertThat(told.get(0).marginal().high()).isBetween(0., 1.5);
        assertThat(told.get(1).marginal().low()).isGreaterThan(1);
    }

    @Test
    void givesTheWeekendsCreditToNobody() {
        InventedStore store = new InventedStore(200, 2);
        store.channel(
                day ->
                        store.jumping(1_000).applyAsDouble(day)
                                * (1 + 2 * InventedStore.weekend(day)),
                0,
                1);

        Interval marginal = told(store).getFirst().marginal();

        assertThat(marginal.low()).isNegative();
        assertThat(marginal.high()).isBetween(0., 1.);
    }

    @Test
    void answersTheSameTheSecondTime() {
        InventedStore store = new InventedStore(90, 3);
        store.channel(store.jumping(1_000), 5_000, 1_000);

        assertThat(AdResponse.of(store.history()).returns())
                .isEqualTo(AdResponse.of(store.history()).returns());
    }

    @Test
    void cannotTellFromASteadySpend() {
        InventedStore store = new InventedStore(120, 4).channel(day -> 1_000 + day % 3, 5_000, 900);

        assertThat(doubt(store)).isEqualTo(Doubt.STEADY_SPEND);
    }

    @Test
    void cannotTellFromASpendThatFollowsTheCalendar() {
        InventedStore store =
                new InventedStore(120, 5)
                        .channel(day -> 1_000 * (1 + InventedStore.weekend(day)) + day, 5_000, 900);

        assertThat(doubt(store)).isEqualTo(Doubt.FOLLOWS_CALENDAR);
    }

    @Test
    void cannotTellTwoChannelsApartThatMoveTogether() {
        InventedStore store = new InventedStore(120, 6);
        double[] plan = new double[120];
        for (int day = 0; day < plan.length; day++) {
            plan[day] = store.jumping(1_000).applyAsDouble(day);
        }
        store.channel(day -> plan[day], 5_000, 900).channel(day -> plan[day] / 2, 5_000, 900);

        assertThat(AdResponse.of(store.history()).returns())
                .containsExactly(
                        new CannotTell("channel 0", Doubt.MOVES_TOGETHER),
                        new CannotTell("channel 1", Doubt.MOVES_TOGETHER));
    }

    @Test
    void cannotTellFromThreeWeeksNorWithoutSpendOrRevenue() {
        InventedStore few = new InventedStore(21, 7);
        few.channel(few.jumping(1_000), 5_000, 900);
        InventedStore idle = new InventedStore(120, 8).channel(day -> 0, 0, 1);
        AdHistory empty =
                new AdHistory(
                        LocalDate.of(2025, 9, 1),
                        List.of("a"),
                        List.of(Collections.nCopies(90, 1.)),
                        Collections.nCopies(90, OptionalDouble.of(0)));

        assertThat(doubt(few)).isEqualTo(Doubt.TOO_SHORT);
        assertThat(doubt(idle)).isEqualTo(Doubt.NO_SPEND);
        assertThat(AdResponse.of(empty).returns())
                .containsExactly(new CannotTell("a", Doubt.NO_REVENUE));
    }

    @Test
    void passesOverDaysWhoseRevenueIsNotKnown() {
        InventedStore store = new InventedStore(150, 9);
        store.channel(store.jumping(1_000), 8_000, 1_500);
        AdHistory whole = store.history();
        List<OptionalDouble> revenue = new ArrayList<>(whole.revenue());
        revenue.set(50, OptionalDouble.empty());
        revenue.set(149, OptionalDouble.empty());
        AdHistory holed =
                new AdHistory(whole.first(), whole.channels(), whole.spend(), List.copyOf(revenue));

        Interval marginal = ((Told) AdResponse.of(holed).returns().getFirst()).marginal();

        assertThat(store.marginal(0)).isBetween(marginal.low(), marginal.high());
    }

    @Test
    void refusesSpendUnderZeroOrOfOtherDays() {
        LocalDate day = LocalDate.of(2025, 9, 1);
        List<OptionalDouble> revenue = List.of(OptionalDouble.of(1));

        assertThatThrownBy(() -> new AdHistory(day, List.of("a"), List.of(List.of(-1.)), revenue))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AdHistory(day, List.of("a"), List.of(List.of()), revenue))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Told> told(InventedStore store) {
        return AdResponse.of(store.history()).returns().stream().map(each -> (Told) each).toList();
    }

    private static Doubt doubt(InventedStore store) {
        return ((CannotTell) AdResponse.of(store.history()).returns().getFirst()).why();
    }
}
