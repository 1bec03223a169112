package app.rotina.routine;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.state.Closes;
import app.rotina.state.Closes.Newest;
import app.rotina.state.Goals;
import app.rotina.state.Goals.Aimed;
import app.rotina.state.StorePulses.Pulse;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many stores stand, by what was closed and kept; it computes no day. */
@Component
public final class Portfolio {
    private final Closes closes;
    private final Goals goals;
    private final Pulses pulses;
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    Portfolio(Closes closes, Goals goals, Pulses pulses) {
        this.closes = closes;
        this.goals = goals;
        this.pulses = pulses;
    }

    /**
     * One store.
     *
     * @param close the newest that was kept, in brief, its month held to the goal it has now;
     *     empty: no day was ever closed
     * @param pulse empty: nobody has looked at its data yet
     */
    public record Standing(Store store, Optional<DailyClose> close, Optional<Pulse> pulse) {}

    private record Read(Newest newest, DailyClose close) {}

    public List<Standing> of(List<Store> stores) {
        Map<String, Newest> newest = closes.newest();
        Map<Aimed, BigDecimal> aims = goals.values(months(newest));
        Map<String, Pulse> data = pulses.of(stores);
        return stores.stream()
                .map(store ->
                        new Standing(
                                store,
                                Optional.ofNullable(newest.get(store.id()))
                                        .map(one -> close(store.id(), one))
                                        .map(close -> aimed(close, aims)),
                                Optional.ofNullable(data.get(store.id()))))
                .toList();
    }

    private static Set<YearMonth> months(Map<String, Newest> newest) {
        return newest.values().stream()
                .map(one -> YearMonth.from(one.day()))
                .collect(Collectors.toSet());
    }

    /** The day stays as it was told; what its month is to come to may have changed since. */
    private static DailyClose aimed(DailyClose close, Map<Aimed, BigDecimal> aims) {
        @Nullable BigDecimal goal =
                aims.get(
                        new Aimed(close.store(), close.goalMetric(), YearMonth.from(close.date())));
        return close.heldTo(goal == null ? Targets.NO_GOAL : MetricValue.known(goal));
    }

    private DailyClose close(String store, Newest newest) {
        @Nullable Read known = read.get(store);
        if (known == null || !known.newest().equals(newest)) {
            String content = closes.latest(store, newest.day()).orElseThrow().content();
            known = new Read(newest, CloseJson.read(content).brief());
            read.put(store, known);
        }
        return known.close();
    }
}
