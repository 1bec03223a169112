package app.rotina.sources;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.sources.Inspection.Count;
import app.rotina.sources.Inspection.Refusals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first rows of a file, kept, and many more of them, counted. */
final class FirstRows implements RowSink {
    static final int COUNTED = 20_000;
    private static final int KEPT = 50;

    private final List<SourceRow> rows = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final Map<List<String>, Refusals> refused = new LinkedHashMap<>();
    private long read;
    private boolean more;

    static FirstRows none() {
        return new FirstRows();
    }

    static FirstRows of(SourceFile source) {
        FirstRows first = new FirstRows();
        try {
            source.read(first);
        } catch (RotinaException e) {
            if (e.problem() != Problem.IMPORT_CANCELLED) {
                throw e;
            }
        }
        return first;
    }

    @Override
    public void take(SourceRow row) {
        if (isCounted() && rows.size() < KEPT) {
            rows.add(row);
        }
    }

    @Override
    public void reject(RejectedRow row) {
        if (!isCounted()) {
            return;
        }
        if (rejected.size() < KEPT) {
            rejected.add(row);
        }
        refused.merge(
                List.of(row.reason(), String.valueOf(row.column())),
                new Refusals(row, 1),
                (all, one) -> new Refusals(all.first(), all.count() + one.count()));
    }

    @Override
    public boolean cancelled() {
        return more;
    }

    List<SourceRow> rows() {
        return List.copyOf(rows);
    }

    List<RejectedRow> rejected() {
        return List.copyOf(rejected);
    }

    Count count() {
        return new Count(
                read,
                !more,
                refused.values().stream()
                        .sorted(Comparator.comparingLong(Refusals::count).reversed())
                        .toList());
    }

    /** The first row that was refused for the reason. */
    Optional<RejectedRow> refusedFor(String reason) {
        return refused.values().stream()
                .map(Refusals::first)
                .filter(row -> row.reason().equals(reason))
                .findFirst();
    }

    private boolean isCounted() {
        more |= read == COUNTED;
        read += more ? 0 : 1;
        return !more;
    }
}
