package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.state.Role;
import app.rotina.web.Page.Entry;
import app.rotina.web.Page.Group;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MenuTest {
    private static final List<Entry> ENTRIES =
            List.of(
                    new Entry(Group.SHOP, 20, "settings", "/settings", Role.OWNER),
                    new Entry(Group.SHOP, 10, "stores", "/stores", Role.VIEWER),
                    new Entry(Group.DATA, 10, "import", "/import", Role.MANAGER),
                    new Entry(Group.MONTH, 30, "goals", "/goals", Role.VIEWER),
                    new Entry(Group.CLOSER, 40, "actions", "/actions", Role.VIEWER),
                    new Entry(Group.DAY, 10, "today", "", Role.VIEWER));

    @Test
    void standsInTheOrderOfTheRoutine() {
        assertThat(ids(menu(Role.OWNER, "/s/shop").parts()))
                .containsExactly("today", "goals", "actions", "import", "stores", "settings");
    }

    @Test
    void showsOnlyWhatTheRoleMayDo() {
        assertThat(ids(menu(Role.VIEWER, "/s/shop").parts()))
                .containsExactly("today", "goals", "actions", "stores");
    }

    @Test
    void keepsAtHandWhatADayGoesThrough() {
        Menu menu =
                Menu.of(
                        List.of(
                                new Entry(Group.MONTH, 10, "month", "/month", Role.VIEWER),
                                new Entry(Group.DAY, 30, "tasks", "/tasks", Role.VIEWER),
                                new Entry(Group.DATA, 10, "import", "/import", Role.VIEWER),
                                new Entry(Group.DAY, 20, "routine", "/routine", Role.VIEWER),
                                new Entry(Group.DAY, 10, "today", "", Role.VIEWER)),
                        Role.VIEWER,
                        "shop",
                        "/s/shop",
                        Words.of(Locale.ENGLISH));

        assertThat(menu.atHand())
                .extracting(Menu.Link::id)
                .containsExactly("today", "routine", "tasks", "month");
    }

    @Test
    void marksThePageThatAnAddressBelongsTo() {
        assertThat(current("/s/shop")).containsExactly("today");
        assertThat(current("/s/shop/day/2026-03-09")).containsExactly("today");
        assertThat(current("/s/shop/goals/sheet/a1")).containsExactly("goals");
        assertThat(current("/s/shop/goals-of-old")).isEmpty();
        assertThat(current("/stores")).containsExactly("stores");
    }

    @Test
    void leadsToAllStoresFromAny() {
        assertThat(menu(Role.VIEWER, "/s/shop").parts().getLast().links().getFirst().address())
                .isEqualTo("/stores");
    }

    private static List<String> current(String path) {
        return menu(Role.OWNER, path).parts().stream()
                .flatMap(part -> part.links().stream())
                .filter(Menu.Link::current)
                .map(Menu.Link::id)
                .toList();
    }

    private static List<String> ids(List<Menu.Part> parts) {
        return parts.stream().flatMap(part -> part.links().stream()).map(Menu.Link::id).toList();
    }

    private static Menu menu(Role role, String path) {
        return Menu.of(ENTRIES, role, "shop", path, Words.of(Locale.ENGLISH));
    }
}
