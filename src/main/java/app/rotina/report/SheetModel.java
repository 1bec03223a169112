package app.rotina.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * A month's planning sheet as figures: a row for every day of the month in order, and the metrics
 * in the order of their columns.
 */
public record SheetModel(
        String store,
        String storeName,
        Locale locale,
        Currency currency,
        YearMonth month,
        List<SheetColumn> columns,
        List<SheetRow> rows) {

    public SheetModel {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        requireParts(columns);
        List<LocalDate> days = month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).toList();
        if (!days.equals(rows.stream().map(SheetRow::date).toList())) {
            throw new IllegalArgumentException("the rows are not the days of " + month);
        }
    }

    /** Decimals a figure of this unit is planned in. */
    public int decimals(SheetColumn.Unit unit) {
        return switch (unit) {
            case MONEY -> currency.getDefaultFractionDigits();
            case COUNT -> 0;
            case SHARE, MULTIPLE -> 4;
        };
    }

    private static void requireParts(List<SheetColumn> columns) {
        List<String> metrics = columns.stream().map(SheetColumn::metric).toList();
        for (SheetColumn column : columns) {
            if (!metrics.containsAll(column.source().parts())) {
                throw new IllegalArgumentException(
                        column.metric() + " needs columns for " + column.source().parts());
            }
        }
    }
}
