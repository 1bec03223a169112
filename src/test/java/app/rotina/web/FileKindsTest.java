package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.sources.Delivery;
import app.rotina.sources.Profile;
import app.rotina.sources.Profiles;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindsTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "pt-BR", "zh-CN"})
    void namesEveryKindOfFileInEveryLanguage(String language) {
        Words words = Words.of(Locale.forLanguageTag(language));
        FileKinds.Names names = new FileKinds.Names(Profiles.all(), words);
        Set<String> named = new HashSet<>();

        Profiles.all().stream()
                .flatMap(profile -> profile.deliveries().stream())
                .map(Delivery::name)
                .forEach(delivery -> {
                    String key = "web.file." + delivery.substring(delivery.indexOf('/') + 1);
                    assertThat(words.texts().knows(key)).as(delivery).isTrue();
                    String name = names.of(delivery).toLowerCase(words.locale());
                    String kind = words.say(key).toLowerCase(words.locale());
                    assertThat(name).contains(kind.split(" ", -1));
                    assertThat(named.add(name)).as(name).isTrue();
                });
    }

    @Test
    void tellsApartTheKindsThatATitleNamesTogether() {
        Profile both =
                Profile.of(
                        "both",
                        """
                        profile: both
                        title: {en: Orders and customers}
                        files:
                          orders:
                            columns: {order_id: {header: Order, type: id, need: value}, placed_at: {header: Date, need: value}}
                            emit: {fact: order}
                            key: [order_id]
                          customers:
                            columns: {customer_id: {header: Customer, type: id, need: value}}
                            emit: {fact: customer}
                            key: [customer_id]
                        """);
        FileKinds.Names names =
                new FileKinds.Names(List.of(both), Words.of(Locale.forLanguageTag("en")));

        assertThat(names.of("both/orders")).isEqualTo("Orders and customers · orders");
        assertThat(names.of("both/customers")).isEqualTo("Orders and customers · customers");
    }
}
