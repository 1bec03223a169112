package app.rotina.warehouse;

import app.rotina.warehouse.engine.Engine;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a store offers, as its product files tell. */
public final class Assortment {
    private final Engine engine;
    private final StoreSchema schema;

    Assortment(Engine engine, StoreSchema schema) {
        this.engine = engine;
        this.schema = schema;
    }

    /**
     * A product, which its variants share.
     *
     * @param hero as it stands now: chosen by hand, else as the files say
     * @param chosen true where somebody chose it by hand
     * @param category absence: the files tell none
     */
    public record Product(String name, Hero hero, boolean chosen, @Nullable String category) {}

    /** A size and colour of a product without stock; absence: the files tell none. */
    public record Missing(String product, @Nullable String size, @Nullable String colour) {}

    /** Every product by its name. */
    public Map<String, Product> products(String store) {
        schema.ensure(store);
        Map<String, Product> products = new LinkedHashMap<>();
        List<Product> all =
                engine.read(
                        store,
                        sql ->
                                sql.list(
                                        """
                                        -- one row per product
                                        WITH chosen AS (SELECT product, arg_max(hero, since) AS hero FROM fact_hero GROUP BY 1),
                                        delivered AS (SELECT coalesce(product, sku) AS name, min(category) AS category, min(CASE hero
                                            WHEN 'primary' THEN 'primary' WHEN 'secondary' THEN 'secondary' END) AS hero
                                            FROM fact_product GROUP BY 1)
                                        SELECT d.name, coalesce(nullif(c.hero, 'delivered'), d.hero, 'none'),
                                            coalesce(c.hero, 'delivered') <> 'delivered', d.category
                                        FROM delivered d LEFT JOIN chosen c ON c.product = d.name ORDER BY 1\
                                        """,
                                        row ->
                                                new Product(
                                                        row.getString(1),
                                                        Hero.of(row.getString(2)).orElseThrow(),
                                                        row.getBoolean(3),
                                                        row.getString(4))));
        all.forEach(each -> products.put(each.name(), each));
        return products;
    }

    /** The variants without stock at the end of a day, heroes first. */
    public List<Missing> missing(String store, LocalDate day, int most) {
        schema.ensure(store);
        return engine.read(
                store,
                sql ->
                        sql.list(
                                """
                                SELECT product, size, colour FROM v_stock WHERE day = ? AND out
                                ORDER BY hero_out DESC, product, colour, size LIMIT ?\
                                """,
                                row ->
                                        new Missing(
                                                row.getString(1),
                                                row.getString(2),
                                                row.getString(3)),
                                day,
                                most));
    }
}
