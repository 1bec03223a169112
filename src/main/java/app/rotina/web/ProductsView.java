package app.rotina.web;

import app.rotina.insight.demand.Abc;
import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metric.Unit;
import app.rotina.web.ProductsReading.Product;
import app.rotina.web.ProductsReading.Products;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The products of a span: how much of the revenue few of them make, and each with its figures.
 *
 * @param curve the running share of revenue from the best product to the last
 * @param found how many products the search leaves
 * @param stock of when stock and expected units are; absence: no stock is known
 */
record ProductsView(
        PeriodBar bar,
        List<Share> classes,
        String curve,
        String says,
        ProductsPage.Search asked,
        int found,
        LinesTable table,
        @Nullable String stock,
        List<Sold> missing,
        List<PageLink> pages) {
    static final int PAGE = 50;
    private static final int MOST_SOLD_OUT = 8;

    /** One class of products. */
    record Share(String id, String products, String revenue, String share, String address) {}

    /** A product with variants that cannot be bought now. */
    record Sold(String name, String address, String variants, List<String> badges) {}

    /** Another page of the table. */
    record PageLink(String rel, String label, String address) {}

    static ProductsView of(
            Screen screen,
            Period period,
            PeriodBar bar,
            Products products,
            ProductsPage.Search asked) {
        return new Writing(screen, period, products, asked).view(bar);
    }

    static String address(Screen screen, String product, Period period) {
        return screen.address(
                "/products/one?name="
                        + URLEncoder.encode(product, StandardCharsets.UTF_8)
                        + "&"
                        + period.query());
    }

    /** Letters without accents and case, for a search. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    private record Writing(
            Screen screen, Period period, Products products, ProductsPage.Search asked) {

        ProductsView view(PeriodBar bar) {
            List<Product> found =
                    products.all().stream().filter(this::isWanted).sorted(order()).toList();
            int from = Math.min((asked.number() - 1) * PAGE, found.size());
            List<Product> some = found.subList(from, Math.min(from + PAGE, found.size()));
            return new ProductsView(
                    bar,
                    Arrays.stream(Abc.values()).map(this::summary).toList(),
                    curve(),
                    says(),
                    asked,
                    found.size(),
                    new ProductsTable(screen, period, products, asked).table(some),
                    Optional.ofNullable(products.stockDay())
                            .map(day ->
                                    screen.say(
                                            products.told()
                                                    ? "products.stock_of"
                                                    : "products.stock_of_pending",
                                            screen.words().day(day)))
                            .orElse(null),
                    soldOut(),
                    pages(found.size()));
        }

        private boolean isWanted(Product product) {
            boolean named = plain(product.name()).contains(plain(asked.search()));
            return named
                    && (asked.abc() == null
                            || asked.abc().isEmpty()
                            || product.abc().name().equals(asked.abc()));
        }

        private Comparator<Product> order() {
            Function<Product, BigDecimal> by =
                    product ->
                            ProductsTable.value(products, product, asked.order())
                                    .known()
                                    .orElse(BigDecimal.valueOf(Long.MIN_VALUE));
            Comparator<Product> falling = Comparator.comparing(by).reversed();
            boolean rising = asked.order().equals("cover");
            Comparator<Product> rank =
                    rising
                            ? Comparator.comparing(product ->
                                    ProductsTable.value(products, product, "cover")
                                            .known()
                                            .orElse(BigDecimal.valueOf(Long.MAX_VALUE)))
                            : falling;
            return rank.thenComparing(Product::name);
        }

        private Metric revenue() {
            return products.lines().first();
        }

        private Share summary(Abc abc) {
            List<Product> those =
                    products.all().stream().filter(product -> product.abc() == abc).toList();
            BigDecimal sum = sum(those);
            BigDecimal all = sum(products.all());
            Words words = screen.words();
            return new Share(
                    abc.name(),
                    screen.say("products.count", those.size()),
                    screen.figures().text(sum, Unit.MONEY),
                    all.signum() > 0
                            ? words.percent(sum.divide(all, MathContext.DECIMAL64), 1)
                            : "—",
                    screen.address("/products?abc=" + abc + "&" + period.query()));
        }

        private BigDecimal sum(List<Product> some) {
            return some.stream()
                    .map(product ->
                            product.line().now(revenue().id()).known().orElse(BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private String curve() {
            List<MetricValue> running = new ArrayList<>();
            BigDecimal sum = BigDecimal.ZERO;
            running.add(MetricValue.known(sum));
            for (Product product : products.all()) {
                sum =
                        sum.add(
                                product.line()
                                        .now(revenue().id())
                                        .known()
                                        .orElse(BigDecimal.ZERO)
                                        .max(BigDecimal.ZERO));
                running.add(MetricValue.known(sum));
            }
            return sum.signum() == 0
                    ? ""
                    : new Plot(running.size(), BigDecimal.ZERO, sum).path(running);
        }

        private String says() {
            long best = products.all().stream().filter(one -> one.abc() == Abc.A).count();
            return screen.say("products.pareto", best, products.all().size());
        }

        /** The best products first: what they miss costs most. */
        private List<Sold> soldOut() {
            return products.all().stream()
                    .filter(product -> !product.missing().isEmpty())
                    .sorted(Comparator.comparing(Product::hero))
                    .limit(MOST_SOLD_OUT)
                    .map(product ->
                            new Sold(
                                    product.name(),
                                    ProductsView.address(screen, product.name(), period) + "#grid",
                                    ProductsTable.variants(screen.words(), product),
                                    product.hero().isOne()
                                            ? List.of(
                                                    product.abc().name(),
                                                    screen.say("products.hero"))
                                            : List.of(product.abc().name())))
                    .toList();
        }

        private List<PageLink> pages(int found) {
            List<PageLink> pages = new ArrayList<>();
            int number = asked.number();
            if (number > 1) {
                pages.add(page("prev", "web.rows.previous", number - 1));
            }
            if (number * PAGE < found) {
                pages.add(page("next", "web.rows.next", number + 1));
            }
            return pages;
        }

        private PageLink page(String rel, String text, int number) {
            return new PageLink(
                    rel,
                    screen.say(text),
                    screen.address(
                            "/products?"
                                    + asked.others()
                                    + ProductsPage.Search.kept("sort", asked.order())
                                    + "page="
                                    + number
                                    + "&"
                                    + period.query()));
        }
    }
}
