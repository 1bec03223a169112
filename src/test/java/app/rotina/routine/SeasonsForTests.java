package app.rotina.routine;

import app.rotina.metrics.Metrics;
import app.rotina.state.StateForTests;
import app.rotina.warehouse.Warehouse;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seasons, for tests of any package. */
public final class SeasonsForTests {
    private SeasonsForTests() {}

    public static Seasons of(Metrics metrics, Warehouse warehouse, JdbcClient state) {
        return new Seasons(
                metrics,
                warehouse,
                new Campaigns(StateForTests.actions(state, SampleShop.noon(SampleShop.END))));
    }
}
