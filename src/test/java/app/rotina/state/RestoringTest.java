package app.rotina.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.sources.CellRule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was taken away is brought back once, and nothing else is. */
class RestoringTest {
    private static final String STORE = "ipe";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-20T12:00:00Z"), ZoneOffset.UTC);

    private JdbcClient state;

    @BeforeEach
    void open() {
        state =
                StateForTests.client(
                        StateDatabase.open(
                                new DataFolder(Path.of("unused")), StateForTests.newDatabase()));
        StateForTests.add(state, StateForTests.store(STORE));
    }

    @Test
    void bringsARuleBackOnce() {
        CellRules rules = new CellRules(state, CLOCK);
        CellRule rule = new CellRule("rotina/orders", "status", "feito", "approved");
        rules.keep(STORE, rule, "ana");
        long id = rules.remove(STORE, rule);
        assertNothing(() -> rules.restore("other", id));

        rules.restore(STORE, id);
        assertThat(rules.list(STORE)).hasSize(1);
        assertNothing(() -> rules.restore(STORE, id));
    }

    @Test
    void bringsAProfileBackOnce() {
        StoreProfiles profiles = StateForTests.profiles(state, CLOCK);
        assertNothing(() -> profiles.restore(STORE, "own"));
        state.sql(
                        "insert into file_profile (store, id, yaml, saved_by, saved_at) values (?, 'own', '', 'ana', now())")
                .param(STORE)
                .update();
        assertNothing(() -> profiles.restore(STORE, "own"));
        profiles.remove(STORE, "own");
        profiles.restore(STORE, "own");
        assertThat(profiles.list(STORE)).hasSize(1);
    }

    @Test
    void bringsNoViewBackThatNobodyTookAway() {
        assertNothing(() -> new SavedViews(state).restore(STORE, 1, 1));
    }

    private static void assertNothing(ThrowingCallable restoring) {
        assertThatThrownBy(restoring)
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.NOT_FOUND));
    }
}
