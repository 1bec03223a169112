import app.rotina.insight.Fit;
import app.rotina.insight.customers.BgNbd;
import app.rotina.insight.customers.GammaGamma;
import app.rotina.insight.customers.History;
import app.rotina.insight.customers.Spend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Fits BG/NBD to a table of customers, by its header: repeats (frequency or x), time of the last
 * (recency or t_x) and of looking (T); and Gamma-Gamma where it has the mean value of repeats
 * (zbar). What the data cannot tell is null.
 */
public final class Clv {
    public static void main(String[] args) throws IOException {
        List<List<String>> rows =
                Files.readAllLines(Path.of(args[0])).stream()
                        .filter(line -> !line.isBlank())
                        .map(line -> Stream.of(line.split(",", -1)).map(Clv::bare).toList())
                        .toList();
        List<String> header = rows.getFirst();
        int repeats = column(header, "frequency", "x");
        int last = column(header, "recency", "t_x");
        int span = column(header, "t", "T");
        int mean = column(header, "zbar", "monetary_value");
        List<History> histories = new ArrayList<>();
        List<Spend> spends = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            int x = (int) Double.parseDouble(row.get(repeats));
            histories.add(
                    new History(x, Double.parseDouble(row.get(last)), Double.parseDouble(row.get(span))));
            if (mean >= 0) {
                spends.add(new Spend(x, Double.parseDouble(row.get(mean))));
            }
        }
        print(histories, spends);
    }

    /** A server has fitted before: the first fit is not timed. */
    private static void print(List<History> histories, List<Spend> spends) {
        BgNbd.fit(histories);
        GammaGamma.fit(spends);
        long start = System.nanoTime();
        Fit<BgNbd> purchases = BgNbd.fit(histories);
        Fit<GammaGamma> values = GammaGamma.fit(spends);
        double took = (System.nanoTime() - start) / 1e9;
        System.out.println("purchases: " + purchases);
        System.out.println("values: " + values);
        if (purchases instanceof Fit.Fitted<BgNbd>(BgNbd model, double ll)) {
            History second = new History(2, 30.43, 38.86);
            System.out.printf(
                    Locale.ROOT,
                    "x = 2, t_x = 30.43, T = 38.86: %.5f in 39, alive %.5f%n",
                    model.expected(second, 39),
                    model.alive(second));
            System.out.printf(Locale.ROOT, "all of them in 39: %.1f%n", histories.stream().mapToDouble(each -> model.expected(each, 39)).sum());
        }
        double[] bg =
                switch (purchases) {
                    case Fit.Fitted<BgNbd>(BgNbd m, double ll) ->
                            new double[] {m.r(), m.alpha(), m.a(), m.b(), ll};
                    case Fit.CannotTell<BgNbd> none -> new double[0];
                };
        double[] gg =
                switch (values) {
                    case Fit.Fitted<GammaGamma>(GammaGamma m, double ll) ->
                            new double[] {m.p(), m.q(), m.gamma()};
                    case Fit.CannotTell<GammaGamma> none -> new double[0];
                };
        System.out.printf(
                "{\"r\": %s, \"alpha\": %s, \"a\": %s, \"b\": %s, \"ll\": %s, \"p\": %s, \"q\": %s, \"gamma\": %s, \"fit_s\": %s}%n",
                DoubleStream.concat(
                                DoubleStream.concat(padded(bg, 5), padded(gg, 3)), DoubleStream.of(took))
                        .mapToObj(Clv::number)
                        .toArray());
    }

    private static DoubleStream padded(double[] values, int length) {
        return java.util.stream.IntStream.range(0, length)
                .mapToDouble(i -> values.length == 0 ? Double.NaN : values[i]);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "null" : String.format(Locale.ROOT, "%.6f", value);
    }

    private static String bare(String cell) {
        return cell.strip().replace("\"", "");
    }

    private static int column(List<String> header, String... names) {
        for (String name : names) {
            for (int i = 0; i < header.size(); i++) {
                if (header.get(i).equalsIgnoreCase(name)) {
                    return i;
                }
            }
        }
        return -1;
    }
}
