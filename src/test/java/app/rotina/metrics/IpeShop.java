package app.rotina.metrics;

import app.rotina.kernel.Days;
import app.rotina.warehouse.StoreForTests;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The shop that a person can read: twelve orders of one week, in the files under {@code shop}.
 * Monday 2 to Friday 6 March 2026; on Thursday nothing was sold, and neither traffic, advertising
 * nor stock were delivered.
 */
public final class IpeShop {
    public static final Days WEEK =
            new Days(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-06"));

    private static final List<String> FILES =
            List.of(
                    "products",
                    "orders",
                    "items",
                    "refunds",
                    "traffic",
                    "spend",
                    "conversations",
                    "carts",
                    "stock",
                    "product_days",
                    "service");

    private IpeShop() {}

    /** The shop, with all its files taken in. */
    public static StoreForTests open(Path folder) {
        StoreForTests shop = new StoreForTests(folder);
        shop.takeFiles(FILES.stream().map(IpeShop::file).toList());
        return shop;
    }

    /** One of its files. */
    public static Path file(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(IpeShop.class.getResource("/shop/" + name + ".csv"))
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each day of the week, and the week. */
    public static Stream<Days> spans() {
        return Stream.concat(WEEK.stream().map(Days::only), Stream.of(WEEK));
    }
}
