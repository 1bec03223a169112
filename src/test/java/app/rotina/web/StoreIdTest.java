package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class StoreIdTest {
    @Test
    void isMadeFromTheLettersOfTheName() {
        assertThat(StoreId.of("Maré Mansa Moda (Centro)", id -> false))
                .isEqualTo("mare-mansa-moda-centro");
        assertThat(StoreId.of("海风女装", id -> false)).matches("[a-z]+(-[a-z]+)*");
        assertThat(StoreId.of("İstanbul IŞIK", id -> false)).isEqualTo("istanbul-isik");
        assertThat(StoreId.of("👗", id -> false)).isEqualTo("store");
        assertThat(StoreId.of("a".repeat(200), id -> false)).hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void leavesTakenNamesToTheirStores() {
        assertThat(StoreId.of("Loja", Set.of("loja", "loja-2")::contains)).isEqualTo("loja-3");
    }
}
