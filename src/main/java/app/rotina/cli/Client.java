package app.rotina.cli;

import app.rotina.api.Server;
import app.rotina.api.ServerAddress;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Texts;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** Speaks to the server over HTTP; closes it afterwards where it was started for this command. */
final class Client implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final ServerAddress address;
    private final @Nullable Server own;
    private final Texts texts;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();

    Client(ServerAddress address, @Nullable Server own, Locale language) {
        this.address = address;
        this.own = own;
        this.texts = Texts.of(language);
    }

    /** False where the address is left over from a server that was killed. */
    boolean answers() {
        try {
            return send(request("/api/me").timeout(CONNECT).GET().build()).statusCode() == 200;
        } catch (RotinaException e) {
            return false;
        }
    }

    JsonNode get(String path) {
        return json(request(path).GET().build());
    }

    JsonNode post(String path, Object body) {
        return json(request(path).POST(written(body)).build());
    }

    JsonNode put(String path, Object body) {
        return json(request(path).PUT(written(body)).build());
    }

    JsonNode patch(String path, Object body) {
        return json(request(path).method("PATCH", written(body)).build());
    }

    /** Sends a file as it is, piece by piece. */
    void upload(String path, Path file) {
        try {
            String query =
                    "?name=%s&written=%s"
                            .formatted(
                                    encoded(String.valueOf(file.getFileName())),
                                    encoded(
                                            Files.getLastModifiedTime(file)
                                                    .toInstant()
                                                    .toString()));
            json(
                    request(path + query)
                            .setHeader("Content-Type", "application/octet-stream")
                            .PUT(BodyPublishers.ofFile(file))
                            .build());
        } catch (IOException e) {
            throw new RotinaException(Problem.FILE_NOT_FOUND, e, file);
        }
    }

    /** Sends a file as it is, and gives what the server says to it. */
    JsonNode send(String method, String path, Path file) {
        try {
            return json(
                    request(path)
                            .setHeader("Content-Type", "application/octet-stream")
                            .method(method, BodyPublishers.ofFile(file))
                            .build());
        } catch (FileNotFoundException e) {
            throw new RotinaException(Problem.FILE_NOT_FOUND, e, file);
        }
    }

    /** Sends a text as it is. */
    JsonNode postText(String path, String text) {
        return json(
                request(path)
                        .setHeader("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofString(text))
                        .build());
    }

    /** What the server gives, as text. */
    String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    /** Keeps what the server gives as a file; the file there is replaced once all has come. */
    void download(String path, Path file) {
        byte[] content = bytes(path);
        try {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new RotinaException(Problem.FILE_NOT_WRITTEN, e, file);
        }
    }

    private byte[] bytes(String path) {
        HttpResponse<byte[]> response = send(request(path).GET().build());
        if (response.statusCode() >= 400) {
            throw refusal(read(response.body()), response.statusCode());
        }
        return response.body();
    }

    /** The same line with texts in another language. */
    Client speaking(Locale locale) {
        return new Client(address, null, locale);
    }

    JsonNode delete(String path) {
        return json(request(path).DELETE().build());
    }

    /** A path with its parts made safe: {@code path("/api/stores/{}/query", store)}. */
    static String path(String template, String... parts) {
        String path = template;
        for (String part : parts) {
            int at = path.indexOf("{}");
            path = path.substring(0, at) + encoded(part) + path.substring(at + 2);
        }
        return path;
    }

    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address.url() + path))
                .header("Authorization", "Bearer " + address.token())
                .header("Accept-Language", texts.locale().toLanguageTag())
                .header("Content-Type", "application/json");
    }

    JsonNode json(HttpRequest request) {
        HttpResponse<byte[]> response = send(request);
        JsonNode body = read(response.body());
        if (response.statusCode() >= 400) {
            throw refusal(body, response.statusCode());
        }
        return body;
    }

    @Override
    public void close() {
        http.close();
        if (own != null) {
            own.close();
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new RotinaException(
                    Problem.INTERNAL, e, address.url() + " – " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RotinaException(Problem.INTERNAL, e, "interrupted");
        }
    }

    private static BodyPublisher written(Object body) {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private static JsonNode read(byte[] body) {
        if (body.length == 0) {
            return NullNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new RotinaException(Problem.INTERNAL, e, "JSON");
        }
    }

    /** The refusal that a problem means. */
    Refusal refusal(JsonNode problem) {
        return refusal(problem, problem.path("status").asInt());
    }

    private Refusal refusal(JsonNode body, int status) {
        String code = body.path("code").asString("internal").toUpperCase(Locale.ROOT);
        String sentence =
                body.path("detail").asString(texts.say("problem.internal", "HTTP " + status));
        return new Refusal(sentence, Problem.valueOf(code).category().exitCode());
    }
}
