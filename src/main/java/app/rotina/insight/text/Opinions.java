package app.rotina.insight.text;

import app.rotina.insight.text.Logistic.Example;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells complaints from praise, as learned from a store's own rated texts on top of seed terms.
 * With under fifty texts of either kind the seed terms alone speak: it then says little, and its
 * chances are assumed, not measured.
 */
public final class Opinions {
    private static final int MIN_OF_EACH = 50;
    private static final int FOLDS = 5;

    private final Lexicon lexicon;
    private final Logistic model;
    private final Calibration calibration;

    private Opinions(Lexicon lexicon, Logistic model, Calibration calibration) {
        this.lexicon = lexicon;
        this.model = model;
        this.calibration = calibration;
    }

    /** A text whose writer rated what it is about. */
    public record Rated(String text, boolean complaint) {}

    /** Learned from rated texts, or from none. The same texts in the same order teach the same. */
    public static Opinions learn(List<Rated> texts, Lexicon lexicon) {
        long complaints = texts.stream().filter(Rated::complaint).count();
        if (Math.min(complaints, texts.size() - complaints) < MIN_OF_EACH) {
            return new Opinions(lexicon, Logistic.learn(List.of()), Calibration.NONE);
        }
        List<List<Example>> folds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            folds.add(new ArrayList<>());
        }
        for (Rated text : texts) {
            String plain = PlainText.of(text.text());
            folds.get(Math.floorMod(plain.hashCode(), FOLDS))
                    .add(example(plain, lexicon, text.complaint()));
        }
        return new Opinions(lexicon, Logistic.learn(all(folds, -1)), calibrate(folds));
    }

    private static Example example(String plain, Lexicon lexicon, boolean complaint) {
        return new Example(Features.of(plain), lexicon.lean(plain), complaint);
    }

    /** Equal texts share a fold, so that no text is scored by a model that has learned it. */
    private static Calibration calibrate(List<List<Example>> folds) {
        List<Example> examples = all(folds, -1);
        double[] scores = new double[examples.size()];
        boolean[] complaints = new boolean[examples.size()];
        int at = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            Logistic others = Logistic.learn(all(folds, fold));
            for (Example each : folds.get(fold)) {
                complaints[at] = each.complaint();
                scores[at++] = others.score(each);
            }
        }
        return Calibration.of(scores, complaints);
    }

    private static List<Example> all(List<List<Example>> folds, int without) {
        List<Example> all = new ArrayList<>();
        for (int fold = 0; fold < folds.size(); fold++) {
            if (fold != without) {
                all.addAll(folds.get(fold));
            }
        }
        return all;
    }

    /** What a text says. */
    public Opinion of(String text) {
        return new Opinion(
                calibration.chance(model.score(example(PlainText.of(text), lexicon, false))));
    }
}
