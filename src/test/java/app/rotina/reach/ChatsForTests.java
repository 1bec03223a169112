package app.rotina.reach;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.rotina.state.Webhooks.Shape;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The receivers of Slack, Teams, Feishu, WeCom and DingTalk as their makers describe them, and a
 * program that checks signatures by standardwebhooks.com; each refuses what is not in its shape.
 */
final class ChatsForTests implements AutoCloseable {
    static final String SECRET = "SECthis-is-secret";
    static final String WHSEC =
            "whsec_"
                    + Base64.getEncoder()
                            .encodeToString("a key of its own, 24+ bytes".getBytes(UTF_8));

    private static final long SECONDS_OFF = 300;

    private final HttpServer server;
    private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
    private final Set<String> ids = new HashSet<>();

    ChatsForTests() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String of(Shape shape) {
        String query = shape == Shape.DINGTALK ? "?access_token=x" : "";
        return url("/" + shape.name().toLowerCase(Locale.ROOT) + query);
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    List<JsonNode> bodies() {
        return bodies;
    }

    /** The ids of what the program took. */
    Set<String> ids() {
        return ids;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Reply(int status, String text) {}

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String raw = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String[] path = exchange.getRequestURI().getPath().split("/", -1);
            Reply reply =
                    switch (path[1]) {
                        case "status" -> new Reply(Integer.parseInt(path[2]), "whatever");
                        case "code" -> new Reply(200, "{\"code\":" + path[2] + ",\"msg\":\"m\"}");
                        case "errcode" ->
                                new Reply(200, "{\"errcode\":" + path[2] + ",\"errmsg\":\"m\"}");
                        case "silent" -> silent();
                        default -> judged(path[1], raw, exchange);
                    };
            byte[] text = reply.text().getBytes(UTF_8);
            boolean bare = reply.status() == 204;
            exchange.sendResponseHeaders(reply.status(), bare ? -1 : text.length);
            if (!bare) {
                exchange.getResponseBody().write(text);
            }
        }
    }

    private Reply judged(String shape, String raw, HttpExchange exchange) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (!exchange.getRequestMethod().equals("POST") || !type.startsWith("application/json")) {
            return new Reply(415, "json, please");
        }
        JsonNode body = JsonMapper.shared().readTree(raw);
        bodies.add(body);
        return switch (shape) {
            case "slack" -> slack(body);
            case "teams" -> teams(body, raw);
            case "feishu" -> feishu(body, raw);
            case "wecom" -> wecom(body);
            case "dingtalk" -> dingTalk(body, raw, exchange.getRequestURI().getRawQuery());
            default -> program(raw, exchange);
        };
    }

    private static Reply slack(JsonNode body) {
        boolean right =
                keys(body).stream().allMatch(Set.of("text", "mrkdwn", "unfurl_links")::contains)
                        && body.path("text").isString()
                        && !body.path("text").asString().isEmpty()
                        && body.path("text").asString().length() <= 40_000;
        return right ? new Reply(200, "ok") : new Reply(400, "invalid_payload");
    }

    private static Reply teams(JsonNode body, String raw) {
        JsonNode attachment = body.path("attachments").path(0);
        JsonNode card = attachment.path("content");
        boolean right =
                body.path("type").asString("").equals("message")
                        && attachment
                                .path("contentType")
                                .asString("")
                                .equals("application/vnd.microsoft.card.adaptive")
                        && card.path("type").asString("").equals("AdaptiveCard")
                        && card.path("version").asString("").matches("1\\.[0-5]")
                        && !card.path("body").isEmpty()
                        && raw.getBytes(UTF_8).length <= 28 * 1024;
        for (JsonNode block : card.path("body")) {
            right &= block.path("type").asString("").equals("RichTextBlock");
            for (JsonNode run : block.path("inlines")) {
                right &= run.path("type").asString("").equals("TextRun");
                right &= !run.path("text").asString("").isEmpty();
            }
        }
        return right ? new Reply(202, "") : new Reply(400, "Bad payload");
    }

    private static Reply feishu(JsonNode body, String raw) {
        String time = body.path("timestamp").asString("");
        if (!isNow(time, 1)
                || !same(
                        body.path("sign").asString(""),
                        hmac((time + "\n" + SECRET).getBytes(UTF_8), ""))) {
            return new Reply(
                    200,
                    "{\"code\":19021,\"msg\":\"sign match fail or timestamp is not within one hour"
                            + " from current time\"}");
        }
        JsonNode post = body.path("content").path("post").path("zh_cn");
        boolean right =
                body.path("msg_type").asString("").equals("post")
                        && post.path("title").isString()
                        && raw.getBytes(UTF_8).length <= 30 * 1024;
        for (JsonNode line : post.path("content")) {
            right &= line.isArray() && line.path(0).path("tag").asString("").equals("text");
        }
        return right
                ? new Reply(
                        200,
                        "{\"StatusCode\":0,\"StatusMessage\":\"success\",\"code\":0,\"data\":{},\"msg\":\"success\"}")
                : new Reply(200, "{\"code\":9499,\"msg\":\"Bad Request\",\"data\":{}}");
    }

    private static Reply wecom(JsonNode body) {
        String content = body.path("text").path("content").asString("");
        boolean right =
                body.path("msgtype").asString("").equals("text")
                        && !content.isEmpty()
                        && content.getBytes(UTF_8).length <= 2048;
        return right
                ? new Reply(200, "{\"errcode\":0,\"errmsg\":\"ok\"}")
                : new Reply(
                        200, "{\"errcode\":40058,\"errmsg\":\"text.content exceed max length\"}");
    }

    private static Reply dingTalk(JsonNode body, String raw, String query) {
        Map<String, String> asked =
                Arrays.stream(query.split("&", -1))
                        .map(each -> each.split("=", 2))
                        .collect(
                                Collectors.toMap(
                                        each -> each[0],
                                        each -> URLDecoder.decode(each[1], UTF_8)));
        String time = asked.getOrDefault("timestamp", "");
        String signed = hmac(SECRET.getBytes(UTF_8), time + "\n" + SECRET);
        if (!isNow(time, 1000) || !same(asked.getOrDefault("sign", ""), signed)) {
            return new Reply(200, "{\"errcode\":310000,\"errmsg\":\"sign not match\"}");
        }
        boolean right =
                body.path("msgtype").asString("").equals("text")
                        && !body.path("text").path("content").asString("").isEmpty()
                        && !body.path("at").path("isAtAll").asBoolean(true)
                        && raw.getBytes(UTF_8).length <= 20_000;
        return right
                ? new Reply(200, "{\"errcode\":0,\"errmsg\":\"ok\"}")
                : new Reply(200, "{\"errcode\":400105,\"errmsg\":\"unsupported msgtype\"}");
    }

    private Reply program(String raw, HttpExchange exchange) {
        String id = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id"));
        String time = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-timestamp"));
        String shown = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-signature"));
        byte[] key = Base64.getDecoder().decode(WHSEC.substring("whsec_".length()));
        if (!isNow(time, 1) || !same(shown, "v1," + hmac(key, id + "." + time + "." + raw))) {
            return new Reply(401, "signature");
        }
        ids.add(id);
        return new Reply(204, "");
    }

    private static boolean isNow(String time, long unit) {
        return time.matches("\\d{1,15}")
                && Math.abs(System.currentTimeMillis() / 1000 - Long.parseLong(time) / unit)
                        < SECONDS_OFF;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private static String hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> keys(JsonNode body) {
        return new TreeSet<>(body.propertyNames());
    }

    private static Reply silent() {
        try {
            Thread.sleep(5000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Reply(200, "late");
    }
}
