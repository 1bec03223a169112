package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.sources.Delivery;
import app.rotina.sources.Profiles;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindsTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "pt-BR", "zh-CN"})
    void namesEveryKindOfFileInEveryLanguage(String language) {
        Words words = Words.of(Locale.forLanguageTag(language));
        FileKinds.Names names = new FileKinds.Names(Profiles.all(), words);

        Profiles.all().stream()
                .flatMap(profile -> profile.deliveries().stream())
                .map(Delivery::name)
                .forEach(delivery -> {
                    String key = "web.file." + delivery.substring(delivery.indexOf('/') + 1);
                    assertThat(words.texts().knows(key)).as(delivery).isTrue();
                    assertThat(names.of(delivery)).endsWith(words.say(key));
                });
    }
}
