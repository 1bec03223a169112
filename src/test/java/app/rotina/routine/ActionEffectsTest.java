package app.rotina.routine;

import static app.rotina.routine.PhotoShop.LAST;
import static app.rotina.routine.PhotoShop.PHOTOS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.rotina.insight.effect.Counterfactual;
import app.rotina.insight.effect.Finding.Measured;
import app.rotina.insight.effect.Verdict;
import app.rotina.kernel.Days;
import app.rotina.kernel.RotinaException;
import app.rotina.state.Action;
import app.rotina.state.Action.Place;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActionEffectsTest {
    @TempDir private static Path folder;

    private static PhotoShop shop;

    @BeforeAll
    static void open() {
        shop = new PhotoShop(folder);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @AfterEach
    void forget() {
        shop.recorded().forEach(shop::forget);
    }

    @Test
    void seesWhatNewPhotosDidBesideTheOtherProducts() {
        ActionEffect effect = shop.effect(shop.record("units", PHOTOS, "product=Saia"));
        Measured measured = Objects.requireNonNull(effect.measured());
        assertThat(effect.verdict()).isEqualTo(Verdict.WORKED);
        assertThat(measured.way()).isEqualTo(Counterfactual.CONTROL_GROUP);
        assertThat(measured.effect()).isEqualTo(10, within(2.0));
        assertThat(effect.control())
                .containsExactlyInAnyOrder("Blusa", "Vestido", "Calça", "Bolsa", "Cinto");
        assertThat(effect.window()).isEqualTo(new Days(PHOTOS, LAST));
    }

    @Test
    void seesNothingWhereNothingWasDone() {
        Action quiet = shop.record("units", PHOTOS.minusDays(14), "product=Bolsa");
        ActionEffect effect = shop.effect(quiet, PHOTOS.minusDays(1));
        assertThat(effect.verdict()).isEqualTo(Verdict.NO_EFFECT_SEEN);
        assertThat(Objects.requireNonNull(effect.measured()).smallestVisible()).isLessThan(2);
    }

    @Test
    void keepsWhatAnotherActionTouchedOutOfTheControlGroup() {
        shop.record("units", PHOTOS.plusDays(3), "product=Saia");
        ActionEffect effect = shop.effect(shop.record("units", PHOTOS, "product=Blusa"));
        assertThat(effect.control()).hasSize(4).doesNotContain("Saia", "Blusa");
    }

    @Test
    void holdsAnActionOnTheWholeStoreAgainstItsOwnDays() {
        ActionEffect effect = shop.effect(shop.record("placed_revenue", PHOTOS));
        assertThat(Objects.requireNonNull(effect.measured()).way())
                .isEqualTo(Counterfactual.OWN_PATTERN);
        assertThat(effect.control()).isEmpty();
        assertThat(effect.verdict()).isEqualTo(Verdict.WORKED);
    }

    @Test
    void looksNoFartherThanTheDayItIsAskedFor() {
        Action action = shop.record("units", PHOTOS, "product=Saia");
        assertThat(Objects.requireNonNull(shop.effect(action, PHOTOS.plusDays(6)).window()).count())
                .isEqualTo(7);
        assertThat(shop.effect(action, PHOTOS.minusDays(1)).reason()).isEqualTo("not_begun");
    }

    @Test
    void cannotTellARateOfAPart() {
        ActionEffect effect =
                shop.effect(shop.record("average_order_value", PHOTOS, "channel=site"));
        assertThat(effect.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(effect.reason()).isEqualTo("rate");
    }

    @Test
    void judgesARateOfTheWholeStore() {
        ActionEffect effect = shop.effect(shop.record("average_order_value", PHOTOS));
        assertThat(effect.verdict()).isEqualTo(Verdict.WORKED);
    }

    @Test
    void keepsWhatWasSaid() {
        Action action = shop.record("units", PHOTOS, "product=Saia", "channel=site");
        assertThat(action.where())
                .containsExactly(new Place("channel", "site"), new Place("product", "Saia"));
        assertThat(action.who()).isEqualTo("ana");
    }

    @Test
    void refusesWhatItCouldNotMeasure() {
        assertThatThrownBy(() -> shop.record("units", PHOTOS, "product=Sandália"))
                .isInstanceOf(RotinaException.class);
        assertThatThrownBy(() -> shop.record("units", PHOTOS, "product"))
                .isInstanceOf(RotinaException.class);
        assertThatThrownBy(() -> shop.record("units", PHOTOS, "weather=rain"))
                .isInstanceOf(RotinaException.class);
        assertThatThrownBy(() -> shop.record("luck", PHOTOS)).isInstanceOf(RotinaException.class);
    }
}
