package app.rotina.sources.file;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The records of streams, one message a line, as Singer's taps and Airbyte's sources write them.
 */
final class Messages implements Body {
    private static final int PROGRESS_LINES = 1_024;
    private static final int LOOKED_AT = 5_000;

    private final Content content;

    Messages(Content content) {
        this.content = content;
    }

    static boolean isIn(Content content) throws IOException {
        try (MessageLines lines = new MessageLines(content)) {
            byte @Nullable [] first = lines.next();
            return first != null && !lines.isOverlong() && Message.of(first) != null;
        }
    }

    @Override
    public long size() {
        return content.size();
    }

    MessageLines lines() throws IOException {
        return new MessageLines(content);
    }

    Look look(String name, Layout.@Nullable Records records) throws IOException {
        if (records == null) {
            throw new RotinaException(Problem.FILE_NOT_RECOGNISED, name);
        }
        Preview preview = new Preview();
        try (MessageLines lines = lines()) {
            Reading reading = new Reading(records, preview);
            for (int i = 0; i < LOOKED_AT && reading.take(lines); i++) {
                if (preview.records().size() == Look.PREVIEW) {
                    break;
                }
            }
        }
        return new Look(
                Look.Format.STREAMS,
                StandardCharsets.UTF_8,
                ',',
                records.paths(),
                1,
                preview.records(),
                List.of(),
                List.of());
    }

    void read(Layout.@Nullable Records records, RawSink sink) throws IOException {
        Layout.Records chosen = Objects.requireNonNull(records);
        sink.header(chosen.paths(), 1);
        try (MessageLines lines = lines()) {
            Reading reading = new Reading(chosen, sink);
            for (long i = 1; reading.take(lines); i++) {
                if (i % PROGRESS_LINES == 0) {
                    report(lines, sink);
                }
            }
        }
        sink.progress(size(), size());
    }

    private void report(MessageLines lines, RawSink sink) {
        if (sink.cancelled()) {
            throw new RotinaException(Problem.IMPORT_CANCELLED);
        }
        sink.progress(lines.position(), size());
    }

    /** One pass over the lines. */
    private static final class Reading {
        private final Layout.Records records;
        private final Exploded exploded;
        private final RawSink sink;
        private long record;

        Reading(Layout.Records records, RawSink sink) {
            this.records = records;
            this.exploded = new Exploded(records);
            this.sink = sink;
        }

        /** Takes the next line; false after the last. */
        boolean take(MessageLines lines) throws IOException {
            byte @Nullable [] line = lines.next();
            if (line == null) {
                return false;
            }
            @Nullable Message message = lines.isOverlong() ? null : Message.of(line);
            if (message == null) {
                stray(line, lines);
            } else if (message.stream() != null && records.streams().contains(message.stream())) {
                give(message, lines.number());
            }
            return true;
        }

        private void give(Message message, long line) {
            exploded.each(
                    message.record(),
                    (cells, kinds) -> sink.record(new RawRecord(++record, line, cells, kinds)));
        }

        private void stray(byte[] line, MessageLines lines) {
            if (!records.strays()) {
                return;
            }
            Row.Flaw flaw =
                    lines.isOverlong()
                            ? Row.Flaw.of("message_overlong", Limits.MESSAGE_BYTES)
                            : Row.Flaw.of("no_message");
            int kept = Math.min(line.length, Limits.FAULT_CHARS);
            String start = new String(line, 0, kept, StandardCharsets.UTF_8);
            sink.fault(
                    new RawFault(
                            ++record,
                            lines.number(),
                            flaw.reason(),
                            flaw.arguments(),
                            List.of(start)));
        }
    }
}
