package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.outgoing.Names;
import app.rotina.outgoing.Outgoing;
import app.rotina.outgoing.Range;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One page, from servers in every mood; time passes at once. */
class FetcherTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private final List<Duration> waits = new ArrayList<>();
    private HttpServer server;
    private Outgoing outgoing;
    private Fetcher fetcher;
    private int asked;
    private String authorization = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        outgoing =
                new Outgoing(
                        Names.SYSTEM,
                        () -> List.of(Range.of("127.0.0.1")),
                        new Outgoing.Limits(Duration.ofSeconds(20), 1 << 20));
        fetcher = new Fetcher(outgoing, waits::add, NOON);
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.stop(0);
    }

    /** A storm of half an hour is waited out. */
    @Test
    void waitsOutAStormOfRefusals() {
        answers(call -> {
            call.getResponseHeaders().set("Retry-After", "60");
            return asked <= 20 ? 429 : 200;
        });

        assertThat(page().body().size()).isEqualTo(1);
        Duration waited = waits.stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(waited).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(44));
    }

    @Test
    void comesBackAtTheTimeItIsTold() {
        answers(call -> {
            call.getResponseHeaders().set("Retry-After", "Sun, 01 Mar 2026 12:02:00 GMT");
            return asked == 1 ? 503 : 200;
        });

        var _ = page();

        assertThat(waits)
                .singleElement()
                .satisfies(wait ->
                        assertThat(wait).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(3)));
    }

    @Test
    void givesUpOnAServerThatIsAlwaysBusy() {
        answers(call -> 429);

        fails(Problem.PULL_TOO_BUSY);
    }

    @Test
    void asksAFailingServerSixTimes() {
        answers(call -> 502);

        fails(Problem.PULL_ANSWER);
        assertThat(asked).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"401, PULL_REFUSED", "403, PULL_REFUSED", "404, PULL_ANSWER", "302, PULL_ANSWER"})
    void asksOnceWhereAskingAgainDoesNotHelp(int status, Problem problem) {
        answers(call -> status);

        fails(problem);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void showsThePasswordToNobodyWithoutTls() {
        answers(call -> 200);

        var _ = page();

        assertThat(authorization)
                .startsWith("OAuth oauth_consumer_key=\"name\"")
                .doesNotContain("password");
        assertThat(auth().headers(URI.create("https://shop.example/")))
                .containsEntry("Authorization", "Basic bmFtZTpwYXNzd29yZA==");
    }

    private Fetcher.Page page() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/orders?page=1";
        return fetcher.page(Question.of(URI.create(address), auth(), ""));
    }

    private void fails(Problem problem) {
        assertThatThrownBy(this::page)
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> {
                            assertThat(e.problem()).isEqualTo(problem);
                            assertThat(e.getMessage()).doesNotContain("hidden");
                        });
    }

    private static Auth auth() {
        return Auth.woocommerce("name", "password", () -> new OAuth.Moment(1, "once"));
    }

    /** What status a request meets. */
    private interface Mood {
        int of(HttpExchange call);
    }

    private void answers(Mood mood) {
        server.createContext(
                "/",
                call -> {
                    asked++;
                    authorization = call.getRequestHeaders().getFirst("Authorization");
                    int status = mood.of(call);
                    String body = status == 200 ? "[{\"id\":1}]" : "{\"message\":\"hidden\"}";
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    call.sendResponseHeaders(status, bytes.length);
                    call.getResponseBody().write(bytes);
                    call.close();
                });
    }
}
