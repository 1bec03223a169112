package app.rotina.report;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.warehouse.Quarantine.Waiting;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Waiting rows of one kind of file as a CSV that people mend in a spreadsheet: the row's id, then
 * the columns of the file it came in. It comes back in whatever form the spreadsheet saves.
 *
 * @param id names the list among those of a store, such as {@code olist-items}
 * @param delivery the kind of file, such as {@code olist/items}
 */
public record MendingList(String id, String delivery, List<String> header, List<Waiting> rows) {
    private static final String ID = "id";

    /** One list for each kind of file and header that rows wait of, in the order of their ids. */
    public static List<MendingList> of(List<Waiting> waiting) {
        Map<List<Object>, List<Waiting>> kinds = new LinkedHashMap<>();
        waiting.forEach(row ->
                kinds.computeIfAbsent(
                                List.of(row.delivery(), row.header()), any -> new ArrayList<>())
                        .add(row));
        Map<String, Integer> used = new LinkedHashMap<>();
        List<MendingList> lists = new ArrayList<>();
        for (List<Waiting> rows : kinds.values()) {
            Waiting first = rows.getFirst();
            String name = first.delivery().replaceAll("[^A-Za-z0-9_-]", "-");
            int number = used.merge(name, 1, Integer::sum);
            lists.add(
                    new MendingList(
                            number == 1 ? name : name + "-" + number,
                            first.delivery(),
                            first.header(),
                            List.copyOf(rows)));
        }
        return List.copyOf(lists);
    }

    /** Writes it as a spreadsheet of this language opens it; leaves the stream open. */
    public void write(OutputStream out, Locale locale) {
        try {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.write('\uFEFF'); // without it, spreadsheets take UTF-8 for the system's encoding
            CsvWriter csv =
                    CsvWriter.builder()
                            .fieldSeparator(separator(locale))
                            .lineDelimiter(LineDelimiter.CRLF)
                            .build(text);
            csv.writeRecord(line(ID, header));
            rows.forEach(row -> csv.writeRecord(line(String.valueOf(row.id()), row.cells())));
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> line(String id, List<String> cells) {
        List<String> line = new ArrayList<>(List.of(id));
        cells.forEach(cell -> line.add(FormulaGuard.out(cell)));
        return line;
    }

    /** Where a comma parts the decimals, spreadsheets part cells by a semicolon. */
    private static char separator(Locale locale) {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',' ? ';' : ',';
    }

    /**
     * Reads a list that came back; its columns may stand in another order.
     *
     * @param name the file's name, for people
     * @param locale the language of the system it may have been saved in
     * @return the cells of each row, in the order of its own file
     */
    public static Map<Long, List<String>> read(
            byte[] file, String name, Locale locale, List<Waiting> waiting) {
        MendedText text = MendedText.of(file, name, locale);
        Map<Long, List<String>> headers = new LinkedHashMap<>();
        waiting.forEach(row -> headers.put(row.id(), row.header()));
        Map<Long, List<String>> mended = new LinkedHashMap<>();
        try (CsvReader<CsvRecord> csv = text.open()) {
            Iterator<CsvRecord> records = csv.iterator();
            List<String> columns = cells(records.next());
            while (records.hasNext()) {
                CsvRecord record = records.next();
                long id = id(record, name);
                @Nullable List<String> header = headers.get(id);
                if (header == null || mended.containsKey(id)) {
                    throw new RotinaException(Problem.NOT_WAITING, String.valueOf(id));
                }
                mended.put(id, new Columns(columns, header, name).of(cells(record)));
            }
            return mended;
        } catch (CsvParseException e) {
            throw new RotinaException(Problem.MENDING_NOT_OURS, e, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long id(CsvRecord record, String name) {
        try {
            return Long.parseLong(record.getField(0).strip());
        } catch (NumberFormatException e) {
            throw new RotinaException(Problem.MENDING_NOT_OURS, e, name);
        }
    }

    /** The cells behind the id. */
    private static List<String> cells(CsvRecord record) {
        List<String> fields = record.getFields();
        return fields.subList(1, fields.size()).stream().map(FormulaGuard::back).toList();
    }

    /** Where the cells of a row's own file stand in the list that came back. */
    private record Columns(List<String> found, List<String> header, String name) {

        List<String> of(List<String> cells) {
            List<String> own = new ArrayList<>();
            boolean same =
                    found.size() >= header.size() && found.subList(0, header.size()).equals(header);
            for (int i = 0; i < header.size(); i++) {
                int at = same ? i : place(header.get(i));
                own.add(at < cells.size() ? cells.get(at) : "");
            }
            // what stands beyond the header is part of the row's fault, until somebody empties it
            int last = cells.size();
            while (last > found.size() && cells.get(last - 1).isEmpty()) {
                last--;
            }
            own.addAll(cells.subList(Math.min(found.size(), last), last));
            return own;
        }

        private int place(String column) {
            int at = found.indexOf(column);
            if (at < 0 || at != found.lastIndexOf(column)) {
                throw new RotinaException(Problem.MENDING_COLUMN, name, column);
            }
            return at;
        }
    }
}
