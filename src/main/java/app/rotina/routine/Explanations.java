package app.rotina.routine;

import app.rotina.routine.DailyClose.Why;
import app.rotina.routine.Explanation.Gap;
import app.rotina.warehouse.Warehouse;
import org.springframework.stereotype.Component;

/**
 * Explains days; what was explained lately is told again while no row of these days, and of those
 * they are held to, has changed.
 */
@Component
final class Explanations {
    private final Warehouse warehouse;
    private final Memo<Rests, Why> told = new Memo<>();

    Explanations(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** All that an explanation rests on. */
    private record Rests(Explanation asked, Gap gap, long dataVersion) {}

    Why why(Explanation asked, Gap gap) {
        long version = warehouse.version(asked.store().id(), asked.days().all());
        return told.of(new Rests(asked, gap, version), () -> asked.why(gap));
    }
}
