package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.sources.Delivery;
import app.rotina.sources.Profile;
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

        for (Profile profile : Profiles.all()) {
            for (Delivery delivery : profile.deliveries()) {
                String file = delivery.name().substring(delivery.name().indexOf('/') + 1);
                assertThat(words.texts().knows("web.file." + file)).as(file).isTrue();
                assertThat(names.of(delivery.name()))
                        .isEqualTo(
                                profile.title(words.locale())
                                        + (profile.deliveries().size() == 1
                                                ? ""
                                                : " · " + words.say("web.file." + file)));
            }
        }
    }
}
