package app.rotina.reach;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.outgoing.Names;
import app.rotina.outgoing.Outgoing;
import app.rotina.outgoing.Outgoing.Limits;
import app.rotina.outgoing.Range;
import app.rotina.reach.Delivery.Ending;
import app.rotina.state.Webhooks.Shape;
import app.rotina.state.Webhooks.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Messages to chats and programs, taken by a server as strict as theirs. */
class HookPostTest {
    private static final String HOSTILE =
            "Loja <@all> & <at user_id=\"all\">所有人</at> *x* [y](http://z) · Não bateu\n"
                    + "Second line\n"
                    + "- “¥1”";

    private static ChatsForTests chats;
    private static Outgoing outgoing;
    private static HookPost hooks;

    @BeforeAll
    static void start() {
        chats = new ChatsForTests();
        outgoing =
                new Outgoing(
                        Names.SYSTEM,
                        () -> List.of(Range.of("127.0.0.1")),
                        new Limits(Duration.ofSeconds(2), 10_000));
        hooks = new HookPost(outgoing, Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        outgoing.close();
        chats.close();
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void isTakenByEveryReceiver(Shape shape) {
        Delivery delivery =
                hooks.send(shape, target(shape, ChatsForTests.SECRET), message(HOSTILE));
        assertThat(delivery).as(delivery.said()).isEqualTo(Delivery.arrived());
    }

    @ParameterizedTest
    @EnumSource(
            value = Shape.class,
            names = {"FEISHU", "DINGTALK", "JSON"})
    void isRefusedWithAnotherSecret(Shape shape) {
        String other = shape == Shape.JSON ? "whsec_AAAA" : "SECother";
        assertThat(hooks.send(shape, target(shape, other), message("x\ny")).ending())
                .isEqualTo(Ending.REFUSED);
    }

    @Test
    void callsNobodyByAName() {
        hooks.send(Shape.SLACK, target(Shape.SLACK, ""), message(HOSTILE));
        assertThat(last().path("text").asString()).contains("&lt;@all&gt; &amp;");
        assertThat(last().path("mrkdwn").asBoolean(true)).isFalse();
        hooks.send(Shape.WECOM, target(Shape.WECOM, ""), message(HOSTILE));
        assertThat(last().path("text").path("content").asString()).doesNotContain("<@");
        hooks.send(Shape.FEISHU, target(Shape.FEISHU, ChatsForTests.SECRET), message(HOSTILE));
        assertThat(last().path("msg_type").asString()).isEqualTo("post");
    }

    @Test
    void keepsWithinWhatAChatTakes() {
        String lengthy = "题目\n" + "一行很长的文字，一百二十三万四千五百元。\n".repeat(200) + "查看: https://r.example";
        for (Shape shape : Shape.values()) {
            assertThat(
                            hooks.send(shape, target(shape, ChatsForTests.SECRET), message(lengthy))
                                    .ending())
                    .as("%s", shape)
                    .isEqualTo(Ending.ARRIVED);
        }
        String cut = HookBody.cut(lengthy, 2048);
        assertThat(cut.getBytes(UTF_8).length).isLessThanOrEqualTo(2048);
        assertThat(cut).startsWith("题目\n").endsWith("…\n查看: https://r.example");
        assertThat(HookBody.cut("字".repeat(5000), 2048).getBytes(UTF_8).length)
                .isLessThanOrEqualTo(2048);
    }

    @ParameterizedTest
    @CsvSource({
        "JSON, /status/200, ARRIVED",
        "JSON, /status/204, ARRIVED",
        "JSON, /status/302, REFUSED",
        "JSON, /status/404, REFUSED",
        "JSON, /status/410, REFUSED",
        "JSON, /status/429, LATER",
        "JSON, /status/503, LATER",
        "JSON, /status/500, UNKNOWN",
        "JSON, /status/504, UNKNOWN",
        "JSON, /silent, UNKNOWN",
        "SLACK, /status/200, REFUSED",
        "FEISHU, /code/9499, LATER",
        "FEISHU, /code/19024, REFUSED",
        "FEISHU, /status/200, UNKNOWN",
        "WECOM, /errcode/45009, LATER",
        "WECOM, /errcode/93000, REFUSED",
        "DINGTALK, /errcode/130101, LATER",
        "DINGTALK, /errcode/310000, REFUSED"
    })
    void knowsWhatAnAnswerMeans(Shape shape, String path, Ending ending) {
        assertThat(hooks.send(shape, new Target(chats.url(path), ""), message("a\nb")).ending())
                .isEqualTo(ending);
    }

    @Test
    void callsNoAddressInside() {
        try (Outgoing closed = new Outgoing(Names.SYSTEM, List::of, Limits.USUAL)) {
            Delivery delivery =
                    new HookPost(closed, Clock.systemUTC())
                            .send(
                                    Shape.JSON,
                                    new Target("http://169.254.169.254/latest", ""),
                                    message("a"));
            assertThat(delivery.ending()).isEqualTo(Ending.REFUSED);
            assertThat(delivery.reason()).isEqualTo("forbidden");
        }
    }

    private static JsonNode last() {
        return chats.bodies().getLast();
    }

    private static Target target(Shape shape, String secret) {
        return new Target(
                chats.of(shape),
                shape == Shape.JSON && secret.equals(ChatsForTests.SECRET)
                        ? ChatsForTests.WHSEC
                        : secret);
    }

    private static HookMessage message(String text) {
        return new HookMessage(
                "0b6f", "test", "loja", LocalDate.of(2026, 3, 9), Instant.EPOCH, text, null);
    }
}
