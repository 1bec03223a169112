package app.rotina.insight.text;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.insight.text.Opinion.Polarity;
import app.rotina.insight.text.Opinions.Rated;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Chinese food-delivery reviews, in five folds in which equal texts stay together. */
class RealTextsTest {
    private static final Path FILE =
            Path.of(System.getenv().getOrDefault("ROTINA_SHARED_DATA", "../shared/data"))
                    .resolve("text/waimai_zh.csv.gz");

    private final int[][] answered = new int[2][2];
    private final int[][] all = new int[2][2];

    @Test
    void tellsComplaintsOfFoodDeliveryFromPraise() throws IOException {
        Assumptions.assumeTrue(Files.exists(FILE), "no shared data at " + FILE);
        List<Rated> texts = read();
        Lexicon lexicon = Lexicon.shipped();

        for (int fold = 0; fold < 5; fold++) {
            int out = fold;
            Opinions opinions =
                    Opinions.learn(
                            texts.stream().filter(each -> fold(each) != out).toList(), lexicon);
            texts.stream()
                    .filter(each -> fold(each) == out)
                    .forEach(each -> count(each, opinions.of(each.text())));
        }

        assertThat(macroF1(all)).isGreaterThan(.885);
        assertThat(macroF1(answered)).isGreaterThan(.91);
        assertThat(texts(answered)).isGreaterThan((int) (.9 * texts(all)));
    }

    private static List<Rated> read() throws IOException {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(FILE)),
                                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .filter(line -> line.length() > 2)
                    .map(line -> new Rated(line.substring(2), line.startsWith("0")))
                    .toList();
        }
    }

    private static int fold(Rated each) {
        return Math.floorMod(PlainText.of(each.text()).hashCode() >> 4, 5);
    }

    private void count(Rated text, Opinion opinion) {
        int is = text.complaint() ? 1 : 0;
        all[is][opinion.complaint() > .5 ? 1 : 0]++;
        if (opinion.polarity() != Polarity.CANNOT_TELL) {
            answered[is][opinion.polarity() == Polarity.COMPLAINT ? 1 : 0]++;
        }
    }

    private static int texts(int[][] counts) {
        return counts[0][0] + counts[0][1] + counts[1][0] + counts[1][1];
    }

    private static double macroF1(int[][] counts) {
        int wrong = counts[0][1] + counts[1][0];
        double praise = 2.0 * counts[0][0] / (2 * counts[0][0] + wrong);
        return (praise + 2.0 * counts[1][1] / (2 * counts[1][1] + wrong)) / 2;
    }
}
