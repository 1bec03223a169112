package app.rotina.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.rotina.access.Anyone;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Where a browser finds styles, scripts and icons: under an address that changes with them. The
 * styles are one file, and so are the scripts: the pieces in {@code assets/style} and {@code
 * assets/script}, joined in the order of their names.
 */
@Controller
final class Assets {
    private static final String STYLES = "rotina.css";
    private static final String SCRIPTS = "rotina.js";
    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();
    private static final Map<String, byte[]> JOINED =
            Map.of(
                    STYLES, Terse.style(joined("style/*.css")).getBytes(UTF_8),
                    SCRIPTS, Terse.script(joined("script/*.js")).getBytes(UTF_8));

    static String address(String name) {
        return ADDRESSES.computeIfAbsent(
                name, each -> "/assets/" + each + "?v=" + checksum(content(each)));
    }

    @GetMapping("/assets/" + STYLES)
    @Anyone
    ResponseEntity<byte[]> styles() {
        return kept(STYLES, "text/css");
    }

    @GetMapping("/assets/" + SCRIPTS)
    @Anyone
    ResponseEntity<byte[]> scripts() {
        return kept(SCRIPTS, "text/javascript");
    }

    private static ResponseEntity<byte[]> kept(String name, String type) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic())
                .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .body(content(name));
    }

    static byte[] content(String name) {
        byte[] joined = JOINED.get(name);
        return joined != null ? joined : read("/static/assets/" + name);
    }

    private static String joined(String pieces) {
        try {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            Resource[] found =
                    new PathMatchingResourcePatternResolver(Assets.class.getClassLoader())
                            .getResources("classpath:/static/assets/" + pieces);
            Arrays.sort(
                    found,
                    Comparator.comparing(each -> Objects.requireNonNull(each.getFilename())));
            for (Resource each : found) {
                whole.writeBytes(each.getContentAsByteArray());
            }
            return whole.toString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(in, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checksum(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return Long.toHexString(sum.getValue());
    }
}
