package app.rotina.insight.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.rotina.insight.Fit.Fitted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The figures that Fader, Hardie and Lee published on the CDNOW customers. */
class CdnowTest {
    private static final Path FOLDER =
            Path.of(System.getenv().getOrDefault("ROTINA_SHARED_DATA", "../shared/data"))
                    .resolve("cdnow");

    @Test
    void fitsTheRepeatPurchases() throws IOException {
        List<History> customers = customers();

        var fitted = (Fitted<BgNbd>) BgNbd.fit(customers);

        assertThat(fitted.model().r()).isCloseTo(.24259, fourDigits(.24259));
        assertThat(fitted.model().alpha()).isCloseTo(4.41353, fourDigits(4.41353));
        assertThat(fitted.model().a()).isCloseTo(.79289, fourDigits(.79289));
        assertThat(fitted.model().b()).isCloseTo(2.42575, fourDigits(2.42575));
        assertThat(fitted.logLikelihood()).isCloseTo(-9582.4256, within(.0001));
    }

    @Test
    void expectsThePurchasesOfTheSecondCustomer() throws IOException {
        BgNbd model = ((Fitted<BgNbd>) BgNbd.fit(customers())).model();
        History second = new History(2, 30.43, 38.86);

        assertThat(model.expected(second, 39)).isCloseTo(1.22591, within(.00001));
        assertThat(model.alive(second)).isCloseTo(.72661, within(.00001));
    }

    /** The summary's means are rounded to the cent, which alone moves the fourth digit. */
    @Test
    void fitsTheSpendOfTheRepeatersFromTheirPurchases() throws IOException {
        List<Spend> spends = spends();
        assertThat(spends).hasSize(946);

        GammaGamma model = ((Fitted<GammaGamma>) GammaGamma.fit(spends)).model();

        assertThat(model.p()).isCloseTo(6.2496, fourDigits(6.2496));
        assertThat(model.q()).isCloseTo(3.7442, fourDigits(3.7442));
        assertThat(model.gamma()).isCloseTo(15.4432, fourDigits(15.4432));
    }

    private static Offset<Double> fourDigits(double value) {
        return within(.5 * Math.pow(10, Math.floor(Math.log10(value)) - 3));
    }

    private static List<History> customers() throws IOException {
        return lines("cdnow_customers_summary.csv").stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cell ->
                        new History(Integer.parseInt(cell[1]), number(cell[2]), number(cell[3])))
                .toList();
    }

    /** Repeat purchases until the end of September 1997, those of a day as one. */
    private static List<Spend> spends() throws IOException {
        Map<String, TreeMap<LocalDate, Double>> purchases =
                lines("CDNOW_sample.txt").stream()
                        .map(line -> line.strip().split("\\s+", -1))
                        .filter(cell -> cell[2].compareTo("19970930") <= 0)
                        .collect(
                                Collectors.groupingBy(
                                        cell -> cell[1],
                                        Collectors.toMap(
                                                cell -> day(cell[2]),
                                                cell -> number(cell[4]),
                                                Double::sum,
                                                TreeMap::new)));
        List<Spend> spends = new ArrayList<>();
        for (TreeMap<LocalDate, Double> each : purchases.values()) {
            each.values().stream()
                    .skip(1)
                    .mapToDouble(value -> value)
                    .average()
                    .ifPresent(mean -> spends.add(new Spend(each.size() - 1, mean)));
        }
        return spends;
    }

    private static LocalDate day(String digits) {
        return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static double number(String digits) {
        return Double.parseDouble(digits);
    }

    private static List<String> lines(String name) throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "no CDNOW customers at " + FOLDER.toAbsolutePath());
        return Files.readAllLines(FOLDER.resolve(name));
    }
}
