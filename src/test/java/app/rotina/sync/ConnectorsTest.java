package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.sources.Profiles;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectorsTest {
    @Test
    void asksAgainForAsLongAsAServiceRestatesItsDays() {
        assertThat(Connectors.all())
                .filteredOn(ConnectorsTest::isByDay)
                .hasSizeGreaterThan(2)
                .allSatisfy(each ->
                        assertThat(each.overlap())
                                .isEqualTo(
                                        Duration.ofDays(Profiles.byId(each.profile()).settles())));
    }

    @Test
    void countsWhateverHasOrders() {
        assertThat(Connectors.all())
                .allSatisfy(each ->
                        assertThat(each.counting().isPresent())
                                .as(each.id())
                                .isNotEqualTo(isByDay(each)));
    }

    private static boolean isByDay(Connector connector) {
        return connector.streams().stream().anyMatch(one -> one.report() != null);
    }
}
