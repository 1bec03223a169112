package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.SourceConnections;
import app.rotina.state.SourceConnections.Connection;
import app.rotina.sync.Consents.Answer;
import app.rotina.sync.Consents.Wanted;
import app.rotina.sync.Consents.Way;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Owners who go to a shop's page to agree: what they bring back counts once, and only theirs. */
class ConsentsTest extends WithApi<MercadoLivreForTests> {
    private static final long SESSION = 7;
    private static final long OTHER = 8;

    private Instant now;
    private Consents consents;

    ConsentsTest() {
        super("mercado-livre", MercadoLivreForTests::new);
    }

    @BeforeEach
    void begin() {
        now = Instant.now();
        InstantSource source = () -> now;
        consents =
                new Consents(
                        rotina.server.bean(SourceConnections.class),
                        rotina.syncs,
                        rotina.server.bean(Fetcher.class),
                        source.withZone(ZoneOffset.UTC));
    }

    @Test
    void connectsWithWhatTheOwnerBringsBack() {
        begin(null);
        consents.returned(SESSION, came());

        Connection made = consents.finish(SESSION, connected.store, "ana");

        assertThat(made.settings())
                .containsEntry("seller", "55001")
                .doesNotContainKeys("secret", "refresh");
        assertThat(rotina.server.bean(SourceConnections.class).secrets(made))
                .containsEntry("refresh", api.refresh());
    }

    @Test
    void takesWhatIsBroughtBackOnce() {
        begin(null);
        Answer answer = came();
        consents.returned(SESSION, answer);
        consents.finish(SESSION, connected.store, "ana");

        refuses(Problem.CONSENT_UNKNOWN, () -> consents.returned(SESSION, answer));
        refuses(Problem.CONSENT_UNKNOWN, () -> consents.finish(SESSION, connected.store, "ana"));
    }

    @Test
    void takesNothingFromAnotherBrowserOrOfAnotherStore() {
        begin(null);
        Answer answer = came();

        refuses(Problem.CONSENT_UNKNOWN, () -> consents.returned(OTHER, answer));
        assertThat(consents.way(OTHER, connected.store)).isEmpty();
        consents.returned(SESSION, answer);
        refuses(
                Problem.CONSENT_UNKNOWN,
                () -> consents.finish(SESSION, rotina.shop("mercado-livre").store, "ana"));
    }

    @Test
    void takesNothingThatWasNotAskedFor() {
        begin(null);
        Answer answer = came();

        refuses(
                Problem.CONSENT_UNKNOWN,
                () -> consents.returned(SESSION, new Answer("x", answer.code(), "")));
        begin(null);
        refuses(Problem.CONSENT_UNKNOWN, () -> consents.returned(SESSION, answer));
    }

    @Test
    void takesNothingAfterTenMinutes() {
        begin(null);
        Answer answer = came();
        now = now.plus(Duration.ofMinutes(11));

        assertThat(consents.way(SESSION, connected.store)).isEmpty();
        refuses(Problem.CONSENT_UNKNOWN, () -> consents.returned(SESSION, answer));
    }

    @Test
    void isRefusedWithACodeThatSomebodyElseAskedFor() {
        begin(null);
        String stolen = came().code();
        begin(null);
        consents.returned(SESSION, new Answer(came().state(), stolen, ""));

        refuses(Problem.CONSENT_REFUSED, () -> consents.finish(SESSION, connected.store, "ana"));
        assertThat(rotina.syncs.of(connected.store)).isEmpty();
    }

    @Test
    void keepsNothingWhereTheOwnerDoesNotAgree() {
        shop.consent.denies = true;
        begin(null);
        consents.returned(SESSION, came());

        assertThatThrownBy(() -> consents.finish(SESSION, connected.store, "ana"))
                .hasMessageContaining("access_denied");
        assertThat(rotina.syncs.of(connected.store)).isEmpty();
    }

    @Test
    void keepsNothingThatDoesNotLast() {
        shop.consent.givesNothingLasting = true;
        begin(null);
        consents.returned(SESSION, came());

        refuses(Problem.CONSENT_BRIEF, () -> consents.finish(SESSION, connected.store, "ana"));
    }

    @Test
    void tellsNobodyASecret() {
        Map<String, String> wrong = new HashMap<>(said());
        wrong.put("secret", ApiForTests.SECRET + "x");
        consents.begin(SESSION, connected.store, wanted(wrong, null));
        Way way = consents.way(SESSION, connected.store).orElseThrow();
        consents.returned(SESSION, came());

        assertThatThrownBy(() -> consents.finish(SESSION, connected.store, "ana"))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.CONSENT_REFUSED))
                .hasMessageNotContaining(ApiForTests.SECRET);
        assertThat(way.address().toString()).doesNotContain(ApiForTests.SECRET);
    }

    @Test
    void connectsAnewWithTheSecretItHas() {
        Connection made = connected.agree(said(), null);
        Map<String, String> only = Map.of(Consents.RETURN, "https://rotina.example/back");

        consents.begin(SESSION, connected.store, wanted(only, made.id()));
        consents.returned(SESSION, came());
        consents.finish(SESSION, connected.store, "ana");

        assertThat(consents.returnOf(made)).contains("https://rotina.example/back");
        assertThat(rotina.syncs.of(connected.store)).hasSize(1);
    }

    @Test
    void mixesNoTwoAccounts() {
        Connection made = connected.agree(said(), null);
        shop.consent.user = "66002";

        begin(made.id());
        consents.returned(SESSION, came());
        refuses(Problem.CONSENT_ACCOUNT, () -> consents.finish(SESSION, connected.store, "ana"));

        shop.consent.user = "55001";
        begin(null);
        consents.returned(SESSION, came());
        refuses(Problem.CONNECTION_EXISTS, () -> consents.finish(SESSION, connected.store, "ana"));
    }

    @Test
    void leadsToNoPageButOneOfTheWeb() {
        Map<String, String> script = new HashMap<>(said());
        script.put("site", "javascript:alert(1)//");
        refuses(Problem.OUTGOING_ADDRESS, script);
        Map<String, String> nowhere = new HashMap<>(said());
        nowhere.put(Consents.RETURN, "rotina.example");
        refuses(Problem.CONSENT_RETURN, nowhere);
    }

    @Test
    void isNotConnectedWithoutConsent() {
        refuses(
                Problem.CONSENT_NEEDED,
                () -> rotina.syncs.connect(connected.store, "mercado-livre", said(), "ana"));
    }

    private void refuses(Problem problem, Map<String, String> said) {
        refuses(problem, () -> consents.begin(SESSION, connected.store, wanted(said, null)));
    }

    private static void refuses(Problem problem, Runnable what) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(
                        RotinaException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }

    private void begin(@Nullable Long again) {
        consents.begin(SESSION, connected.store, wanted(said(), again));
    }

    private static Wanted wanted(Map<String, String> said, @Nullable Long again) {
        return new Wanted(Connectors.of("mercado-livre"), again, said);
    }

    private Answer came() {
        return ConnectedForTests.came(
                consents.way(SESSION, connected.store).orElseThrow().address());
    }
}
