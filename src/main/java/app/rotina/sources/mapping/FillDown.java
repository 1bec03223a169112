package app.rotina.sources.mapping;

import app.rotina.sources.file.CellKind;
import app.rotina.sources.file.RawRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives the lines of a group what only its first line says. A line continues the group when it has
 * the same group value and all of its cells to fill are empty.
 */
public final class FillDown {
    private final int[] fill;
    private final int group;
    private @Nullable RawRecord first;

    public FillDown(FileProfile file, Typing typing) {
        this.fill =
                file.columns().stream()
                        .filter(column -> file.fill().contains(column.name()))
                        .mapToInt(typing::cellOf)
                        .filter(cell -> cell >= 0)
                        .toArray();
        this.group =
                file.columns().stream()
                        .filter(column -> column.name().equals(file.group()))
                        .mapToInt(typing::cellOf)
                        .findFirst()
                        .orElse(-1);
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
        if (!record.cells().get(group).equals(above.cells().get(group))) {
            return false;
        }
        for (int cell : fill) {
            if (!record.cells().get(cell).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private RawRecord joined(RawRecord record, RawRecord above) {
        List<String> cells = new ArrayList<>(record.cells());
        List<CellKind> kinds = new ArrayList<>(record.kinds());
        for (int cell : fill) {
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
