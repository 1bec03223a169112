import app.rotina.insight.demand.Abc;
import app.rotina.insight.demand.DemandForecast;
import app.rotina.insight.demand.DemandForecast.Expected;
import app.rotina.insight.demand.ProductWeeks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Scores demand forecasts on a file of order lines (see {@link ShelfWeeks}): at the end of each week
 * from the 13th on (of the last 104 at most), of the units of the four weeks after it, together, by
 * product. WAPE is the sum of absolute errors over the sum of units, bias the sum of errors over it.
 * Classes are of the weeks before each origin: revenue of 26 weeks, pattern of all weeks of the file
 * as it is, whatever the forecast makes of them. With the truth of stock, windows with a week mostly
 * out of stock are not scored: what was sold is not what was asked.
 */
public final class Demand {
    private static final int AHEAD = 4;
    private static final int FIRST_ORIGIN = 13;
    private static final int LAST_ORIGINS = 104;
    private static final int REVENUE_WEEKS = 26;

    private final ShelfWeeks shelf;
    private final Map<String, Score> scores = new TreeMap<>();

    private Demand(ShelfWeeks shelf) {
        this.shelf = shelf;
    }

    public static void main(String[] args) throws IOException {
        long start = System.nanoTime();
        Demand demand = new Demand(ShelfWeeks.of(Path.of(args[0])));
        int last = demand.shelf.weeks() - AHEAD;
        int origins = 0;
        for (int origin = Math.max(FIRST_ORIGIN, last - LAST_ORIGINS + 1); origin <= last; origin++) {
            demand.score(origin);
            origins++;
        }
        System.out.printf(Locale.ROOT, "%d products, %d weeks, %d origins, %.1f s%n",
                demand.shelf.products(), demand.shelf.weeks(), origins, (System.nanoTime() - start) / 1e9);
        demand.print();
    }

    private void score(int origin) {
        List<ProductWeeks> products = shelf.until(origin);
        Abc[] abc = Abc.of(shelf.revenue(Math.max(0, origin - REVENUE_WEEKS), origin));
        List<DemandForecast> forecasts = DemandForecast.of(products, AHEAD);
        for (int product = 0; product < products.size(); product++) {
            double sold = shelf.sold(product, origin, AHEAD);
            if (!Double.isNaN(sold)) {
                score(abc[product] + " " + shelf.pattern(product, origin), forecasts.get(product), sold);
            }
        }
    }

    private void score(String kind, DemandForecast forecast, double sold) {
        Score score = scores.computeIfAbsent(kind, each -> new Score());
        if (forecast instanceof Expected expected) {
            score.told++;
            score.sold += sold;
            score.off += Math.abs(expected.units() - sold);
            score.over += expected.units() - sold;
            score.ways.merge(expected.method() + (expected.seasonal() ? "+season" : ""), 1, Integer::sum);
        } else {
            score.untold++;
            score.untoldSold += sold;
        }
    }

    private static final class Score {
        private int told;
        private double sold;
        private double off;
        private double over;
        private int untold;
        private double untoldSold;
        private final Map<String, Integer> ways = new TreeMap<>();

        private String text(String kind) {
            return String.format(
                    Locale.ROOT,
                    "%s: %d forecasts of %.0f units %s, %d not told (%.0f units)",
                    kind, told, sold, ways, untold, untoldSold);
        }

        private String json(String kind) {
            return String.format(Locale.ROOT, "\"%s\": {\"wape\": %.4f, \"bias\": %.4f}", kind, off / sold, over / sold);
        }
    }

    private void print() {
        scores.forEach((kind, score) -> System.out.println(score.text(kind)));
        System.out.println(
                scores.entrySet().stream()
                        .filter(each -> each.getValue().sold > 0)
                        .map(each -> each.getValue().json(each.getKey()))
                        .collect(Collectors.joining(", ", "{", "}")));
    }
}
