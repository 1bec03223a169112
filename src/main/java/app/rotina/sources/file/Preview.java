package app.rotina.sources.file;

import java.util.ArrayList;
import java.util.List;

/** Keeps the first records for a look. */
final class Preview implements RawSink {
    private final List<List<String>> records = new ArrayList<>();

    @Override
    public void header(List<String> header, int line) {}

    @Override
    public void record(RawRecord row) {
        if (records.size() < Look.PREVIEW) {
            records.add(List.copyOf(row.cells()));
        }
    }

    @Override
    public void fault(RawFault fault) {}

    List<List<String>> records() {
        return List.copyOf(records);
    }
}
