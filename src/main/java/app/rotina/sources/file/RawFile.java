package app.rotina.sources.file;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.sources.file.Look.Warning;
import app.rotina.sources.file.Table.Shape;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A table in a file that someone gave us, readable as often as needed; close it after use. */
public final class RawFile implements AutoCloseable {
    private static final int SAMPLE_ROWS = 200;
    private static final int SAMPLE_CHARS = 4 * Limits.RECORD_CHARS;
    private static final int PROGRESS_ROWS = 4_096;

    private final String name;
    private final Body body;

    RawFile(String name, Body body) {
        this.name = name;
        this.body = body;
    }

    /**
     * One per table: the file itself, what a {@code .gz} holds, or each entry of a {@code .zip}.
     * What a file is is told by its content, never by its name.
     *
     * @param name the original name, which is shown and never used as a path
     * @param tempFolder for workbooks that must be unpacked; {@link #close} deletes them
     */
    public static List<RawFile> open(Path file, String name, Path tempFolder) {
        String shown = Names.shown(name);
        try {
            return new Container(file, shown, tempFolder).tables();
        } catch (IOException e) {
            throw unreadable(shown, e);
        }
    }

    /** The name it came with, or {@code archive/entry}, fit to be shown. */
    public String name() {
        return name;
    }

    /** The bytes that {@link RawSink#progress} counts up to. */
    public long size() {
        return body.size();
    }

    /** True where it holds the records of streams, of which each kind is read by itself. */
    public boolean holdsStreams() {
        return body instanceof Messages;
    }

    /**
     * Which streams it has records of, which of the wanted paths any of them has, and how far its
     * tap has come.
     *
     * @param wanted by the stream's name
     */
    public Surveyed survey(Map<String, Set<String>> wanted) {
        try {
            return body instanceof Messages messages
                    ? new Survey(wanted).of(messages)
                    : new Surveyed(Map.of(), null);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    public Look look(Layout layout) {
        try {
            return switch (body) {
                case Messages messages -> messages.look(name, layout.records());
                case Table table -> look(table, layout);
            };
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    public void read(Layout layout, RawSink sink) {
        try {
            switch (body) {
                case Messages messages -> messages.read(layout.records(), sink);
                case Table table -> read(table, layout, sink);
            }
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private Look look(Table table, Layout layout) throws IOException {
        Shape shape = table.shape(layout);
        @Nullable Header header = header(table, layout, shape);
        return header == null ? empty(shape) : look(table, layout, shape, header);
    }

    private void read(Table table, Layout layout, RawSink sink) throws IOException {
        Shape shape = table.shape(layout);
        @Nullable Header header = header(table, layout, shape);
        if (header == null) {
            return;
        }
        sink.header(header.names(), (int) header.line());
        try (Rows rows = table.rows(layout, shape)) {
            read(rows, new Records(header, layout, shape.comment(), sink), sink);
        }
    }

    private @Nullable Header header(Table table, Layout layout, Shape shape) throws IOException {
        @Nullable Header header = Header.in(sample(table, layout, shape), layout, shape.comment());
        if (header != null && header.row().isTooWide()) {
            throw new RotinaException(
                    Problem.TABLE_TOO_WIDE, name, header.row().columns(), Limits.COLUMNS);
        }
        return header;
    }

    private static List<Row> sample(Table table, Layout layout, Shape shape) throws IOException {
        List<Row> sample = new ArrayList<>();
        long chars = 0;
        try (Rows rows = table.rows(layout, shape)) {
            @Nullable Row row = rows.next();
            while (row != null && chars < SAMPLE_CHARS) {
                sample.add(row);
                if (sample.size() >= SAMPLE_ROWS && row.line() >= layout.headerRow()) {
                    break;
                }
                chars += row.chars();
                row = rows.next();
            }
        }
        return sample;
    }

    private static Look look(Table table, Layout layout, Shape shape, Header header)
            throws IOException {
        Preview preview = new Preview();
        Records records = new Records(header, layout, shape.comment(), preview);
        try (Rows rows = table.rows(layout, shape)) {
            @Nullable Row row = rows.next();
            for (int i = 0; row != null && i < Limits.SECTION_ROWS && records.take(row); i++) {
                row = rows.next();
            }
        }
        List<Warning> warnings = new ArrayList<>(shape.warnings());
        warnings.addAll(header.warnings());
        warnings.addAll(records.warnings());
        return new Look(
                shape.format(),
                shape.encoding().charset(),
                shape.delimiter(),
                header.names(),
                (int) header.line(),
                preview.records(),
                List.copyOf(warnings),
                shape.sheets());
    }

    private static Look empty(Shape shape) {
        List<Warning> warnings = new ArrayList<>(shape.warnings());
        warnings.add(Warning.of("no_header"));
        return new Look(
                shape.format(),
                shape.encoding().charset(),
                shape.delimiter(),
                List.of(),
                0,
                List.of(),
                List.copyOf(warnings),
                shape.sheets());
    }

    private void read(Rows rows, Records records, RawSink sink) throws IOException {
        @Nullable Row row = rows.next();
        for (long i = 1; row != null && records.take(row); i++) {
            if (i % PROGRESS_ROWS == 0) {
                report(rows, sink);
            }
            row = rows.next();
        }
        sink.progress(size(), size());
    }

    private void report(Rows rows, RawSink sink) {
        if (sink.cancelled()) {
            throw new RotinaException(Problem.IMPORT_CANCELLED);
        }
        sink.progress(rows.position(), size());
    }

    private static RotinaException unreadable(String name, IOException cause) {
        boolean damaged = cause instanceof EOFException || cause instanceof ZipException;
        return damaged
                ? new RotinaException(Problem.FILE_DAMAGED, cause, name)
                : new RotinaException(
                        Problem.FILE_UNREADABLE, cause, name, String.valueOf(cause.getMessage()));
    }
}
