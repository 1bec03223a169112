package app.rotina.report;

import app.rotina.insight.DimensionSplit;
import app.rotina.insight.demand.Abc;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import app.rotina.report.Report.Product;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The products that brought most in a period, with their classes over the last 13 weeks. */
record ReportProducts(Metrics metrics, Store store) {
    private static final String PRODUCT = "product";
    private static final int CLASS_DAYS = 91;
    private static final int SHOWN = 10;

    List<Product> of(ReportPeriod period, String metric) {
        if (!metrics.addsUp(store, metric) || !metrics.has(store, metric, PRODUCT)) {
            return List.of();
        }
        Days ofClasses = new Days(period.through().minusDays(CLASS_DAYS - 1L), period.through());
        List<Map<String, BigDecimal>> amounts =
                amounts(List.of(period.days(), period.previous(), ofClasses), metric);
        Map<String, BigDecimal> now = amounts.getFirst();
        Map<String, BigDecimal> before = amounts.get(1);
        Map<String, Abc> classes = classes(amounts.getLast());
        return now.entrySet().stream()
                .filter(each -> each.getValue().signum() > 0)
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
                .limit(SHOWN)
                .map(each ->
                        new Product(
                                each.getKey(),
                                MetricValue.known(each.getValue()),
                                MetricValue.known(
                                        before.getOrDefault(each.getKey(), BigDecimal.ZERO)),
                                classes.getOrDefault(each.getKey(), Abc.C)))
                .toList();
    }

    private static Map<String, Abc> classes(Map<String, BigDecimal> amounts) {
        List<Map.Entry<String, BigDecimal>> all = new ArrayList<>(amounts.entrySet());
        all.sort(Comparator.comparing(Map.Entry::getKey));
        List<Abc> classes = Abc.of(all.stream().map(Map.Entry::getValue).toList());
        Map<String, Abc> byProduct = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            byProduct.put(all.get(i).getKey(), classes.get(i));
        }
        return byProduct;
    }

    private List<Map<String, BigDecimal>> amounts(List<Days> spans, String metric) {
        List<Question> questions =
                spans.stream()
                        .map(days ->
                                new Question(List.of(metric), List.of(PRODUCT), days, Map.of()))
                        .toList();
        return metrics.answers(store, questions).stream()
                .map(answer -> amounts(answer, metric))
                .toList();
    }

    private static Map<String, BigDecimal> amounts(Answer answer, String metric) {
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        for (Answer.Row row : answer.rows()) {
            String product = row.keys().getOrDefault(PRODUCT, "");
            if (!product.isEmpty() && !product.equals(DimensionSplit.NOT_SET)) {
                row.values()
                        .getOrDefault(metric, MetricValue.missing("no_source"))
                        .known()
                        .ifPresent(value -> amounts.merge(product, value, BigDecimal::add));
            }
        }
        return amounts;
    }
}
