package app.rotina.sources.file;

import app.rotina.sources.file.Look.Warning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The row that names the columns.
 *
 * @param row as it stands in the file
 * @param names its cells, stripped; two alike are kept both, without names the cell is empty
 */
record Header(Row row, List<String> names) {
    private static final int FOLLOWERS = 50;

    static Header of(Row row) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < row.cells().length; i++) {
            names.add(row.cells()[i].replace("\uFEFF", "").strip());
        }
        return new Header(row, List.copyOf(names));
    }

    /** Finds it among a file's first rows: where the layout says, or by its looks. */
    static @Nullable Header in(List<Row> rows, Layout layout, @Nullable String comment) {
        if (layout.headerRow() > 0) {
            return rows.stream()
                    .filter(row -> row.line() == layout.headerRow())
                    .findFirst()
                    .map(Header::of)
                    .orElse(null);
        }
        @Nullable Row row = byLooks(rows, comment);
        return row == null ? null : of(row);
    }

    long line() {
        return row.line();
    }

    /** The number of columns up to the last one that has a name. */
    int namedWidth() {
        return row.width();
    }

    int width() {
        return names.size();
    }

    boolean isRepeatedBy(Row other) {
        String[] cells = other.cells();
        if (cells.length != names.size()) {
            return false;
        }
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].equals(row.cells()[i])) {
                return false;
            }
        }
        return true;
    }

    /** True if the row has one of the names in that name's column. */
    boolean sharesName(Row other) {
        for (int i = 0; i < Math.min(other.cells().length, names.size()); i++) {
            String cell = other.cells()[i].strip();
            if (!cell.isEmpty() && cell.equals(names.get(i))) {
                return true;
            }
        }
        return false;
    }

    List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        if (row.flaw() != null) {
            warnings.add(Warning.of("header_damaged", row.line()));
        }
        if (!readsLikeOne(row)) {
            warnings.add(Warning.of("header_doubtful", row.line()));
        }
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            columns.computeIfAbsent(names.get(i), name -> new ArrayList<>()).add("" + (i + 1));
        }
        columns.forEach((name, at) -> {
            if (!name.isEmpty() && at.size() > 1) {
                warnings.add(Warning.of("duplicate_header", name, String.join(", ", at)));
            }
        });
        return warnings;
    }

    private static @Nullable Row byLooks(List<Row> rows, @Nullable String comment) {
        List<Row> candidates =
                rows.stream()
                        .filter(row -> !row.startsWith(comment) && !isDeclaration(row))
                        .toList();
        @Nullable Row wideEnough = null;
        for (int i = 0; i < candidates.size(); i++) {
            Row row = candidates.get(i);
            if (row.isBlank()
                    || !holds(row, candidates.subList(i + 1, candidates.size()), comment)) {
                continue;
            }
            if (readsLikeOne(row)) {
                return row;
            }
            wideEnough = wideEnough == null ? row : wideEnough;
        }
        return wideEnough;
    }

    private static boolean isDeclaration(Row row) {
        return row.line() == 1 && row.cells().length > 0 && Delimiter.isDeclaration(row.cells()[0]);
    }

    /**
     * True if nearly all rows that follow fit under it; half of them will do where it has several
     * columns, since a title has one and ragged rows are no reason to lose the header. In a file of
     * commented sections these are the rows up to the next blank one, since the next section may be
     * wider.
     */
    private static boolean holds(Row row, List<Row> followers, @Nullable String comment) {
        int all = 0;
        int wider = 0;
        for (Row follower : followers.subList(0, Math.min(FOLLOWERS, followers.size()))) {
            if (follower.isBlank()) {
                if (comment != null) {
                    break;
                }
                continue;
            }
            all++;
            wider += follower.width() > row.cells().length ? 1 : 0;
        }
        return wider * (row.width() > 1 ? 2 : 5) <= all;
    }

    /** True if at least half of its cells are there and none is a value. */
    private static boolean readsLikeOne(Row row) {
        int there = 0;
        int width = row.width();
        for (int i = 0; i < width; i++) {
            if (row.cells()[i].isBlank()) {
                continue;
            }
            if (row.isValue(i)) {
                return false;
            }
            there++;
        }
        return there * 2 >= width;
    }
}
