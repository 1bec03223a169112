package app.rotina.web;

import app.rotina.kernel.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the points of a series mean that have no rows: nothing happened, or nobody delivered.
 * A run of such points is asked for at its ends, and in between only where these differ.
 */
record Silence(IntFunction<MetricValue> asked) {

    List<MetricValue> filled(List<@Nullable MetricValue> points) {
        List<MetricValue> all = new ArrayList<>();
        for (int at = 0; at < points.size(); at++) {
            @Nullable MetricValue known = points.get(at);
            if (known != null) {
                all.add(known);
                continue;
            }
            int last = at;
            while (last + 1 < points.size() && points.get(last + 1) == null) {
                last++;
            }
            all.addAll(run(at, last, asked.apply(at), asked.apply(last)));
            at = last;
        }
        return all;
    }

    private List<MetricValue> run(int from, int to, MetricValue first, MetricValue last) {
        if (to - from < 2 || first.equals(last)) {
            List<MetricValue> run = new ArrayList<>();
            for (int at = from; at <= to; at++) {
                run.add(at < to ? first : last);
            }
            return run;
        }
        int middle = (from + to) / 2;
        MetricValue between = asked.apply(middle);
        List<MetricValue> run = new ArrayList<>(run(from, middle, first, between));
        run.removeLast();
        run.addAll(run(middle, to, between, last));
        return run;
    }
}
