package app.rotina.sample;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.sample.SampleFiles.Row;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SampleIncidentsTest {
    private static final LocalDate END = LocalDate.parse("2025-09-10");

    @TempDir static Path folder;

    private static SampleFiles files;
    private static List<Row> orders;
    private static List<Row> items;

    @BeforeAll
    static void write() {
        files = SampleFiles.write(folder, new SampleSize(60_000, 11, END));
        orders = files.rows("orders.csv");
        items = files.rows("items.csv");
    }

    @Test
    void happenTwiceEachAndTwoOfThemOnTheLastDay() {
        Map<String, Long> kinds =
                files.truth()
                        .path("incidents")
                        .valueStream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> one.path("kind").asString(), Collectors.counting()));
        assertThat(kinds).hasSize(6).allSatisfy((kind, times) -> assertThat(times).isEqualTo(2));
        assertThat(
                        files.truth()
                                .path("incidents")
                                .valueStream()
                                .filter(one -> one.path("to").asString().equals(END.toString()))
                                .map(one -> one.path("kind").asString()))
                .containsExactly("hero_size_sold_out", "chat_answered_late");
    }

    @Test
    void makeTheLastDayADayThatMisses() {
        BigDecimal placed = onLastDay("placed_revenue");
        BigDecimal lost = lostOnLastDay("sold-out-2").add(lostOnLastDay("chat-late-2"));
        double part = lost.doubleValue() / placed.add(lost).doubleValue();
        assertThat(part).isBetween(.12, .45);
        assertThat(lostOnLastDay("sold-out-2").doubleValue() / lost.doubleValue())
                .isBetween(.2, .8);
    }

    @Test
    void emptyTheShelfOfTheHeroSizeAndItsSales() {
        Set<String> skus =
                files.rows("products.csv").stream()
                        .filter(r -> r.text("hero").equals("primary") && r.text("size").equals("M"))
                        .map(row -> row.text("sku"))
                        .collect(Collectors.toSet());
        Set<String> empty = new TreeSet<>();
        Set<String> emptySkus = new TreeSet<>();
        for (Row row : files.rows("stock.csv")) {
            if (row.count("on_hand") == 0) {
                empty.add(row.text("day"));
                emptySkus.add(row.text("sku"));
            }
        }
        assertThat(emptySkus).isEqualTo(skus);
        assertThat(empty).contains(END.toString(), END.minusDays(1).toString()).hasSize(7);
        assertThat(items)
                .filteredOn(row -> row.text("order_id").startsWith("250910"))
                .isNotEmpty()
                .noneMatch(row -> skus.contains(row.text("sku")));
    }

    @Test
    void keepChatsWaitingAndFewOfThemBuy() {
        List<Row> late = conversations(END);
        List<Row> ordinary = conversations(END.minusDays(7));
        assertThat(minutes(late)).isGreaterThan(5 * minutes(ordinary));
        assertThat(bought(late)).isLessThan(bought(ordinary) * .7);
    }

    @Test
    void stopThePausedAccountAndItsVisits() {
        String paused = END.minusDays(10).toString();
        assertThat(files.rows("spend.csv"))
                .filteredOn(r -> r.text("day").equals(paused))
                .filteredOn(r -> r.text("platform").equals("Google Ads"))
                .hasSize(6)
                .allMatch(row -> row.amount("spend").signum() == 0 && row.count("clicks") == 0);
        double visits = visits(paused, "Busca paga");
        assertThat(visits).isLessThan(.15 * visits(END.minusDays(17).toString(), "Busca paga"));
        assertThat(visits(paused, "Direto")).isGreaterThan(visits * 3);
        assertThat(files.incident("ads-paused-2").path("lost").path("site_visits").asLong())
                .isPositive();
    }

    @Test
    void declineCardsForHours() {
        Predicate<Row> during =
                row ->
                        row.date("placed_at").equals(END.minusDays(5).toString())
                                && row.text("placed_at").substring(11, 13).compareTo("11") >= 0
                                && row.text("placed_at").substring(11, 13).compareTo("20") < 0;
        Predicate<Row> own = row -> !row.text("channel").equals("marketplace");
        List<Row> cards =
                orders.stream()
                        .filter(during.and(own))
                        .filter(row -> row.text("payment_method").equals("credit_card"))
                        .toList();
        assertThat(cards).hasSizeGreaterThan(8);
        assertThat(cards.stream().filter(row -> row.text("status").equals("refused")).count())
                .isGreaterThan(cards.size() / 2);
        JsonNode lost = files.incident("gateway-2").path("lost");
        assertThat(lost.path("orders").asLong()).isZero();
        assertThat(new BigDecimal(lost.path("approved_revenue").asString())).isPositive();
    }

    @Test
    void sellASkirtForATenthOfItsPrice() {
        String day = END.minusDays(18).toString().replace("-", "").substring(2);
        List<Row> cheap =
                items.stream()
                        .filter(row -> row.text("unit_price").equals("17.99"))
                        .filter(row -> row.text("order_id").startsWith(day))
                        .toList();
        assertThat(cheap).hasSizeGreaterThan(30).allMatch(r -> r.text("sku").startsWith("SPL"));
        assertThat(new BigDecimal(files.incident("price-2").path("money_lost").asString()))
                .isPositive();
    }

    @Test
    void keepPhonesFromBuyingWhileTheyVisit() {
        String day = END.minusDays(74).toString();
        List<Row> placed =
                orders.stream()
                        .filter(row -> row.date("placed_at").equals(day))
                        .filter(row -> row.text("channel").equals("site"))
                        .toList();
        long phones = placed.stream().filter(row -> row.text("device").equals("mobile")).count();
        assertThat(phones).isLessThan(placed.size() / 3);
        assertThat(
                        files.rows("traffic.csv").stream()
                                .filter(row -> row.text("day").equals(day))
                                .filter(row -> row.text("device").equals("mobile"))
                                .mapToLong(row -> row.count("sessions"))
                                .sum())
                .isGreaterThan(1000);
    }

    @Test
    void costExactlyWhatOrdersDrawnInFullWouldHaveBrought() {
        for (JsonNode incident : files.truth().path("incidents")) {
            BigDecimal days =
                    incident.path("days")
                            .valueStream()
                            .map(day -> new BigDecimal(day.path("net_revenue").asString()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(new BigDecimal(incident.path("lost").path("net_revenue").asString()))
                    .as(incident.path("id").asString())
                    .isEqualByComparingTo(days);
            assertThat(new BigDecimal(incident.path("money_lost").asString()))
                    .as(incident.path("id").asString())
                    .isPositive();
        }
    }

    private static List<Row> conversations(LocalDate day) {
        return files.rows("conversations.csv").stream()
                .filter(row -> row.date("started_at").equals(day.toString()))
                .filter(row -> row.text("pre_sale").equals("true"))
                .toList();
    }

    private static double minutes(List<Row> chats) {
        return chats.stream()
                .filter(row -> row.has("first_response_at"))
                .filter(row -> row.text("started_at").substring(11, 13).compareTo("08") >= 0)
                .filter(row -> row.text("started_at").substring(11, 13).compareTo("21") < 0)
                .mapToLong(row ->
                        Duration.between(
                                        OffsetDateTime.parse(row.text("started_at")),
                                        OffsetDateTime.parse(row.text("first_response_at")))
                                .toSeconds())
                .average()
                .orElseThrow();
    }

    private static double bought(List<Row> chats) {
        return chats.stream().filter(row -> row.has("order_id")).count() / (double) chats.size();
    }

    private static double visits(String day, String marketingChannel) {
        return files.rows("traffic.csv").stream()
                .filter(row -> row.text("day").equals(day))
                .filter(row -> row.text("marketing_channel").equals(marketingChannel))
                .mapToLong(row -> row.count("sessions"))
                .sum();
    }

    private static BigDecimal onLastDay(String measure) {
        return SampleFiles.the(files.truthByDay(measure), END.toString());
    }

    private static BigDecimal lostOnLastDay(String id) {
        return files.incident(id)
                .path("days")
                .valueStream()
                .filter(day -> day.path("date").asString().equals(END.toString()))
                .map(day -> new BigDecimal(day.path("placed_revenue").asString()))
                .findFirst()
                .orElseThrow();
    }
}
