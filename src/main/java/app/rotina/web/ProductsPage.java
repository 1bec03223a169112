package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Metric;
import app.rotina.routine.HeroChoosing;
import app.rotina.state.Role;
import app.rotina.web.Breakdown.Lines;
import app.rotina.web.Breakdown.Wanted;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which products make the revenue, and which of their sizes cannot be bought now. */
@Controller
class ProductsPage implements Page {
    private final Frames frames;
    private final Periods periods;
    private final Breakdown breakdown;
    private final ProductsReading reading;
    private final ProductReported reported;
    private final Marks marks;

    ProductsPage(
            Frames frames,
            Periods periods,
            Breakdown breakdown,
            ProductsReading reading,
            ProductReported reported,
            Marks marks) {
        this.marks = marks;
        this.frames = frames;
        this.periods = periods;
        this.breakdown = breakdown;
        this.reading = reading;
        this.reported = reported;
    }

    /**
     * What of the table is wanted.
     *
     * @param q part of a product's name
     * @param sort the column it is ordered by; absence: revenue
     * @param page from 1
     */
    record Search(
            @Nullable String q,
            @Nullable String abc,
            @Nullable String sort,
            @Nullable Integer page) {
        String search() {
            return q == null ? "" : q.strip();
        }

        String order() {
            return Objects.requireNonNullElse(sort, "");
        }

        int number() {
            return page == null || page < 1 ? 1 : page;
        }

        /** What a change of the span keeps. */
        Map<String, String> kept() {
            Map<String, String> kept = new TreeMap<>();
            put(kept, "q", search());
            put(kept, "abc", Objects.requireNonNullElse(abc, ""));
            put(kept, "sort", order());
            return kept;
        }

        /** What every address of the page keeps, as the start of a query. */
        String others() {
            return kept("q", search()) + kept("abc", Objects.requireNonNullElse(abc, ""));
        }

        static String kept(String name, String value) {
            return value.isEmpty() ? "" : PeriodBar.kept(Map.of(name, value));
        }

        private static void put(Map<String, String> kept, String name, String value) {
            if (!value.isEmpty()) {
                kept.put(name, value);
            }
        }
    }

    /**
     * One product.
     *
     * @param grid its sizes and colours; absence: nothing is known of them
     * @param hero absence: nothing sold, or not the reader's to choose
     */
    record One(
            PeriodBar bar,
            String name,
            List<String> badges,
            LinesTable figures,
            Trend trend,
            @Nullable VariantGrid grid,
            List<Fact> facts,
            ProductReported.@Nullable Of reported,
            List<LinesTable> parts,
            @Nullable HeroForm hero) {}

    /**
     * What a product can be chosen to be.
     *
     * @param product its name in the files
     * @param now what holds
     */
    record HeroForm(String product, String now) {
        static final List<String> CHOICES =
                List.of("primary", "secondary", "none", HeroChoosing.DELIVERED);

        static HeroForm of(ProductsReading.Product product) {
            return new HeroForm(
                    product.name(),
                    product.chosen() ? product.hero().word() : HeroChoosing.DELIVERED);
        }
    }

    /** A figure beside its name. */
    record Fact(String label, String about, Shown value) {}

    @Override
    public Entry entry() {
        return new Entry(Group.CLOSER, 20, "products", "/products", Role.VIEWER);
    }

    @GetMapping("/s/{store}/products")
    @Access(Role.VIEWER)
    ModelAndView show(Screen screen, Store store, Period.AskedSpan span, Search asked) {
        Period period = periods.of(store, span);
        return screen.show(
                "products",
                ProductsView.of(
                        screen,
                        period,
                        PeriodBar.of(screen, period, frames.of(screen), "/products", asked.kept()),
                        reading.of(store, period),
                        asked));
    }

    @GetMapping("/s/{store}/products/export")
    @Access(Role.VIEWER)
    void export(
            Screen screen,
            Store store,
            Period.AskedSpan span,
            @RequestParam(defaultValue = "csv") String as,
            HttpServletResponse response)
            throws IOException {
        Period period = periods.of(store, span);
        TableExport export =
                new TableExport(
                        screen,
                        PeriodBar.of(screen, period, frames.of(screen), "/products", Map.of()),
                        screen.say("web.menu.products"));
        ProductsReading.Products products = reading.of(store, period.alone());
        export.send(
                ProductsTable.withStock(export.table(products.lines()), products, screen),
                as,
                response);
    }

    @GetMapping("/s/{store}/products/one")
    @Access(Role.VIEWER)
    ModelAndView one(
            Screen screen,
            Store store,
            Period.AskedSpan span,
            @RequestParam(defaultValue = "") String name) {
        Period period = periods.of(store, span);
        Map<String, String> where = Map.of("product", name);
        List<Lines> parts = breakdown.by(store, parts(store), period, where);
        Lines figures = parts.getFirst();
        ProductsReading.@Nullable Product product =
                reading.of(store, period.alone()).all().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElse(null);
        return screen.show(
                "product_one",
                new One(
                        PeriodBar.of(
                                screen,
                                period,
                                frames.of(screen),
                                "/products/one",
                                Map.of("name", name)),
                        screen.words().texts().value("product", name),
                        product == null ? List.of() : badges(screen, product),
                        LinesTable.of(
                                figures, LinesTable.Style.plain(screen, period, where, 1), name),
                        trend(screen, period, figures, where),
                        grid(screen, period, where),
                        product == null ? List.of() : facts(screen, product),
                        reported.last(screen, period.days(), where).orElse(null),
                        parts.stream()
                                .skip(1)
                                .map(each -> parts(screen, period, each, where))
                                .toList(),
                        product == null || !screen.mayWork() ? null : HeroForm.of(product)));
    }

    /** The product itself, and where it sold. */
    private static List<Wanted> parts(Store store) {
        List<String> sold = List.of(store.basis().metric(), "units");
        return List.of(
                new Wanted(ProductsReading.figures(store), "product"),
                new Wanted(sold, "channel"),
                new Wanted(sold, "region"));
    }

    private Trend trend(Screen screen, Period period, Lines figures, Map<String, String> where) {
        Metric metric = figures.first();
        return Trend.of(
                new Trend.Drawn(
                        metric,
                        period,
                        breakdown.along(screen.store(), metric.id(), period, where),
                        List.of(),
                        marks.of(screen, period, metric),
                        where),
                Summary.of(figures.total(), metric, period, screen.figures()),
                screen.figures());
    }

    private static List<String> badges(Screen screen, ProductsReading.Product product) {
        String abc = screen.say("products.class", product.abc().name());
        return product.hero().isOne()
                ? List.of(abc, screen.say("products.hero." + product.hero().word()))
                : List.of(abc);
    }

    private static List<Fact> facts(Screen screen, ProductsReading.Product product) {
        return List.of(
                fact(screen, "stock", product.stock()),
                fact(screen, "expected", product.expected()),
                fact(screen, "cover", product.cover()),
                fact(screen, "out", product.out()));
    }

    private static Fact fact(Screen screen, String column, MetricValue value) {
        return new Fact(
                screen.say("products." + column),
                screen.say("products." + column + ".about"),
                screen.figures().value(value, Metric.Unit.COUNT));
    }

    private @Nullable VariantGrid grid(Screen screen, Period period, Map<String, String> where) {
        Store store = screen.store();
        @Nullable LocalDate day = reading.stockDay(store, period.now()).orElse(null);
        List<String> by = List.of("size", "colour");
        return VariantGrid.of(
                        screen.words(),
                        day,
                        breakdown.cells(store, "units", by, period.days(), where),
                        day == null ? Map.of() : reading.stock(store, by, where, day))
                .orElse(null);
    }

    private static LinesTable parts(
            Screen screen, Period period, Lines lines, Map<String, String> where) {
        return LinesTable.of(
                lines,
                LinesTable.Style.plain(screen, period, where, 12),
                screen.say("explore.by." + lines.dimension()));
    }
}
