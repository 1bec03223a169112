package app.rotina.warehouse;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.warehouse.Quarantine.Waiting;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes mended rows as small files of the kind they came from, so that they are read again. */
final class MendedFiles {
    private final Path folder;
    private final Map<Long, Waiting> waiting = new LinkedHashMap<>();

    MendedFiles(Path folder, List<Waiting> all) {
        this.folder = folder;
        all.forEach(row -> waiting.put(row.id(), row));
    }

    /** A file with mended rows of one kind; the ids stand in the order of its records. */
    record Mended(Path path, String name, String profile, List<Long> ids) {}

    List<Mended> write(Map<Long, List<String>> mended) {
        Map<List<Object>, List<Long>> kinds = new LinkedHashMap<>();
        for (long id : mended.keySet()) {
            Waiting row = known(id);
            kinds.computeIfAbsent(List.of(row.delivery(), row.header()), any -> new ArrayList<>())
                    .add(id);
        }
        return kinds.values().stream().map(ids -> write(ids, mended)).toList();
    }

    private Waiting known(long id) {
        @Nullable Waiting row = waiting.get(id);
        if (row == null) {
            throw new RotinaException(Problem.NOT_WAITING, String.valueOf(id));
        }
        return row;
    }

    private Mended write(List<Long> ids, Map<Long, List<String>> mended) {
        Waiting first = known(ids.getFirst());
        String profile = first.delivery().substring(0, first.delivery().indexOf('/'));
        try {
            Path file = Files.createTempFile(folder, "mended", ".csv");
            try (CsvWriter csv = CsvWriter.builder().build(file)) {
                csv.writeRecord(first.header());
                for (long id : ids) {
                    csv.writeRecord(mended.getOrDefault(id, List.of()));
                }
            }
            return new Mended(file, first.file(), profile, ids);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
