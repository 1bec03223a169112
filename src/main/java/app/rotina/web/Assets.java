package app.rotina.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** Where a browser finds styles, scripts and icons: under an address that changes with them. */
final class Assets {
    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

    private Assets() {}

    static String address(String name) {
        return ADDRESSES.computeIfAbsent(
                name, each -> "/assets/" + each + "?v=" + checksum("/static/assets/" + each));
    }

    private static String checksum(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            CRC32 sum = new CRC32();
            sum.update(Objects.requireNonNull(in, resource).readAllBytes());
            return Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
