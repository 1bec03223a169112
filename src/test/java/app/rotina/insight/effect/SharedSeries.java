package app.rotina.insight.effect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Public series that lie beside the project. */
final class SharedSeries {
    private SharedSeries() {}

    static Path file(String name) {
        String folder = System.getenv().getOrDefault("ROTINA_SHARED_DATA", "../shared/data");
        return Path.of(folder).resolve(name);
    }

    static double[] column(Path file, int column) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[column]))
                .toArray();
    }
}
