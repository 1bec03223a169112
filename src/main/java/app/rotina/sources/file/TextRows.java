package app.rotina.sources.file;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.sources.file.Content.Flow;
import app.rotina.sources.file.Row.Flaw;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of delimited text; a row whose quotes are broken costs itself and no other. */
final class TextRows implements Rows {
    private final Flow flow;
    private final Lines lines;
    private final char delimiter;
    private final String name;
    private CloseableIterator<Cells> records;
    private int brokenQuotes;

    TextRows(Flow flow, Encoding encoding, char delimiter, String name) throws IOException {
        this.flow = flow;
        this.lines = new Lines(flow, encoding);
        this.delimiter = delimiter;
        this.name = name;
        this.records = parse();
    }

    @Override
    public @Nullable Row next() throws IOException {
        lines.begin();
        try {
            return records.hasNext() ? row(records.next()) : null;
        } catch (CsvParseException e) {
            return broken(Flaw.of("broken_quote"));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof Lines.Overlong) {
                return broken(Flaw.of("overlong", Limits.RECORD_CHARS, Limits.RECORD_LINES));
            }
            throw e.getCause();
        }
    }

    @Override
    public long position() {
        return flow.position();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private CloseableIterator<Cells> parse() {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(4 * Limits.RECORD_CHARS)
                .build(new Cells(), lines)
                .iterator();
    }

    private Row row(Cells cells) {
        return Row.text(lines.startLine(), cells.kept(), cells.count(), lines.flaw());
    }

    /** Gives up on the record at hand and goes on with the line after its first one. */
    private Row broken(Flaw flaw) throws IOException {
        if (++brokenQuotes > Limits.BROKEN_QUOTES) {
            throw new RotinaException(Problem.TOO_MANY_BROKEN_QUOTES, name, Limits.BROKEN_QUOTES);
        }
        long line = lines.startLine();
        String first = lines.backToFirstLine();
        records = parse();
        String[] cells = first.split(Pattern.quote(String.valueOf(delimiter)), -1);
        return Row.text(line, cells, cells.length, flaw);
    }
}
