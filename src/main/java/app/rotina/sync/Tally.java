package app.rotina.sync;

import app.rotina.kernel.Days;
import app.rotina.state.SourceCounts.DayCount;
import app.rotina.sync.Census.Seen;
import app.rotina.warehouse.TakenOrders.Taken;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a source has against what was taken in. What changed at the source after the last
 * fetch is no drift, since nobody has fetched it yet; and of what others brought nothing can be
 * gone.
 */
final class Tally {
    private final String sender;
    private final Instant reached;
    private final Set<String> without;
    private final Map<LocalDate, Day> days = new TreeMap<>();
    private final List<String> wanted = new ArrayList<>();
    private final List<Taken> gone = new ArrayList<>();

    /**
     * @param sender what the connection is called where it hands rows in
     * @param reached the last change that was fetched
     * @param without the source's words for records that count for nothing
     */
    Tally(Days span, String sender, Instant reached, Set<String> without) {
        this.sender = sender;
        this.reached = reached;
        this.without = without;
        span.stream().forEach(day -> days.put(day, new Day()));
    }

    private static final class Day {
        private long sourceCount;
        private BigDecimal sourceSum = BigDecimal.ZERO;
        private long ourCount;
        private BigDecimal ourSum = BigDecimal.ZERO;
        private long lacking;
        private long differing;
        private long gone;

        private void source(BigDecimal amount) {
            sourceCount++;
            sourceSum = sourceSum.add(amount);
        }

        private void ours(@Nullable BigDecimal amount) {
            ourCount++;
            ourSum = amount == null ? ourSum : ourSum.add(amount);
        }

        private DayCount counted(LocalDate day) {
            return new DayCount(
                    day, sourceCount, sourceSum, ourCount, ourSum, lacking, differing, gone);
        }
    }

    Tally hold(Map<String, Seen> seen, Map<String, Taken> taken) {
        seen.values().stream()
                .filter(each -> !without.contains(each.status()))
                .filter(each -> !each.changed().isAfter(reached))
                .forEach(each -> hold(each, taken.get(each.key())));
        taken.values().stream()
                .filter(each -> days.containsKey(each.day()) && !seen.containsKey(each.id()))
                .filter(each -> each.sender().equals(sender) && !each.isOut())
                .filter(each -> !each.changed().isAfter(reached))
                .forEach(this::gone);
        return this;
    }

    private void hold(Seen seen, @Nullable Taken ours) {
        Day day = day(seen.day());
        day.source(seen.amount());
        if (ours == null || ours.isOut()) {
            day.lacking++;
            wanted.add(seen.id());
            return;
        }
        day.ours(ours.total());
        if (ours.sender().equals(sender) && differs(seen, ours)) {
            day.differing++;
            wanted.add(seen.id());
        }
    }

    private static boolean differs(Seen seen, Taken ours) {
        @Nullable BigDecimal total = ours.total();
        return ours.changed().isBefore(seen.changed())
                || (total != null && total.compareTo(rounded(seen.amount(), total)) != 0)
                || !seen.status().equals(ours.sourceStatus());
    }

    /** Shops reckon with more digits than are kept here. */
    private static BigDecimal rounded(BigDecimal amount, BigDecimal kept) {
        return amount.scale() > kept.scale()
                ? amount.setScale(kept.scale(), RoundingMode.HALF_UP)
                : amount;
    }

    private void gone(Taken ours) {
        Day day = day(ours.day());
        day.ours(ours.total());
        day.gone++;
        gone.add(ours);
    }

    private Day day(LocalDate day) {
        return days.computeIfAbsent(day, any -> new Day());
    }

    List<DayCount> days() {
        return days.entrySet().stream()
                .map(each -> each.getValue().counted(each.getKey()))
                .toList();
    }

    /** The source's ids of what has to be fetched anew. */
    List<String> wanted() {
        return wanted;
    }

    List<Taken> gone() {
        return gone;
    }
}
