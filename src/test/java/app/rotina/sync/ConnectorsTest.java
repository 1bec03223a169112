package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.sources.Profiles;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

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

    @Test
    void believesWhatIsUnsignedWhereItsConnectorSaysSoAlone() {
        assertThat(Connectors.all())
                .filteredOn(each -> !each.hooking().map(Hooking::isSigned).orElse(true))
                .extracting(Connector::id)
                .containsExactly("mercado-livre");
        assertThat(Hooking.of(said("none")).orElseThrow().isSigned()).isFalse();
        assertThat(Hooking.of(said("{header: x-sign, as: hex}")).orElseThrow().isSigned()).isTrue();
        for (String silent : List.of("", "{as: hex}", "nobody")) {
            assertThatThrownBy(() -> Hooking.of(said(silent)))
                    .as(silent)
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static JsonNode said(String signature) {
        return new YAMLMapper()
                .readTree(
                        """
                        webhooks:
                          signature: %s
                          topic: {body: topic}
                          id: id
                          streams: {order: orders}
                          topics: [order]
                        """
                                .formatted(signature));
    }

    private static boolean isByDay(Connector connector) {
        return connector.streams().stream().anyMatch(one -> one.report() != null);
    }
}
