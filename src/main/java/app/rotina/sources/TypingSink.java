package app.rotina.sources;

import app.rotina.sources.file.RawFault;
import app.rotina.sources.file.RawRecord;
import app.rotina.sources.file.RawSink;
import app.rotina.sources.grammar.Refused;
import app.rotina.sources.mapping.Column;
import app.rotina.sources.mapping.FileProfile;
import app.rotina.sources.mapping.FillDown;
import app.rotina.sources.mapping.Legible;
import app.rotina.sources.mapping.Typing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types raw records and passes them on: each as a row or as a refusal. */
final class TypingSink implements RawSink {
    private final Typing typing;
    private final FillDown fill;
    private final RowSink sink;
    private List<String> header = List.of();

    TypingSink(Typing typing, FileProfile file, RowSink sink) {
        this.typing = typing;
        this.fill = new FillDown(file, typing);
        this.sink = sink;
    }

    @Override
    public void header(List<String> cells, int line) {
        header = cells;
    }

    @Override
    public void record(RawRecord bare) {
        RawRecord record = fill.filled(bare);
        SourceRow row;
        try {
            row = typing.type(record);
        } catch (Refused refused) {
            reject(record, refused);
            return;
        }
        sink.take(row);
    }

    @Override
    public void fault(RawFault fault) {
        sink.reject(
                new RejectedRow(
                        fault.record(),
                        fault.line(),
                        null,
                        null,
                        bare(fault.reason()),
                        fault.arguments(),
                        fault.cells(),
                        null,
                        null));
    }

    /** The reason by itself, as a refused cell names it. */
    private static String bare(String textKey) {
        return textKey.substring(textKey.lastIndexOf('.') + 1);
    }

    @Override
    public void progress(long bytesRead, long size) {
        sink.progress(bytesRead, size);
    }

    @Override
    public boolean cancelled() {
        return sink.cancelled();
    }

    private void reject(RawRecord record, Refused refused) {
        @Nullable Column column = typing.refusedColumn();
        int cell = column == null ? -1 : typing.cellOf(column);
        Legible legible = typing.legible(record);
        sink.reject(
                new RejectedRow(
                        record.record(),
                        record.line(),
                        cell < 0 ? null : header.get(cell),
                        cell < 0 ? null : record.cells().get(cell),
                        refused.reason(),
                        refused.arguments(),
                        record.cells(),
                        legible.group(),
                        legible.control()));
    }
}
