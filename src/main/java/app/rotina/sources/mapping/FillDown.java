package app.rotina.sources.mapping;

import app.rotina.sources.file.CellKind;
import app.rotina.sources.file.RawRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives the lines of a group what only its first line says. A line continues the group when it has
 * the same group value and its first cell to fill is empty; what it says itself it keeps.
 */
public final class FillDown {
    private final int[] fill;
    private final int group;
    private @Nullable RawRecord first;

    public FillDown(FileProfile file, Typing typing) {
        this.fill =
                file.fill().stream()
                        .flatMap(name -> columns(file, name))
                        .mapToInt(typing::cellOf)
                        .filter(cell -> cell >= 0)
                        .toArray();
        this.group = columns(file, file.group()).mapToInt(typing::cellOf).findFirst().orElse(-1);
    }

    private static Stream<Column> columns(FileProfile file, @Nullable String name) {
        return file.columns().stream().filter(column -> column.name().equals(name));
    }

    public RawRecord filled(RawRecord record) {
        if (fill.length == 0 || group < 0) {
            return record;
        }
        @Nullable RawRecord above = first;
        if (above == null || !continues(record, above)) {
            first = record;
            return record;
        }
        return joined(record, above);
    }

    private boolean continues(RawRecord record, RawRecord above) {
        return record.cells().get(group).equals(above.cells().get(group))
                && record.cells().get(fill[0]).isBlank();
    }

    private RawRecord joined(RawRecord record, RawRecord above) {
        List<String> cells = new ArrayList<>(record.cells());
        List<CellKind> kinds = new ArrayList<>(record.kinds());
        for (int cell : fill) {
            if (!cells.get(cell).isBlank()) {
                continue;
            }
            cells.set(cell, above.cells().get(cell));
            if (!kinds.isEmpty()) {
                kinds.set(cell, above.kind(cell));
            }
        }
        return new RawRecord(
                record.record(),
                record.line(),
                Collections.unmodifiableList(cells),
                List.copyOf(kinds));
    }
}
