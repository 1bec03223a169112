package app.rotina.sync;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Records as they come, written as a file of one stream. */
final class Batch implements AutoCloseable {
    private final Writer out;
    private final String stream;
    private final Map<String, String> stamps;
    private int records;

    /**
     * @param stamps fields that every record gets
     */
    Batch(Path file, String stream, Map<String, String> stamps) {
        try {
            this.out = new BufferedWriter(Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.stream = stream;
        this.stamps = stamps;
    }

    void add(JsonNode record) {
        if (record instanceof ObjectNode object) {
            stamps.forEach(object::put);
        }
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
