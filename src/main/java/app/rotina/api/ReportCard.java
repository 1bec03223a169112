package app.rotina.api;

import app.rotina.kernel.Money;
import app.rotina.warehouse.ImportReport;
import app.rotina.warehouse.ImportReport.ControlTotal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What an import did; {@code read} = inserted + updated + unchanged + quarantined.
 *
 * @param control absence: none of the files has money of its own
 */
record ReportCard(
        long read,
        long inserted,
        long updated,
        long unchanged,
        long quarantined,
        @Nullable Control control) {

    /** The same money as the files and as the facts have it, and what waits in quarantine. */
    record Control(String currency, String source, String warehouse, String quarantined) {
        static Control of(ControlTotal total) {
            Currency currency = Currency.getInstance(total.currency());
            return new Control(
                    total.currency(),
                    Money.plain(total.source(), currency),
                    Money.plain(total.warehouse(), currency),
                    Money.plain(total.quarantined(), currency));
        }
    }

    static ReportCard of(ImportReport report) {
        return new ReportCard(
                report.read(),
                report.inserted(),
                report.updated(),
                report.unchanged(),
                report.quarantined(),
                report.control() == null ? null : Control.of(report.control()));
    }
}
