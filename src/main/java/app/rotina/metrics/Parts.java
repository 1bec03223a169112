package app.rotina.metrics;

import app.rotina.metrics.Metric.Over;
import app.rotina.warehouse.Cell;
import app.rotina.warehouse.Measure;
import app.rotina.warehouse.Measures;
import app.rotina.warehouse.Slice;
import app.rotina.warehouse.Slice.Bucket;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The measures that a question takes, by how those of days become one figure.
 *
 * @param adding whether none stands for the last of several days
 * @param plain over the days of a bucket together
 * @param last on a bucket's last day
 * @param running from the very first day on
 */
record Parts(
        Asked asked,
        boolean adding,
        List<Measure> plain,
        List<Measure> last,
        List<Measure> running) {

    /**
     * Those of all metrics that are needed.
     *
     * @param fromTheFirst the metrics that are also added up from the very first day
     */
    static Parts of(Asked asked, Map<String, Metric> needed, Set<String> fromTheFirst) {
        boolean daily = asked.bucket() == Bucket.DAY; // each day is the last one of its bucket
        List<Measure> plain = new ArrayList<>();
        List<Measure> last = new ArrayList<>();
        List<Measure> running = new ArrayList<>();
        for (Metric metric : needed.values()) {
            if (metric.measure() != null) {
                (metric.over() == Over.LAST && !daily ? last : plain).add(metric.measure());
                if (fromTheFirst.contains(metric.id())) {
                    running.add(metric.measure());
                }
            }
        }
        boolean adding = needed.values().stream().allMatch(each -> each.over() != Over.LAST);
        return new Parts(asked, adding, plain, last, running);
    }

    List<Slice> slices() {
        return List.of(asked.slice(plain), asked.daily(last), asked.dailyUpTo(running));
    }

    /**
     * The rows of the answer.
     *
     * @param cells takes those of its slices, in their order
     */
    Keys keys(Iterator<List<Cell>> cells) {
        Keys keys = new Keys(asked);
        keys.addPlain(cells.next(), plain);
        List<Cell> ofLastDays = cells.next();
        last.forEach(measure -> keys.addLast(ofLastDays, measure));
        List<Cell> fromTheFirst = cells.next();
        running.forEach(measure -> keys.addRunning(fromTheFirst, measure));
        return keys;
    }

    /** True where the rows add up to the total: nothing counts in two of them. */
    boolean sumUp() {
        return asked.isWhole()
                || (adding && running.isEmpty() && plain.stream().allMatch(this::addsUp));
    }

    private boolean addsUp(Measure measure) {
        return measure.addsOverDays()
                && asked.dimensions().stream().allMatch(each -> Measures.splits(measure, each));
    }
}
