package app.rotina.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * One day of the planning sheet.
 *
 * @param figures by metric id; one that is absent is missing
 * @param note what people wrote about the day; empty: nothing
 */
public record SheetRow(LocalDate date, Map<String, SheetFigure> figures, String note) {
    public SheetRow {
        figures = Map.copyOf(figures);
    }

    /** What is planned of a metric. */
    public Optional<BigDecimal> plan(String metric) {
        return figure(metric).plan().known();
    }

    SheetFigure figure(String metric) {
        return figures.getOrDefault(metric, SheetFigure.NOTHING);
    }
}
