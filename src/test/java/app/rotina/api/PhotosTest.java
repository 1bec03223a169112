package app.rotina.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A check that asks for a photo, from the first answer that is refused to the photo shown. */
class PhotosTest {
    private static String today() {
        return LocalDate.now(ZoneId.of("America/Sao_Paulo")).toString();
    }

    private static ServerForTests server;

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        server.bean(Stores.class).add(StateForTests.store("ours"));
        server.bean(Stores.class).add(StateForTests.store("theirs"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isAnsweredWithAPhoto() throws IOException {
        String wish = "{\"name\": \"Shop window\", \"asks\": [\"photo\"]}";
        String check = text(call("POST", "/api/stores/ours/arrangement/checks", wish).body(), "id");
        String path = "/api/stores/ours/routine/" + check;
        String fine = "{\"outcome\": \"pass\"}";
        assertThat(call("POST", path + "/answers", fine).body()).contains("answer_without_photo");

        assertThat(send(path, "x.jpg", "not a photo".getBytes(StandardCharsets.UTF_8)).body())
                .contains("not_a_photo");
        HttpResponse<String> kept = send(path, "window.png", picture());
        assertThat(kept.statusCode()).isEqualTo(201);
        assertThat(call("POST", path + "/answers", fine).statusCode()).isEqualTo(201);
        String photo = path + "/photos/" + today() + "/" + text(kept.body(), "id");
        HttpResponse<String> shown = call("GET", photo, "");
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(call("GET", photo.replace("ours", "theirs"), "").statusCode()).isEqualTo(400);
        assertThat(call("GET", photo.replace(check, "store_opens"), "").body())
                .contains("unknown_attachment");
        call("DELETE", photo, "");
        assertThat(call("GET", path + "/photos/" + today(), "").body()).isEqualTo("[]");
        assertThat(call("POST", photo + "/restoration", "").statusCode()).isEqualTo(200);
        assertThat(call("GET", photo, "").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> send(String path, String name, byte[] content) {
        return server.send(
                HttpRequest.newBuilder(server.url(path + "/photos/" + today() + "?name=" + name))
                        .header("Authorization", "Bearer " + server.ownerToken())
                        .header("Content-Type", "application/octet-stream")
                        .PUT(BodyPublishers.ofByteArray(content))
                        .build());
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", written);
        return written.toByteArray();
    }

    private static HttpResponse<String> call(String method, String path, String body) {
        return server.call(method, path, server.ownerToken(), body);
    }

    private static String text(String json, String field) {
        return JsonMapper.shared().readTree(json).path(field).asString();
    }
}
