package app.rotina.sync;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A token is asked for with a word that a key signs (RFC 7523, RS256), instead of a password: the
 * key itself never leaves. The key stands in a document, as services hand them out for machines.
 *
 * @param document the field with the document
 * @param issuer what the document calls who signs
 * @param audience what it calls the address where tokens are got
 * @param key what it calls the key, in PKCS 8
 * @param keyId what it calls the key's own number
 * @param claims what is said besides, such as {@code scope}
 */
record Assertion(
        String document,
        String issuer,
        String audience,
        String key,
        String keyId,
        Map<String, String> claims) {
    /** What the signed word, and the address it is for, are called where a form is filled. */
    private static final String WORD = "assertion";

    private static final String FOR = "audience";
    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What was said, with a word that is good from now on. */
    Map<String, String> on(Map<String, String> said, Instant now) {
        JsonNode file = file(said.getOrDefault(document, ""));
        Map<String, String> all = new TreeMap<>(said);
        all.put(FOR, text(file, audience));
        all.put(WORD, signed(file, now));
        return all;
    }

    private String signed(JsonNode file, Instant now) {
        Map<String, Object> head = new TreeMap<>(Map.of("alg", "RS256", "typ", "JWT"));
        head.put("kid", text(file, keyId));
        Map<String, Object> body = new TreeMap<>(claims);
        body.put("iss", text(file, issuer));
        body.put("aud", text(file, audience));
        body.put("iat", now.getEpochSecond());
        body.put("exp", now.plus(GOOD_FOR).getEpochSecond());
        String word = part(head) + "." + part(body);
        return word + "." + signature(word, text(file, key));
    }

    private static String part(Map<String, Object> claims) {
        return encoded(JSON.writeValueAsBytes(claims));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Of what is wrong with a key nothing is told but that it is. */
    private String signature(String word, String pem) {
        try {
            byte[] bytes =
                    Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]{1,40}-----", ""));
            PrivateKey own =
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(own);
            signature.update(word.getBytes(StandardCharsets.US_ASCII));
            return encoded(signature.sign());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unfit();
        }
    }

    private JsonNode file(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw unfit();
        }
    }

    private String text(JsonNode file, String name) {
        String text = file.path(name).asString("");
        if (text.isEmpty()) {
            throw unfit();
        }
        return text;
    }

    private RotinaException unfit() {
        return new RotinaException(Problem.CONNECTION_KEY, document);
    }
}
