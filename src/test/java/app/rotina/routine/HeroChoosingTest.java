package app.rotina.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.warehouse.Assortment.Product;
import app.rotina.warehouse.Hero;
import app.rotina.warehouse.StoreForTests;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeroChoosingTest {
    @TempDir Path folder;
    private StoreForTests shop;
    private HeroChoosing choosing;

    @BeforeEach
    void open() {
        shop = new StoreForTests(folder);
        choosing = new HeroChoosing(shop.warehouse(), shop.metrics(), StoreForTests.NOW);
        shop.take(
                "sku,product_name,product,hero",
                "S-P,Saia P,Saia,none",
                "V,Vestido,Vestido,primary");
        shop.take(
                "day,sku,on_hand",
                "2026-03-01,S-P,0",
                "2026-03-01,V,0",
                "2026-03-02,S-P,0",
                "2026-03-02,V,0");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void countsAChosenHeroFromTheLastDayOfStockOn() {
        choose("Saia", "secondary");

        assertThat(product("Saia").hero()).isEqualTo(Hero.SECONDARY);
        assertThat(product("Saia").chosen()).isTrue();
        assertThat(shop.value("hero_stockouts", "2026-03-01")).isEqualTo("1");
        assertThat(shop.value("hero_stockouts", "2026-03-02")).isEqualTo("2");
    }

    @Test
    void goesBeforeWhatTheFilesSayUntilTheyAreFollowedAgain() {
        assertThat(choose("Vestido", "none").hero()).isEqualTo(Hero.PRIMARY);
        assertThat(shop.value("hero_stockouts", "2026-03-02")).isEqualTo("0");
        assertThat(product("Vestido").chosen()).isTrue();

        choose("Vestido", HeroChoosing.DELIVERED);
        assertThat(shop.value("hero_stockouts", "2026-03-02")).isEqualTo("1");
        assertThat(product("Vestido")).isEqualTo(new Product("Vestido", Hero.PRIMARY, false, null));
    }

    @Test
    void staysWhenTheWarehouseIsBuiltAnew() {
        choose("Saia", "primary");
        shop.warehouse().imports().rebuild(shop.store());

        assertThat(product("Saia").hero()).isEqualTo(Hero.PRIMARY);
        assertThat(shop.value("hero_stockouts", "2026-03-02")).isEqualTo("2");
    }

    @Test
    void makesHeroesOfTheBestButForThoseChosenFor() {
        sellAll();
        choose("Casaco", "none");

        assertThat(choosing.chooseA(shop.store(), shop.key(), "ana")).containsExactly("Saia");
        assertThat(product("Saia").hero()).isEqualTo(Hero.PRIMARY);
        assertThat(product("Casaco").hero()).isEqualTo(Hero.NONE);
        assertThat(product("Lenço").hero()).isEqualTo(Hero.NONE);
        assertThat(choosing.chooseA(shop.store(), shop.key(), "ana")).isEmpty();
    }

    /** Coat, skirt and dress bring nine tenths, the scarf the rest. */
    private void sellAll() {
        shop.take("sku,product_name,product,hero", "C,Casaco,Casaco,none", "L,Lenço,Lenço,none");
        shop.take("order_id,placed_at,status,customer_id", "1,2026-03-02 10:00:00,approved,k");
        shop.take(
                "line_id,order_id,sku,product_name,quantity,unit_price,gross,amount",
                "1,1,C,Casaco,1,400.00,400.00,400.00",
                "2,1,S-P,Saia,1,300.00,300.00,300.00",
                "3,1,V,Vestido,1,200.00,200.00,200.00",
                "4,1,L,Lenço,1,100.00,100.00,100.00");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> choose("Sapato", "primary"))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.NOT_FOUND));
        assertThatThrownBy(() -> choose("Saia", "best"))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.BAD_ARGUMENT));
    }

    private Product choose(String product, String as) {
        return choosing.choose(shop.store(), shop.key(), product, as, "ana");
    }

    private Product product(String name) {
        return Objects.requireNonNull(
                shop.warehouse().assortment().products(shop.store().id()).get(name));
    }
}
