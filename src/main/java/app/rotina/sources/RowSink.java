package app.rotina.sources;

/** Where the records of one file go, in file order. Every record of a file reaches it once. */
public interface RowSink {

    void take(SourceRow row);

    void reject(RejectedRow row);

    /** How much of the file has been read, for whoever shows it. */
    default void progress(long bytesRead, long bytesOfFile) {}

    /** True once the work should stop; the reader then throws {@code IMPORT_CANCELLED}. */
    default boolean cancelled() {
        return false;
    }
}
