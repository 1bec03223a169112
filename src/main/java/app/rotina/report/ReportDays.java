package app.rotina.report;

import app.rotina.goals.DriverModel;
import app.rotina.kernel.Days;
import app.rotina.kernel.Store;
import app.rotina.metrics.Daily;
import app.rotina.metrics.Metrics;
import app.rotina.report.Report.DayLine;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The days of a period one by one, beside their targets. */
record ReportDays(Metrics metrics, Store store, ReportGoals goals) {

    /** What brings the revenue, by the store's identity. */
    static List<String> metrics(Store store) {
        DriverModel model = DriverModel.of(store.identity(), false);
        return List.of(model.count(), model.value(), model.traffic(), model.rate());
    }

    List<DayLine> of(Days days, String metric) {
        if (days.count() == 1) {
            return List.of();
        }
        List<String> beside = metrics(store);
        List<LocalDate> dates = days.stream().toList();
        List<String> all = Stream.concat(Stream.of(metric), beside.stream()).distinct().toList();
        Daily daily = metrics.daily(store, all, dates);
        return dates.stream()
                .map(day ->
                        new DayLine(
                                day,
                                daily.on(day, metric),
                                goals.sum(Days.only(day), metric, null),
                                beside.stream().map(each -> daily.on(day, each)).toList()))
                .toList();
    }
}
