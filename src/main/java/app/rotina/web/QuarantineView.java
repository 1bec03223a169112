package app.rotina.web;

import app.rotina.sources.CellRule;
import app.rotina.sources.RejectedRow;
import app.rotina.warehouse.Quarantine.Waiting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows that wait, or were given up, those with the same fault together: mended once, they are
 * all mended.
 *
 * @param count how many there are, of which some are shown
 * @param dismissed how many others were given up
 */
record QuarantineView(int count, long dismissed, List<Group> groups) {
    private static final int MOST_GROUPS = 25;
    private static final int MOST_ROWS = 20;

    /**
     * Rows that wait for the same reason.
     *
     * @param id of the first, which stands for all of them
     * @param where their file, what it is, and where the first one stands in it
     * @param column the header of the cell at fault; absence: it is the whole record
     * @param value what stands in that cell
     * @param profile the store's own profile that read them; absence: they were read by a shipped
     *     one
     * @param teachable true where what is written now can hold for later files, too
     * @param words that this column is known to say
     */
    record Group(
            long id,
            String where,
            String reason,
            @Nullable String column,
            @Nullable String value,
            int count,
            List<Row> rows,
            @Nullable String profile,
            boolean teachable,
            List<String> words) {

        /** True where one cell says all there is to mend. */
        boolean isOfOneCell() {
            return column != null && rows.getFirst().hasFault();
        }

        boolean isAlone() {
            return count == 1;
        }
    }

    /** A row that waits. */
    record Row(long id, String line, List<Cell> cells) {
        boolean hasFault() {
            return cells.stream().anyMatch(Cell::atFault);
        }
    }

    /** A cell of it; the one at fault is marked. */
    record Cell(String column, String value, boolean atFault) {}

    /** What rows that are mended together have in common. */
    private record Fault(
            String delivery,
            List<String> header,
            @Nullable String column,
            String reason,
            List<String> arguments,
            @Nullable String value) {

        static Fault of(Waiting row) {
            return new Fault(
                    row.delivery(),
                    row.header(),
                    row.column(),
                    row.reason(),
                    row.column() == null ? List.of(String.valueOf(row.id())) : row.arguments(),
                    row.value());
        }
    }

    /**
     * @param own the profiles of the store
     */
    static QuarantineView of(
            List<Waiting> waiting,
            long dismissed,
            FileKinds.Names kinds,
            Set<String> own,
            Words words) {
        Map<Fault, List<Waiting>> faults = new LinkedHashMap<>();
        waiting.forEach(
                row -> faults.computeIfAbsent(Fault.of(row), any -> new ArrayList<>()).add(row));
        return new QuarantineView(
                waiting.size(),
                dismissed,
                faults.values().stream()
                        .limit(MOST_GROUPS)
                        .map(rows -> group(rows, kinds, own, words))
                        .toList());
    }

    /** The rows with the same fault as this one, itself among them. */
    static List<Waiting> alike(List<Waiting> waiting, long id) {
        return waiting.stream()
                .filter(row -> row.id() == id)
                .findFirst()
                .map(Fault::of)
                .map(fault -> waiting.stream().filter(row -> Fault.of(row).equals(fault)).toList())
                .orElse(List.of());
    }

    /** The cells of a row with another value in the one at fault. */
    static List<String> with(Waiting row, String value) {
        List<String> cells = new ArrayList<>(row.cells());
        int at = row.column() == null ? -1 : row.header().indexOf(row.column());
        if (at >= 0 && at < cells.size()) {
            cells.set(at, value);
        }
        return cells;
    }

    private static Group group(
            List<Waiting> rows, FileKinds.Names kinds, Set<String> own, Words words) {
        Waiting first = rows.getFirst();
        String profile = first.delivery().replaceFirst("/.*", "");
        return new Group(
                first.id(),
                words.say(
                        "quarantine.where",
                        first.file(),
                        kinds.of(first.delivery()),
                        first.line(),
                        rows.size()),
                words.say(RejectedRow.textKey(first.reason()), first.arguments().toArray()),
                first.column(),
                first.value(),
                rows.size(),
                rows.stream().limit(MOST_ROWS).map(row -> row(row, words)).toList(),
                own.contains(profile) ? profile : null,
                first.column() != null && CellRule.mends(first.reason()),
                first.column() == null ? List.of() : kinds.words(first.delivery(), first.column()));
    }

    private static Row row(Waiting row, Words words) {
        return new Row(row.id(), words.say("web.quarantine.line", row.line()), cells(row));
    }

    /** A row with a cell too many or too few keeps all it has. */
    private static List<Cell> cells(Waiting row) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < Math.max(row.header().size(), row.cells().size()); i++) {
            String column = i < row.header().size() ? row.header().get(i) : "";
            String value = i < row.cells().size() ? row.cells().get(i) : "";
            cells.add(new Cell(column, value, Objects.equals(column, row.column())));
        }
        return cells;
    }
}
