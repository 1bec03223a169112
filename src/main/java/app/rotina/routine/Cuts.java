package app.rotina.routine;

import app.rotina.insight.DimensionSplit;
import app.rotina.kernel.Store;
import app.rotina.metrics.Metrics;
import app.rotina.routine.DailyClose.Cut;
import app.rotina.routine.DailyClose.CutPart;
import app.rotina.warehouse.Measures;
import app.rotina.warehouse.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Spreads a day's gap over one dimension at a time; every cut sums to the gap. */
final class Cuts {
    private static final int NAMED = 6;

    private final Metrics metrics;
    private final Store store;
    private final String metric;

    Cuts(Metrics metrics, Store store, String metric) {
        this.metrics = metrics;
        this.store = store;
        this.metric = metric;
    }

    /** The cuts that tell anything: by dimensions with at least two values. */
    List<Cut> of(Comparison days, DimensionSplit.Day day) {
        List<String> dimensions =
                Measures.DIMENSIONS.stream()
                        .filter(each -> metrics.has(store, metric, each))
                        .toList();
        Map<String, Map<String, Split>> splits = days.splits(metrics, store, metric, dimensions);
        List<Cut> cuts = new ArrayList<>();
        for (String dimension : dimensions) {
            Map<String, Split> values = splits.getOrDefault(dimension, Map.of());
            if (values.size() > 1) {
                cuts.add(cut(dimension, DimensionSplit.of(slices(values), day, NAMED)));
            }
        }
        return cuts;
    }

    private static List<DimensionSplit.Slice> slices(Map<String, Split> values) {
        List<DimensionSplit.Slice> slices = new ArrayList<>();
        values.forEach((value, split) ->
                slices.add(new DimensionSplit.Slice(value, split.actual(), split.usual())));
        return slices;
    }

    private static Cut cut(String dimension, DimensionSplit split) {
        return new Cut(
                dimension,
                split.parts().stream()
                        .map(part -> new CutPart(part.value(), part.amount()))
                        .toList());
    }
}
