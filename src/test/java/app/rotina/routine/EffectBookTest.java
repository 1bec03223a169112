package app.rotina.routine;

import static app.rotina.routine.PhotoShop.LAST;
import static app.rotina.routine.PhotoShop.PHOTOS;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.insight.effect.Verdict;
import app.rotina.state.Action;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectBookTest {
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

    @Test
    void writesDownWhatCameOfItAndRestatesItWhereDataChange() {
        Action action = shop.record("units", PHOTOS, "product=Saia");
        shop.book().judge(shop.store());

        EffectBook.Entry first = shop.book().of(action);
        KeptEffect kept = Objects.requireNonNull(first.effect());
        assertThat(kept.verdict()).isEqualTo(Verdict.WORKED);
        assertThat(kept.through()).isEqualTo(LAST);
        assertThat(first.next()).isEqualTo(PHOTOS.plusDays(27));
        assertThat(first.before()).isNull();
        KeptEffect.Figures figures = Objects.requireNonNull(kept.figures());
        assertThat(figures.low()).isLessThan(figures.effect());
        assertThat(figures.effect().doubleValue()).isBetween(8.0, 12.0);

        shop.book().judge(shop.store());
        assertThat(shop.book().of(action)).isEqualTo(first);

        shop.sellLate("Saia", PHOTOS.plusDays(2), 70);
        shop.book().judge(shop.store());
        EffectBook.Entry restated = shop.book().of(action);
        assertThat(restated.before()).isEqualTo(kept);
        assertThat(Objects.requireNonNull(Objects.requireNonNull(restated.effect()).figures()))
                .satisfies(now ->
                        assertThat(now.effect().doubleValue())
                                .isGreaterThan(figures.effect().doubleValue() + 4));

        shop.sellLate("Blusa", PHOTOS.minusDays(180), 1);
        shop.book().judge(shop.store());
        assertThat(shop.book().of(action).effect()).isEqualTo(restated.effect());
        assertThat(shop.book().latest(shop.store(), 5)).hasSize(1);
        shop.forget(action);
        assertThat(shop.book().latest(shop.store(), 5)).isEmpty();
    }

    @Test
    void waitsUntilEnoughDaysAreOver() {
        Action young = shop.record("units", PHOTOS.plusDays(1), "product=Cinto");
        shop.book().judge(shop.store());
        EffectBook.Entry entry = shop.book().of(young);
        assertThat(entry.effect()).isNull();
        assertThat(entry.next()).isEqualTo(PHOTOS.plusDays(14));
        shop.forget(young);
    }
}
