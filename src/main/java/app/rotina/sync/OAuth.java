package app.rotina.sync;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A request signed without a token (RFC 5849, HMAC-SHA256 as WooCommerce takes it): the password is
 * never on the wire.
 */
record OAuth(String key, String secret) {
    private static final String ALGORITHM = "HmacSHA256";

    /** When a request is made, and a word that no other has. */
    record Moment(long seconds, String nonce) {}

    String header(String method, URI address, Moment moment) {
        Map<String, String> own = new TreeMap<>();
        own.put("oauth_consumer_key", key);
        own.put("oauth_nonce", moment.nonce());
        own.put("oauth_signature_method", "HMAC-SHA256");
        own.put("oauth_timestamp", Long.toString(moment.seconds()));
        own.put("oauth_version", "1.0");
        own.put("oauth_signature", signature(method, address, own));
        return own.entrySet().stream()
                .map(each -> "%s=\"%s\"".formatted(each.getKey(), encoded(each.getValue())))
                .collect(Collectors.joining(", ", "OAuth ", ""));
    }

    /**
     * @param own what is signed besides the address's own parameters
     */
    String signature(String method, URI address, Map<String, String> own) {
        Map<String, String> all = new TreeMap<>();
        own.forEach((name, value) -> all.put(encoded(name), encoded(value)));
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                all.put(again(pair.substring(0, equals)), again(pair.substring(equals + 1)));
            }
        }
        String parameters =
                all.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining("&"));
        String base =
                method
                        + "&"
                        + encoded(address.toString().split("\\?", 2)[0])
                        + "&"
                        + encoded(parameters);
        return signed(base);
    }

    private String signed(String base) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            byte[] password = (encoded(secret) + "&").getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(password, ALGORITHM));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String again(String part) {
        return encoded(URLDecoder.decode(part, StandardCharsets.UTF_8));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
