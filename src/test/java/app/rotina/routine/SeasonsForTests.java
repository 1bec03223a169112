package app.rotina.routine;

import app.rotina.metrics.Metrics;
import app.rotina.warehouse.Warehouse;

/** Seasons, for tests of other packages. */
public final class SeasonsForTests {
    private SeasonsForTests() {}

    public static Seasons of(Metrics metrics, Warehouse warehouse) {
        return new Seasons(metrics, warehouse);
    }
}
