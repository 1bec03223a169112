package app.rotina.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files on their way in, over a real line. */
class UploadTest {
    private static final String IMPORTS = "/api/stores/shop/imports";
    private static final int DAYS = 20_000;
    private static final byte[] FILE = file();
    private static final int CUT = FILE.length * 6 / 10;

    private static ServerForTests server;

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        server.bean(Stores.class).add(StateForTests.store("shop"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @DisplayName("93: an upload cut at 60 % commits nothing, and goes on")
    void goesOnAfterACut() throws IOException, InterruptedException {
        String job = open();
        sendUntilCut(job, CUT);
        long received = received(job);
        assertThat(received).isPositive().isLessThanOrEqualTo(CUT);

        HttpResponse<String> early = post(job + "/start");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("upload_incomplete");
        assertThat(server.call("GET", IMPORTS, server.ownerToken()).body()).isEqualTo("[]");

        assertThat(rest(job, received - 1).statusCode()).isEqualTo(409);
        assertThat(rest(job, received).statusCode()).isEqualTo(200);
        assertThat(post(job + "/start").statusCode()).isEqualTo(200);
        assertThat(report(job).path("inserted").asLong()).isEqualTo(DAYS);
    }

    @Test
    void beginsAnewWhereTheWholeFileIsSentAgain() throws IOException, InterruptedException {
        String job = open();
        sendUntilCut(job, CUT);
        assertThat(received(job)).isPositive();

        assertThat(put(job, FILE, "application/octet-stream", null).statusCode()).isEqualTo(200);
        JsonNode files = json(get(job)).path("files");
        assertThat(files).hasSize(1);
        assertThat(files.path(0).path("received").asLong()).isEqualTo(FILE.length);
    }

    @Test
    void letsGoOfWaitingFilesWhereAPersonIsForgotten() {
        String job = open();
        assertThat(put(job, FILE, "application/octet-stream", null).statusCode()).isEqualTo(200);

        HttpResponse<String> forgotten =
                server.call(
                        "POST",
                        "/api/stores/shop/erasures",
                        server.ownerToken(),
                        "{\"contacts\":[\"ana@loja.example\"]}");

        assertThat(forgotten.statusCode()).isEqualTo(200);
        assertThat(get(job).statusCode()).isEqualTo(404);
        assertThat(Path.of(server.folder(), "spool")).isEmptyDirectory();
    }

    @Test
    void refusesPiecesThatDoNotFit() {
        String job = open();
        for (String range :
                new String[] {"bytes 10-5/20", "bytes 0-30/20", "lines 0-1/2", "bytes */9"}) {
            assertThat(put(job, FILE, "application/octet-stream", range).statusCode())
                    .as(range)
                    .isEqualTo(400);
        }
        assertThat(put(job, FILE, "application/octet-stream", "bytes 5-9/10").statusCode())
                .isEqualTo(409);
        assertThat(put(job, FILE, "application/octet-stream", "bytes 0-9/10").statusCode())
                .isEqualTo(409);
    }

    @Test
    void readsAFileWhoseSenderCallsItAFormAndRefusesWhatIsOne() {
        String job = open();
        assertThat(put(job, FILE, "application/x-www-form-urlencoded", null).statusCode())
                .isEqualTo(200);
        assertThat(json(get(job)).path("files").path(0).path("received").asLong())
                .isEqualTo(FILE.length);

        HttpResponse<String> wrapped = put(job, FILE, "multipart/form-data; boundary=x", null);
        assertThat(wrapped.statusCode()).isEqualTo(415);
        assertThat(wrapped.body()).contains("sent_as_form", "--data-binary");
        HttpResponse<String> posted =
                send("POST", "/api/inspections", FILE, "application/x-www-form-urlencoded", null);
        assertThat(posted.statusCode()).isEqualTo(415);
    }

    private static String open() {
        return IMPORTS + "/" + json(post(IMPORTS)).path("id").asString();
    }

    /** A line that breaks: all but the end of the request is sent, then it is closed. */
    private static void sendUntilCut(String job, int bytes) throws IOException {
        try (Socket line =
                new Socket(InetAddress.getLoopbackAddress(), server.url("/").getPort())) {
            OutputStream out = line.getOutputStream();
            String head =
                    """
                    PUT %s/files?name=days.csv HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Content-Type: application/octet-stream\r
                    Content-Length: %d\r
                    \r
                    """
                            .formatted(job, server.ownerToken(), FILE.length);
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(FILE, 0, bytes);
            out.flush();
        }
    }

    /** What has arrived, once the cut was noticed and all that came is there. */
    private static long received(String job) throws InterruptedException {
        long before = -1;
        for (int i = 0; i < 100; i++) {
            long now = json(get(job)).path("files").path(0).path("received").asLong(0);
            if (now > 0 && now == before) {
                return now;
            }
            before = now;
            Thread.sleep(Duration.ofMillis(100));
        }
        return before;
    }

    private static JsonNode report(String job) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            JsonNode card = json(get(job));
            if (!card.path("report").isNull() || !card.path("problem").isNull()) {
                return card.path("report");
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        throw new IllegalStateException("it does not end");
    }

    private static HttpResponse<String> rest(String job, long from) {
        byte[] rest = Arrays.copyOfRange(FILE, (int) from, FILE.length);
        String range = "bytes %d-%d/%d".formatted(from, FILE.length - 1, FILE.length);
        return put(job, rest, "application/octet-stream", range);
    }

    private static HttpResponse<String> put(
            String job, byte[] body, String type, @Nullable String range) {
        return send("PUT", job + "/files?name=days.csv", body, type, range);
    }

    private static HttpResponse<String> send(
            String method, String path, byte[] body, String type, @Nullable String range) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.url(path))
                        .header("Authorization", "Bearer " + server.ownerToken())
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofByteArray(body));
        if (range != null) {
            request.header("Content-Range", range);
        }
        return server.send(request.build());
    }

    private static HttpResponse<String> get(String path) {
        return server.call("GET", path, server.ownerToken());
    }

    private static HttpResponse<String> post(String path) {
        return server.call("POST", path, server.ownerToken());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static byte[] file() {
        StringBuilder csv = new StringBuilder("day,platform,campaign,spend\n");
        for (int i = 0; i < DAYS; i++) {
            csv.append("2026-01-")
                    .append(10 + i % 20)
                    .append(",Plataforma,c")
                    .append(i)
                    .append(",1.50\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
