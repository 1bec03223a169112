package app.rotina.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Texts;
import app.rotina.sources.mapping.Column;
import app.rotina.sources.mapping.FileProfile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedProfilesTest {

    static Stream<FileProfile> files() {
        return Profiles.files().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void recognisesEachKindOfFileByItsWholeHeader(FileProfile file) {
        List<String> header =
                file.columns().stream()
                        .map(c -> c.headers().getFirst().shown())
                        .distinct()
                        .toList();

        assertThat(Profiles.recognise(header)).map(Delivery::name).hasValue(file.delivery().name());
        assertThat(Profiles.recognise(header.reversed()))
                .map(Delivery::name)
                .hasValue(file.delivery().name());
    }

    @ParameterizedTest
    @MethodSource("files")
    void doesNotRecogniseAFileThatLacksANeededColumn(FileProfile file) {
        Column needed =
                file.columns().stream()
                        .filter(column -> column.need() == Column.Need.VALUE)
                        .findFirst()
                        .orElseThrow();
        List<String> header =
                file.columns().stream()
                        .map(column -> column.headers().getFirst().shown())
                        .filter(name -> !name.equals(needed.headers().getFirst().shown()))
                        .toList();

        assertThat(Profiles.recognise(header))
                .map(Delivery::name)
                .isNotEqualTo(Optional.of(file.delivery().name()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void deliversOnlyWhatItsFactsKnow(FileProfile file) {
        Delivery delivery = file.delivery();
        List<String> names = delivery.fields().stream().map(Field::name).toList();

        assertThat(names).doesNotHaveDuplicates();
        for (Delivery.Emission emission : delivery.emissions()) {
            assertThat(names).containsAll(emission.columns().values());
            assertThat(Facts.of(emission.fact()).fields())
                    .extracting(Field::name)
                    .containsAll(emission.columns().keySet());
        }
    }

    @Test
    void hasATitleInEveryLanguage() {
        for (Profile profile : Profiles.all()) {
            for (var locale : Texts.LOCALES) {
                assertThat(profile.title(locale)).isNotEqualTo(profile.id());
            }
        }
    }

    @Test
    void namesTheKnownProfilesToWhoeverAsksForAnother() {
        assertThat(Profiles.byId("olist").deliveries()).hasSize(5);
        assertThatThrownBy(() -> Profiles.byId("shop-o-matic"))
                .isInstanceOf(RotinaException.class)
                .hasMessageContaining("shop-o-matic")
                .hasMessageContaining("nuvemshop");
    }
}
