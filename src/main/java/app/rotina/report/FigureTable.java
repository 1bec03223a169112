package app.rotina.report;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric.Unit;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * Figures of a page as a table that leaves it: as CSV, or as a workbook that computes its sums and
 * ratios itself. Figures keep all the digits they have; what is missing is an empty cell.
 *
 * @param notes what the figures mean: their days, zone, revenue and how far the data reach
 * @param heading what the lines are, such as channels
 * @param total all lines together
 */
public record FigureTable(
        String title,
        List<String> notes,
        String heading,
        List<Column> columns,
        List<Line> lines,
        Line total,
        Currency currency,
        Locale locale) {

    /** One column of figures. */
    public record Column(String label, Unit unit, Rule rule) {}

    /** How a column's figures come about. */
    public sealed interface Rule {}

    /** They are given, each for itself, and so is that of all lines together. */
    public record Given() implements Rule {}

    /** They are given, and sum to that of all lines together. */
    public record Summed() implements Rule {}

    /** They are one column's figures divided by another's, both counted from the first column. */
    public record Ratio(int numerator, int denominator) implements Rule {}

    /** They are another column's figures as a share of all lines together. */
    public record Share(int of) implements Rule {}

    /** One line: what it is, and its figures in the order of the columns. */
    public record Line(String name, List<MetricValue> values) {}

    /** Writes an XLSX workbook; leaves the stream open. */
    public void writeWorkbook(OutputStream out) throws IOException {
        new FigureWorkbook(this).write(out);
    }

    /** Writes the lines as a spreadsheet of this language opens CSV; leaves the stream open. */
    public void writeCsv(OutputStream out) {
        boolean comma = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',';
        try {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write('\uFEFF'); // without it, spreadsheets take UTF-8 for the system's encoding
            CsvWriter csv =
                    CsvWriter.builder()
                            .fieldSeparator(comma ? ';' : ',')
                            .lineDelimiter(LineDelimiter.CRLF)
                            .build(writer);
            csv.writeRecord(header());
            for (Line line : lines) {
                csv.writeRecord(cells(line, comma));
            }
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> header() {
        List<String> header = new ArrayList<>();
        header.add(FormulaGuard.out(heading));
        columns.forEach(column -> header.add(FormulaGuard.out(column.label())));
        return header;
    }

    private static List<String> cells(Line line, boolean comma) {
        List<String> cells = new ArrayList<>();
        cells.add(FormulaGuard.out(line.name()));
        line.values()
                .forEach(value ->
                        cells.add(value.known().map(known -> plain(known, comma)).orElse("")));
        return cells;
    }

    private static String plain(BigDecimal value, boolean comma) {
        String plain = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        return comma ? plain.replace('.', ',') : plain;
    }
}
