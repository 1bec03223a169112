package app.rotina.api;

import app.rotina.kernel.Money;
import app.rotina.kernel.Texts;
import app.rotina.warehouse.ImportReport;
import app.rotina.warehouse.ImportReport.ControlTotal;
import app.rotina.warehouse.ImportReport.FileReport;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an import did; {@code read} = inserted + updated + unchanged + quarantined.
 *
 * @param control absence: none of the files has money of its own
 * @param warnings what a person should see of the files
 * @param states how far taps say they have come with it: their own JSON by profile
 */
record ReportCard(
        long read,
        long inserted,
        long updated,
        long unchanged,
        long quarantined,
        @Nullable Control control,
        List<WarningCard> warnings,
        Map<String, String> states) {

    /**
     * What a person should see of a file.
     *
     * @param warning its kind
     * @param text the whole sentence in the language asked for
     */
    record WarningCard(String file, String warning, List<String> arguments, String text) {}

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

    static ReportCard of(ImportReport report, Texts texts) {
        return new ReportCard(
                report.read(),
                report.inserted(),
                report.updated(),
                report.unchanged(),
                report.quarantined(),
                report.control() == null ? null : Control.of(report.control()),
                report.files().stream().flatMap(file -> warnings(file, texts)).toList(),
                report.states());
    }

    private static Stream<WarningCard> warnings(FileReport file, Texts texts) {
        return file.warnings().stream()
                .map(one ->
                        new WarningCard(file.name(), one.key(), one.arguments(), one.in(texts)));
    }
}
