package app.rotina.insight.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.rotina.insight.ads.Budget.Change;
import app.rotina.insight.ads.Budget.Shift;
import org.junit.jupiter.api.Test;

class BudgetTest {

    @Test
    void raisesWhatSurelyPaysByAFifthAtMost() {
        Budget budget = budget(paying());

        assertThat(budget.changes(.8)).hasSize(1);
        Change change = budget.changes(.8).getFirst();
        assertThat(change.then()).isCloseTo(1.2 * change.now(), within(1e-6));
        assertThat(change.gain().low()).isPositive();
    }

    @Test
    void cutsWhatSurelyDoesNot() {
        Change change = budget(paying()).changes(.05).getFirst();

        assertThat(change.then()).isCloseTo(.8 * change.now(), within(1e-6));
        assertThat(change.gain().low()).isPositive();
    }

    @Test
    void leavesWhatMayGoEitherWay() {
        InventedStore store = paying();
        Interval marginal =
                ((ChannelReturn.Told) AdResponse.of(store.history()).returns().getFirst())
                        .marginal();

        assertThat(budget(store).changes(1 / marginal.middle())).isEmpty();
    }

    @Test
    void shiftsFromTheIdleChannelToThePayingOne() {
        InventedStore store = new InventedStore(200, 12);
        store.channel(store.jumping(800), 0, 800).channel(store.jumping(1_000), 12_000, 2_000);

        Shift shift = budget(store).shift().orElseThrow();

        assertThat(shift.from()).isEqualTo("channel 0");
        assertThat(shift.to()).isEqualTo("channel 1");
        assertThat(shift.amount()).isBetween(100., 200.);
        assertThat(shift.gain().low()).isPositive();
    }

    @Test
    void movesNothingThatCannotBeTold() {
        InventedStore store = new InventedStore(120, 13).channel(day -> 1_000, 5_000, 900);

        assertThat(budget(store).changes(1)).isEmpty();
        assertThat(budget(store).shift()).isEmpty();
    }

    private static InventedStore paying() {
        InventedStore store = new InventedStore(200, 11);
        return store.channel(store.jumping(1_000), 12_000, 2_000);
    }

    private static Budget budget(InventedStore store) {
        return AdResponse.of(store.history()).budget();
    }
}
