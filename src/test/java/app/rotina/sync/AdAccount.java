package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.SourceConnections.Standing;
import app.rotina.sync.Syncs.Brought;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every connected account of ads does, whoever's it is. */
abstract class AdAccount<P extends ApiForTests.Platform> extends WithApi<P> {
    final LocalDate yesterday = LocalDate.now(ZoneId.of("America/Sao_Paulo")).minusDays(1);

    AdAccount(String connector, Supplier<P> platform) {
        super(connector, platform);
    }

    abstract AccountForTests account();

    abstract void throttle();

    abstract void refuse();

    abstract void ignoreTheRange();

    /** The platform's export, by day. */
    abstract String[] file(LocalDate day, String campaign, String spend);

    /** A year of two campaigns, by many questions and pages; a second and a third pull. */
    @Test
    void bringsEveryDayAndThenWhatIsNewOrRestated() {
        for (int back = 60; back >= 1; back--) {
            account().put(yesterday.minusDays(back), "1", "Verão", "10.25");
            account().put(yesterday.minusDays(back), "2", "Kits", "3.10");
        }
        account().put(yesterday.minusDays(399), "1", "Verão", "1.00");
        connect();
        Brought first = connected.pull();
        assertThat(first.read()).isEqualTo(121);
        assertThat(spend()).isEqualByComparingTo(account().spend());

        account().put(yesterday, "1", "Verão", "8.00");
        account().put(yesterday.minusDays(20), "1", "Verão", "12.00");
        account().remove(yesterday.minusDays(5), "2");
        account().rename("2", "Kits de presente");
        Brought second = connected.pull();
        assertThat(second.read())
                .isEqualTo(
                        second.inserted()
                                + second.updated()
                                + second.unchanged()
                                + second.quarantined());
        assertThat(second.inserted()).isEqualTo(1);
        assertThat(spend()).isEqualByComparingTo(account().spend());

        Brought third = connected.pull();
        assertThat(third.inserted() + third.updated() + third.quarantined()).isZero();
        assertThat(third.read()).isEqualTo(third.unchanged()).isPositive();
        assertThat(spend()).isEqualByComparingTo(account().spend());
    }

    @Test
    void countsADayOnceThatCameByFileToo() {
        account().put(yesterday.minusDays(1), "1", "Verão", "10.00");
        assertThat(connected.take(file(yesterday.minusDays(1), "Verão", "9.00")).inserted())
                .isEqualTo(1);
        assertThat(connected.take(file(yesterday.minusDays(500), "Verão", "2.00")).inserted())
                .isEqualTo(1);
        connect();
        connected.pull();
        assertThat(spend()).isEqualByComparingTo("10.00");

        connected.take(file(yesterday.minusDays(1), "Outro nome", "11.00"));

        assertThat(spend()).isEqualByComparingTo("10.00");
        LocalDate old = yesterday.minusDays(500);
        assertThat(connected.metric("ad_spend", new Days(old, old))).isEqualByComparingTo("2.00");
    }

    @Test
    void waitsAsItIsToldTo() {
        account().put(yesterday, "1", "Verão", "10.00");
        connect();
        throttle();

        assertThat(connected.pull().inserted()).isEqualTo(1);
    }

    @Test
    void asksToBeConnectedAnewWithoutAWordOfWhatIsSecret() {
        account().put(yesterday, "1", "Verão", "10.00");
        connect();
        connected.pull();
        refuse();

        assertThatThrownBy(() -> connected.pull())
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.PULL_REFUSED))
                .hasMessageNotContaining("canary");
        assertThat(connected.connection().standing()).isEqualTo(Standing.RECONNECT);
        assertThat(connected.connection().toString()).doesNotContain("canary");
        assertThat(spend()).isEqualByComparingTo("10.00");
    }

    @Test
    void noticesDaysThatWereNotAskedFor() {
        account().put(yesterday.minusDays(401), "1", "Verão", "10.00");
        connect();
        ignoreTheRange();

        assertThatThrownBy(() -> connected.pull())
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.PULL_FILTER_IGNORED));
    }

    /**
     * However an account's days are restated, the store holds in the end what the account holds.
     */
    @Test
    void holdsInTheEndWhatTheAccountHolds() {
        for (int seed = 1; seed <= Integer.getInteger("rotina.histories", 3); seed++) {
            close();
            open();
            account().days.clear();
            history(new Random(seed));
            assertThat(spend()).as("history %d", seed).isEqualByComparingTo(account().spend());
        }
    }

    private void history(Random random) {
        for (int back = 45; back >= 0; back--) {
            account().put(yesterday.minusDays(back), "1", "Verão", amount(random));
        }
        connect();
        api.busyEvery = 4;
        for (int pull = 0; pull < 4; pull++) {
            api.afterEachPage = () -> api.revoked = random.nextInt(6) == 0;
            try {
                connected.pull();
            } catch (RotinaException expected) {
                api.revoked = false;
            }
            for (int i = random.nextInt(12); i > 0; i--) {
                change(random);
            }
        }
        api.afterEachPage = () -> {};
        api.revoked = false;
        connected.pull();
    }

    private void change(Random random) {
        LocalDate day = yesterday.minusDays(random.nextInt(28));
        String id = Integer.toString(1 + random.nextInt(4));
        switch (random.nextInt(4)) {
            case 0 -> {
                if (account().days.getOrDefault(day, Map.of()).size() > 1) {
                    account().remove(day, id);
                }
            }
            case 1 -> account().rename(id, "Nome " + random.nextInt(100));
            default -> account().put(day, id, "Campanha " + id, amount(random));
        }
    }

    private static String amount(Random random) {
        return BigDecimal.valueOf(random.nextInt(100_000) + 1, 2).toPlainString();
    }

    BigDecimal spend() {
        return connected.metric("ad_spend", new Days(yesterday.minusDays(400), yesterday));
    }
}
