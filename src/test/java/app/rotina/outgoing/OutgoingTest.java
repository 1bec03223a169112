package app.rotina.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.outgoing.Outgoing.Limits;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be called, and what a call may take. */
class OutgoingTest {
    private static final Limits SHORT = new Limits(Duration.ofMillis(1500), 1000);

    private final AtomicInteger calls = new AtomicInteger();
    private final List<Range> allowed = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1.2.3/",
                "http://127.255.255.254/",
                "https://localhost/",
                "http://0.0.0.0/",
                "http://0.1.2.3/",
                "http://10.0.0.1/",
                "http://10.255.255.255/",
                "http://100.64.0.1/",
                "http://100.100.100.200/latest/meta-data/",
                "http://100.127.255.255/",
                "http://168.63.129.16/machine",
                "http://169.254.169.254/latest/meta-data/",
                "http://169.254.170.2/v2/credentials",
                "http://172.16.0.1/",
                "http://172.31.255.255/",
                "http://192.0.0.192/opc/v2/",
                "http://192.0.2.7/",
                "http://192.88.99.1/",
                "http://192.168.0.1/",
                "http://192.168.255.254:8080/",
                "http://198.18.0.1/",
                "http://198.19.255.255/",
                "http://198.51.100.3/",
                "http://203.0.113.9/",
                "http://224.0.0.1/",
                "http://239.255.255.250/",
                "http://240.0.0.1/",
                "http://255.255.255.255/",
                "http://[::]/",
                "http://[::1]/",
                "http://[0:0:0:0:0:0:0:1]/",
                "http://[::127.0.0.1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[::ffff:169.254.169.254]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[64:ff9b::a9fe:a9fe]/",
                "http://[64:ff9b::8.8.8.8]/",
                "http://[64:ff9b:1::a00:1]/",
                "http://[100::1]/",
                "http://[2001::1]/",
                "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
                "http://[2001:2::1]/",
                "http://[2001:10::1]/",
                "http://[2001:db8::1]/",
                "http://[2002:7f00:1::1]/",
                "http://[2002:a9fe:a9fe::]/",
                "http://[3fff::1]/",
                "http://[4000::1]/",
                "http://[5f00::1]/",
                "http://[fc00::1]/",
                "http://[fd00:ec2::254]/latest/meta-data/",
                "http://[fe80::1]/",
                "http://[fec0::1]/",
                "http://[ff02::1]/"
            })
    void refusesWhatIsNotOnThePublicInternet(String address) {
        assertProblem(address, Names.SYSTEM, Problem.OUTGOING_FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://example.org:70/_x",
                "jar:http://example.org!/",
                "dict://example.org:2628/",
                "ldap://example.org/",
                "mailto:somebody@example.org",
                "//example.org/",
                "/etc/passwd",
                "http:example.org",
                "http:///nowhere",
                "http://user:secret@example.org/",
                "http://public.example@127.0.0.1/",
                "http://example.org:22/",
                "http://example.org:25/",
                "http://example.org:6379/",
                "http://example.org:5432/",
                "http://example.org:0/",
                "http://a_b.example.org/",
                "http://2130706433/",
                "http://017700000001/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://127.1/",
                "http://0177.0.0.1/",
                "http://127.0.0.1.:80/"
            })
    void refusesWhatIsNoAddressOfTheWeb(String address) {
        assertProblem(address, OutgoingTest::nowhere, Problem.OUTGOING_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "1.1.1.1", "93.184.216.34", "2606:4700::1111", "2a00:1450::1"})
    void knowsThePublicInternet(String address) {
        assertThat(Gate.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void refusesANameThatLeadsInside() {
        Names names = host -> List.of(InetAddress.ofLiteral("10.1.2.3"));
        assertProblem("https://shop.example/hook", names, Problem.OUTGOING_FORBIDDEN);
    }

    @Test
    void refusesANameOfWhichOneAddressLeadsInside() {
        Names names =
                host -> List.of(InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("::1"));
        assertProblem("https://shop.example/hook", names, Problem.OUTGOING_FORBIDDEN);
    }

    /** A name that answers otherwise the second time: it is asked once, and that is called. */
    @Test
    void goesWhereTheNameLedWhenItWasChecked() {
        allowed.add(Range.of("127.0.0.1:" + port()));
        AtomicInteger asked = new AtomicInteger();
        Names names =
                host ->
                        List.of(
                                asked.incrementAndGet() == 1
                                        ? InetAddress.ofLiteral("127.0.0.1")
                                        : InetAddress.ofLiteral("169.254.169.254"));
        assertThat(send("http://shop.example:" + port() + "/ok", names).text()).isEqualTo("fine");
        assertThat(asked).hasValue(1);
        assertThat(calls).hasValue(1);
    }

    @Test
    void callsWhatTheOwnerAllowed() {
        assertProblem(local("/ok"), Names.SYSTEM, Problem.OUTGOING_ADDRESS);
        allowed.add(Range.of("127.0.0.0/8"));
        Answer answer = send(local("/ok"), Names.SYSTEM);
        assertThat(answer.isFine()).isTrue();
        assertThat(answer.headers()).containsEntry("x-seen", "POST Rotina text/plain 5");
    }

    @Test
    void callsNoOtherPortOfWhatWasAllowed() {
        allowed.add(Range.of("127.0.0.1:" + (port() == 9999 ? 9998 : 9999)));
        assertProblem(local("/ok"), Names.SYSTEM, Problem.OUTGOING_ADDRESS);
        allowed.add(Range.of("10.0.0.1:" + port()));
        assertProblem(local("/ok"), Names.SYSTEM, Problem.OUTGOING_FORBIDDEN);
        assertThat(calls).hasValue(0);
    }

    @Test
    void followsNoRedirect() {
        allowed.add(Range.of("127.0.0.1"));
        Answer answer = send(local("/redirect"), Names.SYSTEM);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(calls).hasValue(1);
    }

    @Test
    void saysThatAnAnswerNeverCame() {
        allowed.add(Range.of("127.0.0.1"));
        assertProblem(local("/silent"), Names.SYSTEM, Problem.OUTGOING_UNANSWERED);
    }

    @Test
    void waitsNoLongerForAnAnswerThatDrips() {
        allowed.add(Range.of("127.0.0.1"));
        long begun = System.nanoTime();
        assertProblem(local("/drip"), Names.SYSTEM, Problem.OUTGOING_UNANSWERED);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void readsNoMoreThanItsBound() {
        allowed.add(Range.of("127.0.0.1"));
        assertProblem(local("/endless"), Names.SYSTEM, Problem.OUTGOING_TOO_LARGE);
    }

    @Test
    void takesAPackedAnswerAsItIs() {
        allowed.add(Range.of("127.0.0.1"));
        Answer answer = send(local("/packed"), Names.SYSTEM);
        assertThat(answer.body()).hasSize(3);
    }

    @Test
    void saysThatNothingWasSentWhereNobodyListens() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        allowed.add(Range.of("127.0.0.1"));
        assertProblem("http://127.0.0.1:" + free, Names.SYSTEM, Problem.OUTGOING_UNREACHED);
        assertProblem("https://none.example", OutgoingTest::nowhere, Problem.OUTGOING_UNREACHED);
    }

    @Test
    void sendsNothingToWhoSpeaksNoTls() {
        allowed.add(Range.of("127.0.0.1"));
        assertProblem("https://127.0.0.1:" + port(), Names.SYSTEM, Problem.OUTGOING_UNREACHED);
        assertThat(calls).hasValue(0);
    }

    @Test
    void readsRangesAsPeopleWriteThem() {
        assertThat(Range.all("10.0.0.0/8, 192.168.1.5:9000\n[fd00::1]:8080 fd00::/8")).hasSize(4);
        assertThat(Range.of("192.168.1.5:9000").holds(InetAddress.ofLiteral("192.168.1.5"), 9000))
                .isTrue();
        assertThat(Range.of("fd00::/8").holds(InetAddress.ofLiteral("fdff::9"), 80)).isTrue();
        for (String wrong : List.of("internal", "10.0.0.0/33", "1.2.3.4:99999", "::/129", "1.2")) {
            assertThatThrownBy(() -> Range.of(wrong)).as(wrong).hasMessageContaining(wrong);
        }
    }

    private void assertProblem(String address, Names names, Problem problem) {
        assertThatThrownBy(() -> send(address, names))
                .isInstanceOfSatisfying(
                        RotinaException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }

    private Answer send(String address, Names names) {
        try (Outgoing outgoing = new Outgoing(names, () -> allowed, SHORT)) {
            return outgoing.send(
                    Call.post(URI.create(address), Map.of("Content-Type", "text/plain"), "hello"));
        }
    }

    private String local(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private static List<InetAddress> nowhere(String host) throws UnknownHostException {
        throw new UnknownHostException(host);
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        int length = exchange.getRequestBody().readAllBytes().length;
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/silent" -> pause(5000);
                case "/drip" -> drip(exchange, 100);
                case "/endless" -> drip(exchange, 0);
                case "/redirect" -> {
                    exchange.getResponseHeaders().set("Location", "/ok");
                    exchange.sendResponseHeaders(302, -1);
                }
                case "/packed" -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    exchange.sendResponseHeaders(200, 3);
                    exchange.getResponseBody().write(new byte[] {31, -117, 8});
                }
                default -> {
                    exchange.getResponseHeaders().set("X-Seen", seen(exchange, length));
                    exchange.sendResponseHeaders(200, 4);
                    exchange.getResponseBody().write("fine".getBytes(UTF_8));
                }
            }
        }
    }

    private static String seen(HttpExchange exchange, int length) {
        return exchange.getRequestMethod()
                + " "
                + exchange.getRequestHeaders().getFirst("User-Agent")
                + " "
                + exchange.getRequestHeaders().getFirst("Content-Type")
                + " "
                + length;
    }

    private static void drip(HttpExchange exchange, int millis) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        for (int i = 0; i < 5000; i++) {
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            if (millis > 0) {
                pause(millis);
            }
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
