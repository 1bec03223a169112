package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.routine.SourceStandings;
import app.rotina.state.SourceConnections.Standing;
import app.rotina.sync.Syncs.Brought;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A store connected to a property of Google Analytics by a key that signs. */
class Ga4Test {
    private static ConnectedForTests rotina;

    private final LocalDate yesterday = LocalDate.now(ZoneId.of("America/Sao_Paulo")).minusDays(1);
    private Ga4ForTests google;
    private ApiForTests api;
    private ConnectedForTests.Shop connected;

    @BeforeAll
    static void start() {
        rotina = new ConnectedForTests();
    }

    @AfterAll
    static void stop() {
        rotina.close();
    }

    @BeforeEach
    void open() {
        google = new Ga4ForTests();
        api = new ApiForTests(google);
        connected = rotina.shop("ga4");
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void bringsEveryDayAndThenWhatIsNewOrRestated() {
        for (int back = 40; back >= 0; back--) {
            google.put(yesterday.minusDays(back), "google", 100);
            google.put(yesterday.minusDays(back), "(direct)", 30);
        }
        connect();
        assertThat(connected.pull().inserted()).isEqualTo(82);
        assertThat(sessions()).isEqualByComparingTo("5330");

        google.put(yesterday, "google", 140);
        google.put(yesterday, "bing", 5);
        google.remove(yesterday.minusDays(3), "(direct)");
        Brought second = connected.pull();
        assertThat(second.inserted()).isEqualTo(1);
        assertThat(second.updated()).isEqualTo(1);
        assertThat(second.read())
                .isEqualTo(second.inserted() + second.updated() + second.unchanged());
        assertThat(sessions()).isEqualByComparingTo("5345");

        Brought third = connected.pull();
        assertThat(third.inserted() + third.updated() + third.quarantined()).isZero();
        assertThat(sessions()).isEqualByComparingTo("5345");
    }

    @Test
    void countsThroughMoreRowsThanAnAnswerHas() {
        for (int i = 0; i < 10_050; i++) {
            google.put(yesterday, "source-%05d".formatted(i), 1);
        }
        connect();

        assertThat(connected.pull().inserted()).isEqualTo(10_050);
        assertThat(sessions()).isEqualByComparingTo("10050");
    }

    @Test
    void countsADayOnceThatCameByFileToo() {
        google.put(yesterday, "google", 100);
        connected.take(
                "Date,Session source / medium,Landing page,Sessions,Total users",
                "%s,google / organic,/,60,60".formatted(yesterday),
                "%s,google / organic,/kits,45,40".formatted(yesterday));
        connect();
        connected.pull();

        assertThat(sessions()).isEqualByComparingTo("100");
    }

    @Test
    @DisplayName("101: days that Google still works on are provisional, and asked for again")
    void callsTheLastDaysProvisional() {
        google.about = "{\"subjectToThresholding\":true}";
        google.put(yesterday.minusDays(10), "google", 100);
        google.put(yesterday, "google", 10);
        connect();
        connected.pull();

        var source =
                rotina.server.bean(SourceStandings.class).of(connected.store).sources().getFirst();
        assertThat(source.settled()).isBefore(yesterday.minusDays(1));
        google.about = "{}";
        google.put(yesterday, "google", 110);
        assertThat(connected.pull().updated()).isEqualTo(2);
        assertThat(sessions()).isEqualByComparingTo("210");
    }

    @Test
    void waitsWhereTheQuotaIsUsedUp() {
        google.put(yesterday, "google", 100);
        connect();
        google.throttled = 1;

        assertThat(connected.pull().inserted()).isEqualTo(1);
    }

    @Test
    void signsForAnotherTokenWhereOneEnds() {
        google.put(yesterday, "google", 100);
        connect();
        int before = api.tokens();
        api.afterEachPage = () -> api.expire();

        connected.pull();

        assertThat(api.tokens()).isGreaterThan(before + 2);
    }

    @Test
    void asksToBeConnectedAnewWhereTheKeyIsTakenBack() {
        google.put(yesterday, "google", 100);
        connect();
        connected.pull();
        api.revoked = true;

        assertThatThrownBy(() -> connected.pull())
                .isInstanceOf(RotinaException.class)
                .hasMessageNotContaining("PRIVATE KEY")
                .hasMessageNotContaining(ApiForTests.SECRET);
        assertThat(connected.connection().standing()).isEqualTo(Standing.RECONNECT);
        assertThat(connected.connection().toString()).doesNotContain("PRIVATE KEY");
        assertThat(sessions()).isEqualByComparingTo("100");
    }

    @Test
    void refusesWhatIsNoKeyFileWithoutShowingIt() {
        for (String key :
                new String[] {
                    "canary_no_json",
                    "{\"client_email\":\"canary\"}",
                    google.keyFile(api.address()).replaceAll("KEY-----.{20}", "KEY-----canary!")
                }) {
            assertThatThrownBy(() -> connected.connect(said(key)))
                    .isInstanceOfSatisfying(
                            RotinaException.class,
                            e -> assertThat(e.problem()).isEqualTo(Problem.CONNECTION_KEY))
                    .hasMessageNotContaining("canary")
                    .hasNoCause();
        }
    }

    private BigDecimal sessions() {
        return connected.metric("sessions", new Days(yesterday.minusDays(400), yesterday));
    }

    private void connect() {
        connected.connect(said(google.keyFile(api.address())));
    }

    private Map<String, String> said(String key) {
        return Map.of("address", api.address(), "property", Ga4ForTests.PROPERTY, "key", key);
    }
}
