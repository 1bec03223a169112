package app.rotina.sample;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.sample.SampleFiles.Row;
import app.rotina.sources.Fact;
import app.rotina.sources.Facts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SampleStoreTest {
    private static final SampleSize SIZE = new SampleSize(20_000, 3, LocalDate.parse("2026-03-17"));

    @TempDir static Path folder;

    private static SampleFiles files;
    private static List<Row> orders;
    private static List<Row> items;
    private static List<Row> refunds;

    @BeforeAll
    static void write() {
        files = SampleFiles.write(folder, SIZE);
        orders = files.rows("orders.csv");
        items = files.rows("items.csv");
        refunds = files.rows("refunds.csv");
    }

    @Test
    void namesItsColumnsAsTheFactsDo() {
        Map<String, String> facts =
                Map.of(
                        "orders.csv", "order",
                        "items.csv", "line",
                        "refunds.csv", "line",
                        "customers.csv", "customer",
                        "products.csv", "product",
                        "carts.csv", "cart",
                        "traffic.csv", "traffic_day",
                        "spend.csv", "ad_day",
                        "conversations.csv", "conversation",
                        "stock.csv", "stock_day");
        facts.forEach((file, id) -> {
            Fact fact = Facts.of(id);
            assertThat(files.header(file)).as(file).allMatch(fact::has).containsAll(fact.key());
        });
    }

    @Test
    void takesDiscountsFromGrossOnEveryLine() {
        assertThat(items)
                .allSatisfy(item -> {
                    assertThat(item.amount("amount"))
                            .isEqualTo(item.amount("gross").subtract(item.amount("discount")));
                    assertThat(item.amount("gross"))
                            .isEqualTo(item.amount("unit_price").multiply(item.amount("quantity")));
                });
    }

    @Test
    void makesEveryTotalOfLinesDiscountAndParcel() {
        Map<String, List<Row>> lines = items.stream().collect(groupingBy(r -> r.text("order_id")));
        assertThat(lines.keySet()).hasSameSizeAs(orders);
        assertThat(orders)
                .allSatisfy(order ->
                        assertThat(order.amount("order_total"))
                                .isEqualTo(
                                        sum(
                                                        SampleFiles.the(
                                                                lines, order.text("order_id")),
                                                        "amount")
                                                .subtract(order.amount("order_discount"))
                                                .add(order.amount("order_shipping"))));
    }

    @Test
    void paysBackNoMoreThanWasPaid() {
        Map<String, Row> byId = byId(orders, "order_id");
        refunds.stream()
                .collect(groupingBy(r -> r.text("order_id")))
                .forEach((id, rows) -> {
                    Row order = SampleFiles.the(byId, id);
                    assertThat(order.has("approved_at")).isTrue();
                    assertThat(sum(rows, "amount"))
                            .isLessThanOrEqualTo(order.amount("order_total"));
                });
    }

    @Test
    void tellsTheTruthOfWhatWasPlaced() {
        assertThat(SampleFiles.count(orders, "placed_at", all -> true))
                .isEqualTo(files.truthByDay("orders"));
        assertThat(SampleFiles.count(orders, "placed_at", r -> r.text("recovered").equals("true")))
                .isEqualTo(files.truthByDay("recovered_orders"));
        assertThat(ofLines(row -> row.amount("quantity"))).isEqualTo(files.truthByDay("units"));
        assertThat(ofLines(row -> row.amount("gross"))).isEqualTo(files.truthByDay("gross_sales"));
        assertThat(ofLines(row -> row.amount("cost"))).isEqualTo(files.truthByDay("placed_cost"));
        assertThat(ofOrders("placed_at", SampleStoreTest::productRevenue))
                .isEqualTo(files.truthByDay("placed_revenue"));
        assertThat(ofOrders("placed_at", row -> row.amount("order_total")))
                .isEqualTo(files.truthByDay("order_total"));
        assertThat(ofOrders("placed_at", row -> row.amount("order_shipping")))
                .isEqualTo(files.truthByDay("shipping"));
    }

    @Test
    void tellsTheTruthOfWhatWasApprovedAndPaidBack() {
        assertThat(SampleFiles.count(orders, "approved_at", row -> row.has("approved_at")))
                .isEqualTo(files.truthByDay("approved_orders"));
        assertThat(SampleFiles.count(orders, "placed_at", row -> row.has("approved_at")))
                .isEqualTo(files.truthByDay("approved_of_placed_orders"));
        assertThat(ofOrders("approved_at", SampleStoreTest::productRevenue))
                .isEqualTo(files.truthByDay("approved_revenue"));
        assertThat(approvedCost()).isEqualTo(files.truthByDay("cost_of_goods"));
        assertThat(ofRefunds("refund")).isEqualTo(files.truthByDay("refunds"));
        assertThat(ofRefunds("shipping_refund")).isEqualTo(files.truthByDay("shipping_refunds"));
    }

    @Test
    void tellsTheTruthOfWhatIsOpen() {
        List<Row> open = orders.stream().filter(row -> row.text("status").equals("open")).toList();
        assertThat(SampleFiles.count(open, "placed_at", all -> true))
                .isNotEmpty()
                .isEqualTo(files.truthByDay("pending_orders"));
        assertThat(
                        SampleFiles.byDay(
                                open,
                                row -> row.date("placed_at"),
                                SampleStoreTest::productRevenue))
                .isEqualTo(files.truthByDay("pending_amount"));
        assertThat(
                        SampleFiles.count(
                                orders,
                                "placed_at",
                                row ->
                                        row.text("status").equals("approved")
                                                && !row.has("shipped_at")))
                .isNotEmpty()
                .isEqualTo(files.truthByDay("unshipped_orders"));
    }

    @Test
    void tellsTheTruthOfVisitsChatsCartsAndSpend() {
        List<Row> traffic = files.rows("traffic.csv");
        assertThat(SampleFiles.byDay(traffic, r -> r.text("day"), r -> r.amount("sessions")))
                .isEqualTo(files.truthByDay("site_visits"));
        assertThat(SampleFiles.byDay(traffic, r -> r.text("day"), r -> r.amount("visitors")))
                .isEqualTo(files.truthByDay("visitors"));
        assertThat(
                        SampleFiles.byDay(
                                files.rows("spend.csv"),
                                row -> row.text("day"),
                                row -> row.amount("spend")))
                .isEqualTo(files.truthByDay("ad_spend"));
        assertThat(SampleFiles.count(files.rows("carts.csv"), "abandoned_at", all -> true))
                .isEqualTo(files.truthByDay("abandoned_carts"));
        assertThat(asked(true)).isEqualTo(files.truthByDay("conversations"));
        assertThat(asked(false)).isEqualTo(files.truthByDay("conversation_rows"));
    }

    @Test
    void addsDaysUpToMonthsAndChannels() {
        assertThat(files.truth().path("days")).hasSize(SIZE.days().count());
        for (String measure : List.of("net_revenue", "orders", "sessions", "ad_spend")) {
            BigDecimal days =
                    files.truthByDay(measure).values().stream()
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sumOf("months", measure)).as(measure).isEqualByComparingTo(days);
        }
        BigDecimal channels = BigDecimal.ZERO;
        for (String channel : List.of("site", "chat", "marketplace", "social")) {
            channels =
                    channels.add(
                            sum(files.truth().path("channel_months").path(channel), "refunds"));
        }
        assertThat(channels).isEqualByComparingTo(sumOf("months", "refunds"));
    }

    @Test
    void placesEveryOrderOnTheLocalDayOfItsId() {
        ZoneId zone = SampleStore.STORE.zone();
        Set<String> hours = new HashSet<>();
        for (Row order : orders) {
            OffsetDateTime placed = OffsetDateTime.parse(order.text("placed_at"));
            LocalDate local = LocalDate.ofInstant(placed.toInstant(), zone);
            assertThat(local).isEqualTo(order.date("placed_at"));
            assertThat(placed.getOffset()).isEqualTo(zone.getRules().getOffset(placed.toInstant()));
            assertThat(order.text("order_id").substring(0, 6))
                    .isEqualTo(local.toString().replace("-", "").substring(2));
            hours.add(order.text("placed_at").substring(11, 13));
        }
        assertThat(hours).contains("00", "23", "22", "21");
    }

    @Test
    void knowsNothingOfWhatComesAfterItsLastDay() {
        String end = SIZE.end().toString();
        for (String column : List.of("placed_at", "approved_at", "cancelled_at", "shipped_at")) {
            assertThat(orders)
                    .filteredOn(row -> row.has(column))
                    .allMatch(row -> row.date(column).compareTo(end) <= 0, column);
        }
        assertThat(refunds).allMatch(row -> row.date("occurred_at").compareTo(end) <= 0);
        assertThat(orders.getLast().date("placed_at")).isEqualTo(end);
        assertThat(orders.getFirst().date("placed_at")).isEqualTo("2024-03-18");
    }

    @Test
    void approvesAsPixBoletoAndCardsDo() {
        assertThat(approval("pix")).isBetween(.90, .94);
        assertThat(approval("boleto")).isBetween(.71, .79);
        assertThat(approval("credit_card")).isBetween(.86, .90);
        BigDecimal approved = sumOf("months", "approved_revenue");
        assertThat(sumOf("months", "refunds").doubleValue() / approved.doubleValue())
                .isBetween(.03, .06);
    }

    @Test
    void refersOnlyToWhatIsThere() {
        Set<String> customers = ids("customers.csv", "customer_id");
        Set<String> skus = ids("products.csv", "sku");
        Set<String> ids = orders.stream().map(row -> row.text("order_id")).collect(toSet());
        assertThat(ids).hasSameSizeAs(orders);
        assertThat(orders).allMatch(row -> customers.contains(row.text("customer_id")));
        assertThat(items).allMatch(row -> skus.contains(row.text("sku")));
        for (String file : List.of("carts.csv", "conversations.csv")) {
            assertThat(files.rows(file))
                    .filteredOn(row -> row.has("order_id"))
                    .isNotEmpty()
                    .allMatch(row -> ids.contains(row.text("order_id")), file);
        }
        assertThat(items.stream().map(row -> row.text("line_id")).collect(toSet()))
                .hasSameSizeAs(items);
    }

    @Test
    void registersCustomersOnceAndBeforeTheyBuy() {
        List<Row> customers = files.rows("customers.csv");
        Map<String, Row> byId = byId(customers, "customer_id");
        assertThat(byId).hasSameSizeAs(customers);
        assertThat(orders)
                .allMatch(order ->
                        SampleFiles.the(byId, order.text("customer_id"))
                                        .text("registered_at")
                                        .compareTo(order.text("placed_at"))
                                <= 0);
    }

    @Test
    void countsTheShelvesOfEverySkuEveryDay() {
        List<Row> stock = files.rows("stock.csv");
        assertThat(stock).hasSize(SIZE.days().count() * files.rows("products.csv").size());
        assertThat(stock).allMatch(row -> row.count("on_hand") >= 0);
    }

    private static Map<String, BigDecimal> asked(boolean oncePerCustomerAndDay) {
        Set<String> seen = new HashSet<>();
        return SampleFiles.count(
                files.rows("conversations.csv"),
                "started_at",
                row ->
                        row.text("pre_sale").equals("true")
                                && row.text("from_visit").equals("false")
                                && (seen.add(row.date("started_at") + row.text("customer_id"))
                                        || !oncePerCustomerAndDay));
    }

    private static Map<String, BigDecimal> ofLines(Function<Row, BigDecimal> value) {
        Map<String, Row> byId = byId(orders, "order_id");
        return SampleFiles.byDay(
                items, row -> SampleFiles.the(byId, row.text("order_id")).date("placed_at"), value);
    }

    private static Map<String, BigDecimal> approvedCost() {
        Map<String, Row> byId = byId(orders, "order_id");
        Function<Row, Row> order = row -> SampleFiles.the(byId, row.text("order_id"));
        return SampleFiles.byDay(
                items.stream().filter(row -> order.apply(row).has("approved_at")).toList(),
                row -> order.apply(row).date("approved_at"),
                row -> row.amount("cost"));
    }

    private static Map<String, BigDecimal> ofOrders(
            String column, Function<Row, BigDecimal> value) {
        return SampleFiles.byDay(
                orders.stream().filter(row -> row.has(column)).toList(),
                row -> row.date(column),
                value);
    }

    private static Map<String, BigDecimal> ofRefunds(String kind) {
        return SampleFiles.byDay(
                refunds.stream().filter(row -> row.text("kind").equals(kind)).toList(),
                row -> row.date("occurred_at"),
                row -> row.amount("amount"));
    }

    private static BigDecimal productRevenue(Row order) {
        return order.amount("order_total").subtract(order.amount("order_shipping"));
    }

    private static double approval(String method) {
        List<Row> placed =
                orders.stream().filter(row -> row.text("payment_method").equals(method)).toList();
        return placed.stream().filter(row -> row.has("approved_at")).count()
                / (double) placed.size();
    }

    private static BigDecimal sumOf(String part, String measure) {
        return sum(files.truth().path(part), measure);
    }

    private static BigDecimal sum(Iterable<JsonNode> nodes, String measure) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode node : nodes) {
            sum = sum.add(new BigDecimal(node.path(measure).asString()));
        }
        return sum;
    }

    private static BigDecimal sum(List<Row> rows, String column) {
        return rows.stream()
                .map(row -> row.amount(column))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, Row> byId(List<Row> rows, String column) {
        return rows.stream().collect(toMap(row -> row.text(column), row -> row));
    }

    private static Set<String> ids(String file, String column) {
        return files.rows(file).stream().map(row -> row.text(column)).collect(toSet());
    }
}
