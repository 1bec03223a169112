package app.rotina.warehouse;

/** How far an import is, seen from outside while it runs, and the switch that stops it. */
public final class ImportProgress {
    private volatile String file = "";
    private volatile long rows;
    private volatile long bytesRead;
    private volatile long bytesOfFile;
    private volatile boolean cancelled;

    void file(String name) {
        file = name;
        rows = 0;
        bytesRead = 0;
        bytesOfFile = 0;
    }

    void rows(long count) {
        rows = count;
    }

    void bytes(long read, long all) {
        bytesRead = read;
        bytesOfFile = all;
    }

    /** Asks the import to stop; what it did so far is undone. */
    public void cancel() {
        cancelled = true;
    }

    public boolean cancelled() {
        return cancelled;
    }

    public String file() {
        return file;
    }

    public long rows() {
        return rows;
    }

    public long bytesRead() {
        return bytesRead;
    }

    /** The size of the file being read; 0 until it is known. */
    public long bytesOfFile() {
        return bytesOfFile;
    }
}
