package app.rotina.sync;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** Records as they come, written as a file of one stream. */
final class Batch implements AutoCloseable {
    private final Writer out;
    private final String stream;
    private int records;

    Batch(Path file, String stream) {
        try {
            this.out = new BufferedWriter(Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.stream = stream;
    }

    void add(JsonNode record) {
        try {
            out.write("{\"type\":\"RECORD\",\"stream\":\"" + stream + "\",\"record\":");
            out.write(record.toString());
            out.write("}\n");
            records++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int records() {
        return records;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
