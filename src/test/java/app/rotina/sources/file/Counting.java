package app.rotina.sources.file;

import java.util.List;

/** Counts records and keeps none. */
class Counting implements RawSink {
    long count;
    long faults;

    @Override
    public void header(List<String> header, int line) {}

    @Override
    public void record(RawRecord row) {
        count++;
    }

    @Override
    public void fault(RawFault fault) {
        faults++;
    }
}
