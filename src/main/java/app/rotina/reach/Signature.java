package app.rotina.reach;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Who a message comes from, proved in the ways that receivers ask for; HMAC-SHA256 in all. */
final class Signature {
    static final String PREFIX = "whsec_";

    private Signature() {}

    /** Over id, time in seconds and body, as standardwebhooks.com describes it. */
    static String standard(String secret, String id, String time, String body) {
        byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        return "v1," + base64(mac(key, id + "." + time + "." + body));
    }

    /** The time in seconds and the secret are the key, and nothing is signed. */
    static String feishu(String secret, String time) {
        return base64(mac((time + "\n" + secret).getBytes(UTF_8), ""));
    }

    /** The time in milliseconds and the secret are signed with the secret; made fit for a query. */
    static String dingTalk(String secret, String time) {
        String signed = base64(mac(secret.getBytes(UTF_8), time + "\n" + secret));
        return URLEncoder.encode(signed, UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
