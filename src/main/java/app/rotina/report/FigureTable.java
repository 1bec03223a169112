package app.rotina.report;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.metrics.FigureText;
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
import org.jspecify.annotations.Nullable;

/**
 * Figures of a page as a table that leaves it: as CSV, as a workbook that computes its sums and
 * ratios itself, or on A4. Figures keep all the digits they have; what is missing is an empty cell.
 *
 * @param notes what the figures mean: their days, zone, revenue and how far the data reach
 * @param heading what the lines are, such as channels
 * @param further what else is said of a line in words, between its name and its figures
 * @param total all lines together; absence: they do not make one
 */
public record FigureTable(
        String title,
        List<String> notes,
        String heading,
        List<String> further,
        List<Column> columns,
        List<Line> lines,
        @Nullable Line total,
        Currency currency,
        Locale locale) {
    /** More lines than this are no paper to read. */
    private static final int MOST_PRINTED = 3000;

    /** A table of figures alone. */
    public FigureTable(
            String title,
            List<String> notes,
            String heading,
            List<Column> columns,
            List<Line> lines,
            @Nullable Line total,
            Currency currency,
            Locale locale) {
        this(title, notes, heading, List.of(), columns, lines, total, currency, locale);
    }

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

    /** Sums where these parts make the whole to the last digit; else each figure stands alone. */
    public static Rule summing(List<MetricValue> parts, MetricValue whole) {
        BigDecimal sum =
                parts.stream()
                        .flatMap(part -> part.known().stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return whole.known().filter(all -> all.compareTo(sum) == 0).isPresent()
                ? new Summed()
                : new Given();
    }

    /** One line: what it is, and its further words and figures in the order of the columns. */
    public record Line(String name, List<String> further, List<MetricValue> values) {
        public Line(String name, List<MetricValue> values) {
            this(name, List.of(), values);
        }
    }

    /** Writes A4 pages; leaves the stream open. */
    public void writePdf(OutputStream out) throws IOException {
        if (lines.size() > MOST_PRINTED) {
            throw new RotinaException(Problem.TOO_MANY_LINES, lines.size(), MOST_PRINTED);
        }
        out.write(PaperPdf.print(this));
    }

    /** The figures of a line as they are read. */
    List<String> read(Line line) {
        FigureText text = FigureText.of(currency, locale);
        List<String> read = new ArrayList<>();
        for (int at = 0; at < columns.size(); at++) {
            Unit unit = columns.get(at).unit();
            read.add(line.values().get(at).known().map(one -> text.text(one, unit)).orElse("—"));
        }
        return read;
    }

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
        further.forEach(word -> header.add(FormulaGuard.out(word)));
        columns.forEach(column -> header.add(FormulaGuard.out(column.label())));
        return header;
    }

    private static List<String> cells(Line line, boolean comma) {
        List<String> cells = new ArrayList<>();
        cells.add(FormulaGuard.out(line.name()));
        line.further().forEach(word -> cells.add(FormulaGuard.out(word)));
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
