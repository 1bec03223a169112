package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ChartsBundleTest {
    private static final int MOST_BYTES = 200_000;
    private static final Path BUNDLE = Path.of("src/main/resources/static/assets/charts/charts.js");

    @Test
    void isTheOneThatWasBuilt() throws IOException, NoSuchAlgorithmException {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(BUNDLE));
        assertThat(HexFormat.of().formatHex(sum))
                .isEqualTo(Files.readString(Path.of("src/main/charts/charts.sha256")).strip());
    }

    @Test
    void leavesRoomForAPageBesideIt() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(Files.readAllBytes(BUNDLE));
        }
        assertThat(packed.size()).isLessThan(MOST_BYTES);
    }
}
