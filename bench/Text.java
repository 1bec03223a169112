import app.rotina.insight.text.Lexicon;
import app.rotina.insight.text.Opinion;
import app.rotina.insight.text.Opinion.Polarity;
import app.rotina.insight.text.Opinions;
import app.rotina.insight.text.Opinions.Rated;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Scores the polarity of texts by five folds; equal texts, whatever their case and spaces, share a
 * fold. Reads label,review (0 is a complaint) and Olist's reviews (a score of 1 or 2 is a complaint,
 * 4 or 5 praise, 3 is left out, as are reviews without a text). macro_f1 is over the texts that got an
 * answer, macro_f1_all over all, and cold_macro_f1 over those that the seed terms alone answer.
 */
public final class Text {
    private static final int FOLDS = 5;

    private final Lexicon lexicon = Lexicon.shipped();
    private final List<Rated> texts;

    private Text(List<Rated> texts) {
        this.texts = texts;
    }

    public static void main(String[] args) throws IOException {
        List<Rated> texts = read(Path.of(args[0]));
        long complaints = texts.stream().filter(Rated::complaint).count();
        System.out.printf("%d rated texts, %d complaints%n", texts.size(), complaints);
        if (Math.min(complaints, texts.size() - complaints) < FOLDS) {
            System.out.println("too few rated texts to score");
            System.out.println("{\"macro_f1\": null, \"abstained\": null, \"per_s\": null}");
            return;
        }
        new Text(texts).score();
    }

    private void score() {
        Tally learned = new Tally();
        for (int fold = 0; fold < FOLDS; fold++) {
            Opinions opinions = Opinions.learn(fold(fold, false), lexicon);
            fold(fold, true).forEach(each -> learned.add(each, opinions.of(each.text())));
        }
        Opinions cold = Opinions.learn(List.of(), lexicon);
        Tally seeds = new Tally();
        texts.forEach(each -> seeds.add(each, cold.of(each.text())));
        System.out.printf(Locale.ROOT,
                "macro F1 of all %.4f; cold: %.4f of those answered, silent on %.4f%n",
                macro(learned.all), macro(seeds.answered), seeds.abstained());
        System.out.printf(Locale.ROOT,
                "{\"macro_f1\": %.4f, \"abstained\": %.4f, \"per_s\": %.0f}%n",
                macro(learned.answered), learned.abstained(), perSecond());
    }

    private List<Rated> fold(int fold, boolean in) {
        return texts.stream().filter(each -> in == (Math.floorMod(key(each).hashCode() >> 4, FOLDS) == fold)).toList();
    }

    private static String key(Rated each) {
        return each.text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /** Counts by what it is (complaint 1) and what was said. */
    private static final class Tally {
        private final int[][] answered = new int[2][2];
        private final int[][] all = new int[2][2];
        private int silent;
        private int texts;

        private void add(Rated text, Opinion opinion) {
            int is = text.complaint() ? 1 : 0;
            texts++;
            all[is][opinion.complaint() > .5 ? 1 : 0]++;
            if (opinion.polarity() == Polarity.CANNOT_TELL) {
                silent++;
            } else {
                answered[is][opinion.polarity() == Polarity.COMPLAINT ? 1 : 0]++;
            }
        }

        private double abstained() {
            return (double) silent / texts;
        }
    }

    private static double macro(int[][] counts) {
        int wrong = counts[0][1] + counts[1][0];
        return (2.0 * counts[0][0] / (2 * counts[0][0] + wrong) + 2.0 * counts[1][1] / (2 * counts[1][1] + wrong)) / 2;
    }

    /** Polarity and topics of every text, on one thread, after one round to warm up. */
    private double perSecond() {
        Opinions opinions = Opinions.learn(texts, lexicon);
        long best = Long.MAX_VALUE;
        long kept = 0;
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            for (Rated each : texts) {
                kept += opinions.of(each.text()).polarity() == Polarity.COMPLAINT ? 1 : 0;
                kept += lexicon.topics(each.text()).size();
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.println("complaints and topics in three rounds: " + kept);
        return texts.size() / (best / 1e9);
    }

    private static List<Rated> read(Path file) throws IOException {
        List<Rated> texts = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                Reader reader = new InputStreamReader(text, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
            for (NamedCsvRecord row : rows) {
                boolean olist = row.findField("review_score").isPresent();
                String written =
                        olist
                                ? row.getField("review_comment_title") + "\n" + row.getField("review_comment_message")
                                : row.getField("review");
                int rating = olist ? Integer.parseInt(row.getField("review_score")) : 5 * Integer.parseInt(row.getField("label"));
                if (rating != 3 && !written.isBlank()) {
                    texts.add(new Rated(written, rating < 3));
                }
            }
        }
        return texts;
    }
}
