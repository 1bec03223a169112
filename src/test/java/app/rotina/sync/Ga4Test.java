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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A store connected to a property of Google Analytics by a key that signs. */
class Ga4Test extends WithApi<Ga4ForTests> {
    private final LocalDate yesterday = LocalDate.now(ZoneId.of("America/Sao_Paulo")).minusDays(1);

    Ga4Test() {
        super("ga4", Ga4ForTests::new);
    }

    @Test
    void bringsEveryDayAndThenWhatIsNewOrRestated() {
        for (int back = 40; back >= 0; back--) {
            shop.put(yesterday.minusDays(back), "google", 100);
            shop.put(yesterday.minusDays(back), "(direct)", 30);
        }
        connect();
        assertThat(connected.pull().inserted()).isEqualTo(82);
        assertThat(sessions()).isEqualByComparingTo("5330");

        shop.put(yesterday, "google", 140);
        shop.put(yesterday, "bing", 5);
        shop.remove(yesterday.minusDays(3), "(direct)");
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
            shop.put(yesterday, "source-%05d".formatted(i), 1);
        }
        connect();

        assertThat(connected.pull().inserted()).isEqualTo(10_050);
        assertThat(sessions()).isEqualByComparingTo("10050");
    }

    @Test
    void countsADayOnceThatCameByFileToo() {
        shop.put(yesterday, "google", 100);
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
        shop.about = "{\"subjectToThresholding\":true}";
        shop.put(yesterday.minusDays(10), "google", 100);
        shop.put(yesterday, "google", 10);
        connect();
        connected.pull();

        var source =
                rotina.server.bean(SourceStandings.class).of(connected.store).sources().getFirst();
        assertThat(source.settled()).isEqualTo(yesterday.minusDays(28));
        shop.about = "{}";
        shop.put(yesterday, "google", 110);
        assertThat(connected.pull().updated()).isEqualTo(2);
        assertThat(sessions()).isEqualByComparingTo("210");
    }

    @Test
    void waitsWhereTheQuotaIsUsedUp() {
        shop.put(yesterday, "google", 100);
        connect();
        shop.throttled = 1;

        assertThat(connected.pull().inserted()).isEqualTo(1);
    }

    @Test
    void signsForAnotherTokenWhereOneEnds() {
        shop.put(yesterday, "google", 100);
        connect();
        int before = api.tokens();
        api.afterEachPage = () -> api.expire();

        connected.pull();

        assertThat(api.tokens()).isGreaterThan(before + 2);
    }

    @Test
    void asksToBeConnectedAnewWhereTheKeyIsTakenBack() {
        shop.put(yesterday, "google", 100);
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
                    shop.keyFile(api.address()).replaceAll("KEY-----.{20}", "KEY-----canary!")
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
        return metric("sessions");
    }

    @Override
    Days span() {
        return new Days(yesterday.minusDays(400), yesterday);
    }

    @Override
    Map<String, String> said() {
        return said(shop.keyFile(api.address()));
    }

    private Map<String, String> said(String key) {
        return Map.of("address", api.address(), "property", Ga4ForTests.PROPERTY, "key", key);
    }
}
