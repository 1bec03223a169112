package app.rotina.sync;

import app.rotina.sync.ApiForTests.Asked;
import app.rotina.sync.ApiForTests.Reply;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Google Analytics' reports as their documentation has them, for a key of an invented account. */
final class Ga4ForTests implements ApiForTests.Platform {
    static final String PROPERTY = "123456789";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String WHO = "reader@shop-of-tests.invalid";
    private static final JsonMapper JSON = JsonMapper.shared();

    final Map<LocalDate, Map<String, Integer>> days = new TreeMap<>();
    private final KeyPair keys = keys();
    String about = "{}";
    int throttled;

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the service hands keys out for machines. */
    String keyFile(String address) {
        String key = Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
        Map<String, String> file = new TreeMap<>();
        file.put("type", "service_account");
        file.put("private_key_id", "k1");
        file.put(
                "private_key",
                "-----BEGIN PRIVATE KEY-----\n"
                        + key.replace("\r", "")
                        + "\n-----END PRIVATE KEY-----\n");
        file.put("client_email", WHO);
        file.put("token_uri", address + "/token");
        return JSON.writeValueAsString(file);
    }

    synchronized void put(LocalDate day, String source, int sessions) {
        days.computeIfAbsent(day, any -> new TreeMap<>()).put(source, sessions);
    }

    synchronized void remove(LocalDate day, String source) {
        days.getOrDefault(day, new TreeMap<>()).remove(source);
    }

    @Override
    public Map<String, String> form() {
        return Map.of("grant_type", GRANT);
    }

    @Override
    public boolean isAgreed(Map<String, String> sent, Map<String, String> wanted) {
        Map<String, String> rest = new HashMap<>(sent);
        String word = String.valueOf(rest.remove("assertion"));
        return rest.equals(wanted) && isSigned(word) && says(word);
    }

    private boolean isSigned(String word) {
        int end = word.lastIndexOf('.');
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(keys.getPublic());
            signature.update(word.substring(0, end).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(word.substring(end + 1)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean says(String word) {
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(word.split("\\.", -1)[1]));
        long now = Instant.now().getEpochSecond();
        return claims.path("iss").asString().equals(WHO)
                && claims.path("aud").asString().endsWith("/token")
                && claims.path("scope").asString().endsWith("/auth/analytics.readonly")
                && Math.abs(claims.path("iat").asLong() - now) < 60
                && claims.path("exp").asLong() - claims.path("iat").asLong() <= 3_600;
    }

    @Override
    public String tokenPath() {
        return "/token";
    }

    @Override
    public String header() {
        return "Authorization";
    }

    @Override
    public String before() {
        return "Bearer ";
    }

    @Override
    public synchronized Reply answer(Asked asked) {
        if (throttled > 0) {
            throttled--;
            return AccountForTests.error(
                    429, "{\"error\":{\"code\":429,\"status\":\"RESOURCE_EXHAUSTED\"}}");
        }
        if (!asked.path().equals("/v1beta/properties/" + PROPERTY + ":runReport")) {
            return AccountForTests.error(404, "{\"error\":{\"status\":\"NOT_FOUND\"}}");
        }
        JsonNode body = JSON.readTree(asked.body());
        LocalDate from = LocalDate.parse(body.at("/dateRanges/0/startDate").asString());
        LocalDate to = LocalDate.parse(body.at("/dateRanges/0/endDate").asString());
        List<String> all =
                days.entrySet().stream()
                        .filter(day -> !day.getKey().isBefore(from) && !day.getKey().isAfter(to))
                        .flatMap(day ->
                                day.getValue().entrySet().stream()
                                        .map(row -> row(day.getKey(), row)))
                        .toList();
        return Reply.of(
                "{%s,%s,\"rows\":[%s],\"rowCount\":%d,\"metadata\":%s,\"kind\":\"analyticsData#runReport\"}"
                        .formatted(
                                headers("dimensionHeaders", body.path("dimensions")),
                                headers("metricHeaders", body.path("metrics")),
                                all.stream()
                                        .skip(body.path("offset").asInt())
                                        .limit(body.path("limit").asInt())
                                        .collect(Collectors.joining(",")),
                                all.size(),
                                about));
    }

    private static String headers(String name, JsonNode asked) {
        return "\"%s\":%s".formatted(name, asked);
    }

    private static String row(LocalDate day, Map.Entry<String, Integer> row) {
        return """
        {"dimensionValues":[{"value":"%s"},{"value":"%s"},{"value":"organic"},{"value":"Organic Search"}],\
        "metricValues":[{"value":"%d"},{"value":"%d"},{"value":"30"},{"value":"2"},{"value":"1"}]}\
        """
                .formatted(
                        DateTimeFormatter.BASIC_ISO_DATE.format(day),
                        row.getKey(),
                        row.getValue(),
                        row.getValue());
    }
}
