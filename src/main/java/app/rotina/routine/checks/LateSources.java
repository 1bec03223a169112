package app.rotina.routine.checks;

import app.rotina.kernel.Store;
import app.rotina.warehouse.SourceLog;
import app.rotina.warehouse.Warehouse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names the sources that delivered nothing of a whole period, though they did before. */
@Component
final class LateSources implements Judge {
    private final Warehouse warehouse;

    LateSources(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public String id() {
        return "late_sources";
    }

    @Override
    public Ruling on(Store store, Turn turn) {
        List<SourceLog.Source> sources = warehouse.sources().of(store.id());
        if (sources.isEmpty()) {
            return Ruling.untold("no_source");
        }
        List<Finding> found = new ArrayList<>();
        for (SourceLog.Source source : sources) {
            @Nullable LocalDate through = source.through();
            if (through != null && through.isBefore(turn.first())) {
                BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(through, turn.last()));
                found.add(
                        new Finding(
                                Map.of("source", source.delivery()),
                                days,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO));
            }
        }
        return Ruling.found(found);
    }
}
