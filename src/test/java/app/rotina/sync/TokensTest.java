package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.SourceConnections;
import app.rotina.state.SourceConnections.Connection;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service whose tokens end, and are got anew with a word that is good for once. */
class TokensTest {
    private static ConnectedForTests rotina;

    private ApiForTests api;
    private SourceConnections connections;
    private Connection connection;

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
        api = new ApiForTests(new Once());
        connections = rotina.server.bean(SourceConnections.class);
        connection =
                connections.add(
                        rotina.shop("once").store.id(),
                        "once",
                        Map.of("address", api.address()),
                        Map.of("refresh", api.refresh()),
                        "ana");
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void getsATokenOnceForManyQuestions() {
        Tokens tokens = tokens();

        asks(tokens);
        asks(tokens);

        assertThat(api.tokens()).isEqualTo(1);
    }

    @Test
    void keepsWhatItIsGivenForTheNextTime() {
        asks(tokens());
        asks(tokens());

        assertThat(api.tokens()).isEqualTo(2);
        assertThat(connections.secrets(connection)).containsEntry("refresh", api.refresh());
    }

    @Test
    void getsAnotherWhereOneEnds() {
        Tokens tokens = tokens();
        asks(tokens);
        api.expire();

        asks(tokens);

        assertThat(api.tokens()).isEqualTo(2);
        assertThat(connections.secrets(connection)).containsEntry("refresh", api.refresh());
    }

    @Test
    void asksToConnectAnewWhereItsWordWasUsedAlready() {
        asks(tokens());
        connections.renew(connection, Map.of("refresh", ApiForTests.SECRET + "-0"));

        assertThatThrownBy(() -> asks(tokens()))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> {
                            assertThat(e.problem()).isEqualTo(Problem.PULL_REFUSED);
                            assertThat(e).hasMessageNotContaining(ApiForTests.SECRET);
                        });
    }

    /** As a pull begins: with what was kept before. */
    private Tokens tokens() {
        return new Tokens(
                new Auth.Token(
                        "Authorization",
                        "Bearer ",
                        api.address() + "/oauth/token",
                        "",
                        "",
                        Map.of("grant_type", "refresh_token", "refresh_token", "{refresh}"),
                        Map.of("refresh", "refresh_token"),
                        Map.of(),
                        Optional.empty(),
                        Set.of()),
                connections.secrets(connection),
                rotina.server.bean(Fetcher.class),
                changed -> connections.renew(connection, changed));
    }

    private void asks(Tokens tokens) {
        Question question = Question.of(URI.create(api.address() + "/things"), tokens, "");
        assertThat(rotina.server.bean(Fetcher.class).page(question).body().size()).isEqualTo(1);
    }

    /** What is particular about it. */
    private static final class Once implements ApiForTests.Platform {
        @Override
        public Map<String, String> form() {
            return Map.of(
                    "grant_type", "refresh_token", "refresh_token", ApiForTests.SECRET + "-0");
        }

        @Override
        public String tokenPath() {
            return "/oauth/token";
        }

        @Override
        public String header() {
            return "Authorization";
        }

        @Override
        public String before() {
            return "Bearer ";
        }

        @Override
        public ApiForTests.Reply answer(ApiForTests.Asked asked) {
            return ApiForTests.Reply.of("[{\"id\":1}]");
        }
    }
}
