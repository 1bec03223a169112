package app.rotina.warehouse;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.sources.RejectedRow;
import app.rotina.sources.RowSink;
import app.rotina.sources.SourceRecord;
import app.rotina.sources.SourceRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file on a thread of its own, some batches ahead of the sink, which stays on the caller's:
 * reading and storing take about equally long. Memory is bounded by the batches under way.
 */
final class ReadAhead implements RowSink {
    private static final int BATCH = 500;
    private static final int AHEAD = 8;
    private static final List<SourceRecord> END = List.of();
    private static final Duration MOMENT = Duration.ofMillis(5);

    private final RowSink sink;
    private final BlockingQueue<List<SourceRecord>> queue = new ArrayBlockingQueue<>(AHEAD);
    private List<SourceRecord> batch = new ArrayList<>(BATCH);
    private volatile boolean abandoned;
    private volatile @Nullable Throwable failure;

    private ReadAhead(RowSink sink) {
        this.sink = sink;
    }

    /** Pushes every record of the reader into the sink, in file order. */
    static void through(Consumer<RowSink> reader, RowSink sink) {
        ReadAhead ahead = new ReadAhead(sink);
        Thread reading =
                Thread.ofPlatform().daemon().name("reading").start(() -> ahead.readAll(reader));
        try {
            try {
                ahead.storeAll();
            } finally {
                ahead.end(reading);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RotinaException(Problem.IMPORT_CANCELLED);
        }
        switch (ahead.failure) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> {}
        }
    }

    private void readAll(Consumer<RowSink> reader) {
        try {
            reader.accept(this);
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        if (!batch.isEmpty()) {
            handOver(batch);
        }
        handOver(END);
    }

    @Override
    public void take(SourceRow row) {
        add(row);
    }

    @Override
    public void reject(RejectedRow row) {
        add(row);
    }

    private void add(SourceRecord record) {
        batch.add(record);
        if (batch.size() == BATCH) {
            handOver(batch);
            batch = new ArrayList<>(BATCH);
        }
    }

    private void handOver(List<SourceRecord> records) {
        try {
            queue.put(records);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e); // nobody interrupts this thread
        }
    }

    @Override
    public void progress(long bytesRead, long bytesOfFile) {
        sink.progress(bytesRead, bytesOfFile);
    }

    @Override
    public boolean cancelled() {
        return abandoned || sink.cancelled();
    }

    private void storeAll() throws InterruptedException {
        for (List<SourceRecord> next = queue.take(); !next.isEmpty(); next = queue.take()) {
            next.forEach(this::store);
        }
    }

    private void store(SourceRecord record) {
        switch (record) {
            case SourceRow row -> sink.take(row);
            case RejectedRow row -> sink.reject(row);
        }
    }

    /** A sink that failed leaves batches behind that the reader must not wait for. */
    private void end(Thread reading) throws InterruptedException {
        abandoned = true;
        while (!reading.join(MOMENT)) {
            queue.clear();
        }
    }
}
