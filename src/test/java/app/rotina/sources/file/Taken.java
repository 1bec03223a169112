package app.rotina.sources.file;

import java.util.ArrayList;
import java.util.List;

/** Keeps all that a reading gives. */
final class Taken implements RawSink {
    final List<String> header = new ArrayList<>();
    final List<RawRecord> records = new ArrayList<>();
    final List<RawFault> faults = new ArrayList<>();
    int headerLine;
    long bytesRead;

    static Taken from(RawFile file, Layout layout) {
        Taken taken = new Taken();
        file.read(layout, taken);
        return taken;
    }

    @Override
    public void header(List<String> header, int line) {
        this.header.addAll(header);
        headerLine = line;
    }

    @Override
    public void record(RawRecord row) {
        records.add(row);
    }

    @Override
    public void fault(RawFault fault) {
        faults.add(fault);
    }

    @Override
    public void progress(long bytesRead, long size) {
        this.bytesRead = bytesRead;
    }

    List<List<String>> cells() {
        return records.stream().map(RawRecord::cells).toList();
    }

    /** The first cell of every good record. */
    List<String> firsts() {
        return records.stream().map(row -> row.cells().getFirst()).toList();
    }
}
