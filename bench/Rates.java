import app.rotina.insight.Fit;
import app.rotina.insight.rates.BetaPrior;
import app.rotina.insight.rates.Contest;
import app.rotina.insight.rates.Funnel;
import app.rotina.insight.rates.JamesStein;
import app.rotina.insight.rates.Rate;
import app.rotina.insight.rates.Trials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shrinks and compares the rates of a table name, successes, trials, and scores them where a fourth
 * column has the true rates. What the data cannot tell is null.
 */
public final class Rates {
    private final List<Trials> units;
    private final List<Double> truth;

    private Rates(List<String[]> rows) {
        units =
                rows.stream()
                        .map(row -> new Trials(row[0], count(row[1]), count(row[2])))
                        .toList();
        truth =
                rows.stream()
                        .filter(row -> row.length > 3)
                        .map(row -> Double.parseDouble(row[3]))
                        .toList();
    }

    public static void main(String[] args) throws IOException {
        new Rates(
                        Files.readAllLines(Path.of(args[0])).stream()
                                .skip(1)
                                .filter(line -> !line.isBlank())
                                .map(line -> line.split(",", -1))
                                .map(row -> Stream.of(row).map(String::strip).toArray(String[]::new))
                                .toList())
                .print();
    }

    private static int count(String cell) {
        return Integer.parseInt(cell);
    }

    private void print() {
        double pooled = Trials.pooled(units);
        Funnel funnel = new Funnel(pooled, .002);
        Fit<BetaPrior> fit = BetaPrior.fit(units);
        Optional<BetaPrior> prior =
                switch (fit) {
                    case Fit.Fitted<BetaPrior>(BetaPrior law, double ll) -> Optional.of(law);
                    case Fit.CannotTell<BetaPrior> none -> Optional.empty();
                };
        System.out.println(prior.isPresent() ? "fitted" : fit);
        Optional<JamesStein> stein = stein();
        Optional<List<Rate>> rates = prior.map(law -> units.stream().map(law::posterior).toList());
        Optional<Contest> contest = rates.filter(all -> all.size() > 1).map(Contest::of);
        for (int i = 0; i < units.size(); i++) {
            int k = i;
            Trials unit = units.get(i);
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %s %s James-Stein %s empirical Bayes %s (%s to %s) best %s loss %s%n",
                    unit.name(),
                    digits(Optional.of((double) unit.successes() / unit.trials())),
                    funnel.place(unit),
                    digits(stein.map(all -> all.estimates().get(k))),
                    digits(rates.map(all -> all.get(k).mean())),
                    digits(rates.map(all -> all.get(k).quantile(.05))),
                    digits(rates.map(all -> all.get(k).quantile(.95))),
                    digits(contest.map(all -> all.standings().get(k).best())),
                    digits(contest.map(all -> all.standings().get(k).loss())));
        }
        Optional<Contest.Standing> first =
                contest.flatMap(
                        all ->
                                all.standings().stream()
                                        .min(Comparator.comparingDouble(Contest.Standing::loss)));
        List<Double> plain =
                units.stream().map(each -> (double) each.successes() / each.trials()).toList();
        System.out.printf(
                "{\"units\": %d, \"pooled\": %s, \"alpha\": %s, \"beta\": %s, \"outside\": %d, \"best\": %s, \"p_best\": %s,"
                        + " \"expected_loss\": %s, \"js_factor\": %s, \"js_first\": %s, \"sse\": %s, \"sse_js\": %s, \"sse_eb\": %s}%n",
                units.size(),
                digits(Optional.of(pooled)),
                digits(prior.map(BetaPrior::alpha)),
                digits(prior.map(BetaPrior::beta)),
                units.stream().filter(each -> funnel.place(each) != Funnel.Place.INSIDE).count(),
                first.map(each -> "\"" + each.rate().seen().name() + "\"").orElse("null"),
                digits(first.map(Contest.Standing::best)),
                digits(first.map(Contest.Standing::loss)),
                digits(stein.map(JamesStein::factor)),
                digits(stein.map(all -> all.estimates().getFirst())),
                digits(error(Optional.of(plain))),
                digits(error(stein.map(JamesStein::estimates))),
                digits(error(rates.map(all -> all.stream().map(Rate::mean).toList()))));
    }

    /** Where all had the same number of trials. */
    private Optional<JamesStein> stein() {
        int trials = units.getFirst().trials();
        return units.stream().allMatch(each -> each.trials() == trials)
                ? Optional.of(
                        JamesStein.ofRates(
                                units.stream().map(each -> (double) each.successes() / trials).toList(),
                                trials))
                : Optional.empty();
    }

    private Optional<Double> error(Optional<List<Double>> estimates) {
        return estimates
                .filter(all -> all.size() == truth.size())
                .map(all -> JamesStein.squaredError(all, truth));
    }

    private static String digits(Optional<Double> value) {
        return value.map(each -> String.format(Locale.ROOT, "%.5f", each)).orElse("null");
    }
}
