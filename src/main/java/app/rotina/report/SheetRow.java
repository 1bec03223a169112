package app.rotina.report;

import java.time.LocalDate;
import java.util.Map;

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

    SheetFigure figure(String metric) {
        return figures.getOrDefault(metric, SheetFigure.NOTHING);
    }
}
