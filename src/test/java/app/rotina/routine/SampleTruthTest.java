package app.rotina.routine;

import static app.rotina.routine.SampleShop.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the warehouse says about the sample store is what was counted while it was written. */
class SampleTruthTest {
    private static final Days ALL =
            new Days(SampleShop.END.minusMonths(24).plusDays(1), SampleShop.END);
    private static final List<String> METRICS =
            List.of(
                    "orders",
                    "units",
                    "gross_sales",
                    "discounts",
                    "placed_revenue",
                    "shipping",
                    "order_total",
                    "cost_of_goods",
                    "recovered_orders",
                    "approved_orders",
                    "approved_revenue",
                    "refunds",
                    "net_revenue",
                    "gross_margin",
                    "pending_amount",
                    "site_visits",
                    "visitors",
                    "conversations",
                    "sessions",
                    "ad_spend");

    @Test
    void agreesOnEveryTotal() {
        Answer answer = SHOP.store.metrics().answer(SHOP.store.store(), Question.of(METRICS, ALL));
        assertThat(differences(answer.total(), SHOP.truth.path("total"))).isEmpty();
    }

    @Test
    void agreesOnEveryDay() {
        agrees("day", "date", SHOP.truth.path("days"));
    }

    @Test
    void agreesOnEveryMonth() {
        agrees("month", "month", SHOP.truth.path("months"));
    }

    @Test
    void agreesOnTheOrdersThatWaitAtTheEnd() {
        assertThat(SHOP.store.value("unshipped_orders", SampleShop.END.toString()))
                .isEqualTo(SHOP.truth.path("total").path("unshipped_orders").asString());
    }

    @Test
    void staysTheSameWhenBuiltAnew() {
        List<String> before = SHOP.store.everything();
        SHOP.store.warehouse().imports().rebuild(SHOP.store.store());
        assertThat(SHOP.store.everything()).isEqualTo(before);
    }

    private static void agrees(String by, String key, JsonNode truth) {
        Question question = new Question(METRICS, List.of(by), ALL, Map.of());
        List<Answer.Row> rows = SHOP.store.metrics().answer(SHOP.store.store(), question).rows();
        assertThat(rows).hasSize(truth.size());
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String when = truth.get(i).path(key).asString();
            assertThat(rows.get(i).keys()).containsEntry(by, when);
            differences(rows.get(i).values(), truth.get(i))
                    .forEach(each -> differences.add(when + " " + each));
        }
        assertThat(differences).isEmpty();
    }

    /** Silence is as good as zero here: the truth counts days, not deliveries. */
    private static List<String> differences(Map<String, MetricValue> values, JsonNode truth) {
        List<String> differences = new ArrayList<>();
        values.forEach((metric, value) -> {
            BigDecimal said = value.known().orElse(BigDecimal.ZERO);
            BigDecimal counted = new BigDecimal(truth.path(metric).asString());
            if (said.compareTo(counted) != 0) {
                differences.add(metric + " " + value + " instead of " + counted);
            }
        });
        return differences;
    }
}
