package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Store;
import app.rotina.routine.HeroChoosing;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.Vault;
import app.rotina.warehouse.Assortment.Product;
import app.rotina.warehouse.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which products are the store's heroes: as its files say, or as somebody chose. */
@RestController
@RequestMapping("/api/stores/{store}/heroes")
class HeroesApi {
    private final Warehouse warehouse;
    private final HeroChoosing choosing;
    private final Vault vault;
    private final Audit audit;

    HeroesApi(Warehouse warehouse, HeroChoosing choosing, Vault vault, Audit audit) {
        this.warehouse = warehouse;
        this.choosing = choosing;
        this.vault = vault;
        this.audit = audit;
    }

    /**
     * A hero, or a product that somebody chose to be none.
     *
     * @param hero primary, secondary or none
     * @param chosen true where somebody chose it by hand
     */
    record HeroCard(String product, String hero, boolean chosen, @Nullable String category) {}

    /** What is chosen: primary, secondary, none, or delivered: as the product files say. */
    record HeroChoice(@Nullable String product, @Nullable String hero) {}

    @GetMapping
    @Access(Role.VIEWER)
    List<HeroCard> heroes(Store store) {
        return warehouse.assortment().products(store.id()).values().stream()
                .filter(product -> product.hero().isOne() || product.chosen())
                .map(HeroesApi::card)
                .toList();
    }

    @PutMapping
    @Access(Role.MEMBER)
    HeroCard choose(Caller caller, Store store, @RequestBody HeroChoice body) {
        String product = body.product() == null ? "" : body.product();
        String hero = body.hero() == null ? "" : body.hero();
        choosing.choose(store, vault.key(store.id()), product, hero, caller.name());
        audit.note(caller.name(), store.id(), "hero", hero + " " + product);
        return card(
                Objects.requireNonNull(warehouse.assortment().products(store.id()).get(product)));
    }

    /** Makes heroes of those that bring most of the revenue; answers which they are. */
    @PutMapping("/a")
    @Access(Role.MEMBER)
    List<HeroCard> chooseA(Caller caller, Store store) {
        List<String> chosen = choosing.chooseA(store, vault.key(store.id()), caller.name());
        audit.note(caller.name(), store.id(), "hero", "A " + chosen.size());
        Map<String, Product> products = warehouse.assortment().products(store.id());
        return chosen.stream()
                .map(name -> card(Objects.requireNonNull(products.get(name))))
                .toList();
    }

    private static HeroCard card(Product product) {
        return new HeroCard(
                product.name(), product.hero().word(), product.chosen(), product.category());
    }
}
