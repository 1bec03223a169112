package app.rotina.sources.file;

import java.util.List;

/** Where the records of one file go, in file order; each data record comes once, good or not. */
public interface RawSink {

    /** Comes first, once; a file without a header has no records either. */
    void header(List<String> header, int line);

    void record(RawRecord row);

    void fault(RawFault fault);

    default void progress(long bytesRead, long size) {}

    /** True once the reading should stop; it then throws {@code IMPORT_CANCELLED}. */
    default boolean cancelled() {
        return false;
    }
}
