package app.rotina.sources.mapping;

import app.rotina.sources.SourceRow;
import app.rotina.sources.file.CellKind;
import app.rotina.sources.file.RawRecord;
import app.rotina.sources.grammar.CellText;
import app.rotina.sources.grammar.NumberGrammar;
import app.rotina.sources.grammar.Refused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The typing of one file's records: cells → values, then what the profile computes and decides. Not
 * for several threads.
 */
public final class Typing {
    private static final BigDecimal BEYOND = BigDecimal.valueOf(100_000_000_000_000L);

    private final FileProfile file;
    private final List<Column> columns;
    private final int[] cells;
    private final int[][] with;
    private final CellReader[] readers;
    private final @Nullable String[] lastRaw;
    private final @Nullable Object[] lastValue;
    private final int[] delivered;
    private final Set<String> blanks;
    private final TaughtCells taught;
    private final Settled settled;
    private final NewWords newWords = new NewWords();
    private final RowHash hash = new RowHash();
    private final @Nullable Repeated repeated;
    private final int group;
    private @Nullable Column reading;

    /**
     * The typing of one file.
     *
     * @param header the file's own
     * @param sample its first records, to settle how it writes numbers and dates
     */
    public Typing(
            FileProfile file,
            List<String> header,
            List<List<String>> sample,
            Surroundings surroundings) {
        this.file = file;
        this.columns = file.columns();
        this.cells = columns.stream().mapToInt(column -> column.indexIn(header)).toArray();
        this.with = columns.stream().map(column -> column.withIn(header)).toArray(int[][]::new);
        this.settled = new Evidence(file, surroundings).settle(sample, cells);
        CellReaders make = new CellReaders(file, surroundings, settled, newWords);
        this.readers = columns.stream().map(make::of).toArray(CellReader[]::new);
        this.lastRaw = new String[readers.length];
        this.lastValue = new Object[readers.length];
        this.delivered = file.delivered().stream().mapToInt(Integer::intValue).toArray();
        this.repeated = file.distinct() ? new Repeated(keySlots()) : null;
        this.group = Legible.groupSlot(file);
        this.blanks = file.reading().blanks();
        this.taught = new TaughtCells(header, surroundings.rules());
    }

    /**
     * The record's values.
     *
     * @throws Refused where a cell or a computed value cannot be had; {@link #refusedColumn} is it
     */
    public SourceRow type(RawRecord record) {
        @Nullable Object[] row = new Object[file.slots().size()];
        readAll(record, row);
        reading = null;
        follow(row);
        requireComplete(row);
        @Nullable Object[] values = new Object[delivered.length];
        for (int i = 0; i < delivered.length; i++) {
            values[i] = row[delivered[i]];
        }
        long[] bits = hash.of(values);
        return new SourceRow(record.record(), record.line(), bits[0], bits[1], values);
    }

    /** The column of the cell refused last; absence: what was computed did not fit. */
    public @Nullable Column refusedColumn() {
        return reading;
    }

    /** Words of the source that its profile does not know yet, by column; a few of each. */
    public Map<String, List<String>> newWords() {
        return newWords.byColumn();
    }

    /** The grammars that fit the file's numbers, of those that its profile allows. */
    public List<NumberGrammar> numbers() {
        List<NumberGrammar> allowed = file.reading().numbers();
        return settled.numbers().isEmpty() ? allowed : settled.numbers();
    }

    /** Where the column's cells are in the file; below 0: the file lacks it. */
    public int cellOf(Column column) {
        return cells[columns.indexOf(column)];
    }

    /** What of a refused record can still be read. */
    public Legible legible(RawRecord record) {
        @Nullable Object[] row = new Object[file.slots().size()];
        for (int c = 0; c < readers.length; c++) {
            readLeniently(c, record, row);
        }
        @Nullable BigDecimal control = control(row);
        return new Legible(group >= 0 && row[group] instanceof String text ? text : null, control);
    }

    private @Nullable BigDecimal control(@Nullable Object[] row) {
        try {
            follow(row);
        } catch (Refused e) {
            return null;
        }
        var control = file.control();
        return control == null ? null : Expression.number(row[slotOf(control.column())]);
    }

    private int[] keySlots() {
        return file.key().stream().mapToInt(this::slotOf).toArray();
    }

    private void requireComplete(@Nullable Object[] row) {
        for (int slot : file.require()) {
            if (row[slot] == null) {
                throw new Refused("value_missing_of", file.slots().get(slot).name());
            }
        }
        if (repeated != null && !repeated.isNew(row)) {
            throw new Refused("key_repeated", String.join(", ", file.key()));
        }
    }

    private int slotOf(String name) {
        for (int i = 0; i < file.slots().size(); i++) {
            if (file.slots().get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException(name);
    }

    private void readAll(RawRecord record, @Nullable Object[] row) {
        for (int c = 0; c < readers.length; c++) {
            Column column = columns.get(c);
            reading = column;
            @Nullable Object value = cells[c] < 0 ? null : read(c, record);
            if (value == null && column.need() == Column.Need.VALUE) {
                throw new Refused("value_missing");
            }
            row[column.slot()] = value;
        }
    }

    private void readLeniently(int c, RawRecord record, @Nullable Object[] row) {
        try {
            row[columns.get(c).slot()] = cells[c] < 0 ? null : read(c, record);
        } catch (Refused e) {
            row[columns.get(c).slot()] = null;
        }
    }

    private @Nullable Object read(int c, RawRecord record) {
        String raw = text(c, record);
        CellKind kind = record.kind(cells[c]);
        if (kind == CellKind.TEXT && raw.equals(lastRaw[c])) {
            return lastValue[c];
        }
        @Nullable String said = taught.reads(cells[c], record.cells().get(cells[c]));
        @Nullable String cleaned = CellText.clean(said == null ? raw : said);
        @Nullable Object value =
                cleaned == null || blanks.contains(cleaned)
                        ? null
                        : readers[c].read(cleaned, said == null ? kind : CellKind.TEXT);
        if (kind == CellKind.TEXT) {
            lastRaw[c] = raw;
            lastValue[c] = value;
        }
        return value;
    }

    private String text(int c, RawRecord record) {
        String own = record.cells().get(cells[c]);
        if (with[c].length == 0 || own.isBlank()) {
            return own;
        }
        StringJoiner text = new StringJoiner(" ").add(own.strip());
        for (int cell : with[c]) {
            String further = record.cells().get(cell).strip();
            if (!further.isEmpty()) {
                text.add(further);
            }
        }
        return text.toString();
    }

    private void follow(@Nullable Object[] row) {
        boolean ignored = false;
        List<Step> steps = file.steps();
        for (int i = 0; i < steps.size(); i++) {
            switch (steps.get(i)) {
                case Step.Assign assign -> assign(assign, row);
                case Step.Decide decide -> ignored |= decide(decide, row);
            }
        }
        for (Emit emit : file.emits()) {
            @Nullable Integer flag = emit.flag();
            @Nullable Condition when = emit.when();
            if (flag != null) {
                row[flag] = !ignored && (when == null || when.holds(row));
            }
        }
    }

    private static boolean decide(Step.Decide decide, @Nullable Object[] row) {
        List<Step.Rule> rules = decide.rules();
        for (int i = 0; i < rules.size(); i++) {
            Step.Rule rule = rules.get(i);
            if (rule.when().holds(row)) {
                refuse(rule.refuse());
                rule.sets().forEach(assign -> assign(assign, row));
                return rule.ignore();
            }
        }
        return false;
    }

    private static void refuse(@Nullable String reason) {
        if (reason != null) {
            throw new Refused(reason);
        }
    }

    private static void assign(Step.Assign assign, @Nullable Object[] row) {
        row[assign.slot()] = fitted(assign.value().of(row), assign.kind());
    }

    private static @Nullable Object fitted(@Nullable Object value, Kind kind) {
        if (value == null || !kind.isNumeric()) {
            return value;
        }
        @Nullable BigDecimal number = Expression.number(value);
        if (number == null || number.abs().compareTo(BEYOND) >= 0) {
            throw new Refused("number_range", value.toString());
        }
        return kind == Kind.INTEGER ? whole(number) : number;
    }

    private static Long whole(BigDecimal number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw new Refused("number_not_whole", number.toPlainString());
        }
    }
}
