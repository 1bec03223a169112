package app.rotina.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Store;
import app.rotina.routine.HeroChoosing;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.Vault;
import app.rotina.warehouse.Assortment.Product;
import java.net.URLEncoder;
import java.util.HexFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Says by hand which products are heroes, from a product's page. */
@Controller
class HeroesPage {
    private final HeroChoosing choosing;
    private final Vault vault;
    private final Audit audit;

    HeroesPage(HeroChoosing choosing, Vault vault, Audit audit) {
        this.choosing = choosing;
        this.vault = vault;
        this.audit = audit;
    }

    @PostMapping("/s/{store}/products/heroes")
    @Access(Role.MEMBER)
    String choose(
            Screen screen,
            Caller caller,
            Store store,
            @RequestParam String product,
            @RequestParam String hero) {
        Product before = choose(caller, store, product, hero);
        String held = before.chosen() ? before.hero().word() : HeroChoosing.DELIVERED;
        return "redirect:"
                + page(screen, product)
                        .queryParam("done", "hero")
                        .queryParam(
                                "undo",
                                "/products/heroes/%s/%s/restoration".formatted(held, hex(product)))
                        .fragment("hero")
                        .build()
                        .toUriString();
    }

    /** Of those that bring most of the revenue; each can be changed on its own page. */
    @PostMapping("/s/{store}/products/heroes/a")
    @Access(Role.MEMBER)
    String chooseA(Screen screen, Caller caller, Store store) {
        int chosen = choosing.chooseA(store, vault.key(store.id()), caller.name()).size();
        audit.note(caller.name(), store.id(), "hero", "A " + chosen);
        return "redirect:" + screen.address("/products?done=" + (chosen == 0 ? "heroes" : "hero"));
    }

    /** Chooses what held before; the product's name is in the address as hexadecimal digits. */
    @PostMapping("/s/{store}/products/heroes/{hero}/{product}/restoration")
    @Access(Role.MEMBER)
    String restore(
            Screen screen,
            Caller caller,
            Store store,
            @PathVariable String hero,
            @PathVariable String product) {
        String name = new String(HexFormat.of().parseHex(product), UTF_8);
        choose(caller, store, name, hero);
        return "redirect:"
                + page(screen, name)
                        .queryParam("done", "restored")
                        .fragment("hero")
                        .build()
                        .toUriString();
    }

    private Product choose(Caller caller, Store store, String product, String hero) {
        Product before =
                choosing.choose(store, vault.key(store.id()), product, hero, caller.name());
        audit.note(caller.name(), store.id(), "hero", hero + " " + product);
        return before;
    }

    private static String hex(String product) {
        return HexFormat.of().formatHex(product.getBytes(UTF_8));
    }

    private static UriComponentsBuilder page(Screen screen, String product) {
        return UriComponentsBuilder.fromPath(screen.address("/products/one"))
                .queryParam("name", URLEncoder.encode(product, UTF_8));
    }
}
