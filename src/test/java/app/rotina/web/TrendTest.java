package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final Metric REVENUE = new Catalog().of("net_revenue");

    private final Figures figures =
            new Figures(Words.of(Texts.BRAZIL), Currency.getInstance("BRL"));

    @Test
    void drawsFromTheFootOfTheScaleToARoundTop() {
        List<MetricValue> values = values("0", "90", "45");
        Plot plot = Plot.over(3, values);
        assertThat(plot.high()).isEqualByComparingTo("100");
        assertThat(plot.path(values)).isEqualTo("M0.00 100.00L50.00 10.00L100.00 55.00");
    }

    @Test
    void leavesAGapWhereAPointIsMissingAndADotWhereItStandsAlone() {
        List<MetricValue> values = values("50", null, "100", null);
        assertThat(Plot.over(4, values).path(values))
                .isEqualTo("M0.00 50.00L0.00 50.00M66.67 0.00L66.67 0.00");
    }

    @Test
    void holdsLossesAndNothingAtAll() {
        List<MetricValue> values = values("-50", "50");
        assertThat(Plot.over(2, values).path(values)).isEqualTo("M0.00 100.00L100.00 0.00");
        List<MetricValue> none = values(null, null);
        assertThat(Plot.over(2, none).path(none)).isEmpty();
        assertThat(Plot.over(1, values("0.004")).high()).isEqualByComparingTo("0.004");
    }

    @Test
    void asksOnlyAtTheEndsOfASilence() {
        List<Integer> asked = new ArrayList<>();
        Silence silence =
                new Silence(at -> {
                    asked.add(at);
                    return at < 5 ? values("0").getFirst() : MetricValue.missing("not_delivered");
                });
        List<@Nullable MetricValue> points = new ArrayList<>(Arrays.asList(new MetricValue[9]));
        points.set(0, values("7").getFirst());
        List<MetricValue> filled = silence.filled(points);
        assertThat(filled).hasSize(9);
        assertThat(filled.subList(0, 5)).allMatch(each -> each.known().isPresent());
        assertThat(filled.subList(5, 9)).allMatch(each -> each.known().isEmpty());
        assertThat(asked).hasSizeLessThan(8);
    }

    @Test
    void saysNewWhereThereWasNothing() {
        assertThat(change("10", "0")).isEqualTo("novo");
        assertThat(change("0", "0")).isEqualTo("—");
        assertThat(change("10", "-5")).isEqualTo("—");
        assertThat(change("10", null)).isEqualTo("—");
        assertThat(change(null, "10")).isEqualTo("—");
        assertThat(change("11", "10")).isEqualTo("+\u206010,0%");
        assertThat(change("10.0001", "10")).isEqualTo("0,0%");
        assertThat(SpanChange.of(known("10.0001"), known("10"), REVENUE, figures).change().tone())
                .isEqualTo(Shown.EVEN);
    }

    @Test
    void ordersSizesAsShopsDo() {
        assertThat(
                        List.of("GG", "42", "M", "U", "PP", "G", "38", "P").stream()
                                .sorted(VariantGrid.order()))
                .containsExactly("PP", "P", "M", "G", "GG", "U", "38", "42");
    }

    @Test
    void findsProductsWithoutTheirAccents() {
        assertThat(ProductsView.plain("CALÇA Índigo")).isEqualTo("calca indigo");
    }

    private String change(@Nullable String now, @Nullable String before) {
        return SpanChange.of(known(now), known(before), REVENUE, figures).change().text();
    }

    private static MetricValue known(@Nullable String value) {
        return value == null
                ? MetricValue.missing("no_source")
                : MetricValue.known(new BigDecimal(value));
    }

    private static List<MetricValue> values(@Nullable String... values) {
        return Arrays.stream(values).map(TrendTest::known).toList();
    }
}
