import app.rotina.insight.effect.DidItWork;
import app.rotina.insight.effect.Finding;
import app.rotina.insight.effect.Panel;
import app.rotina.insight.effect.PanelMethod;
import app.rotina.insight.effect.PlaceboUnits;
import app.rotina.insight.effect.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Measures the effect of a treatment: effect FILE [--treated UNIT,UNIT --from PERIOD] [--at ROW].
 * A panel has a column of units, of periods, of outcomes and, unless the options say it, of the
 * treatment; a series has y, or a date and y, any columns beside it being untouched series, and its
 * change at a row, by default after the first 70 of 100. Then the false alarms at dates and on units
 * where nothing was done. The last line is JSON.
 */
public final class Effect {
    private final EffectFile file;
    private final Map<String, String> found = new TreeMap<>();

    private Effect(EffectFile file) {
        this.file = file;
    }

    public static void main(String[] args) throws IOException {
        Effect effect = new Effect(EffectFile.read(Path.of(args[0]), options(args)));
        if (effect.file.isPanel()) {
            effect.panel();
        } else {
            effect.series();
        }
        System.out.println(json(effect.found));
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new TreeMap<>();
        for (int i = 1; i + 1 < args.length; i += 2) {
            options.put(args[i].replaceFirst("^--", ""), args[i + 1]);
        }
        return options;
    }

    private void panel() {
        if (file.before() > 0) {
            Panel panel = file.panel();
            for (PanelMethod method : PanelMethod.values()) {
                found.put(
                        method.name().toLowerCase(Locale.ROOT), number(method.effect(panel)));
            }
            PlaceboUnits units = PlaceboUnits.of(panel, PanelMethod.SDID);
            double effect = units.effect();
            tell("effect", effect, effect - units.reach(), effect + units.reach(), units.p());
            found.put("smallest_visible", number(units.smallestVisible()));
            measure(file.trial());
        }
        falseAlarms();
    }

    private void series() {
        if (file.before() > 0) {
            measure(file.trial());
        }
        falseAlarms();
    }

    /** By past dates; a panel's own figures, by its units, stand beside it. */
    private void measure(Trial trial) {
        String name = file.isPanel() ? "by_dates" : "effect";
        switch (DidItWork.of(trial)) {
            case Finding.CannotTell(Finding.Reason reason) ->
                    found.put(name, "\"" + reason.name().toLowerCase(Locale.ROOT) + "\"");
            case Finding.Measured it -> {
                double[] touched = trial.touched();
                int days = it.expected().length;
                tell(name, it.effect(), it.low(), it.high(), it.p());
                found.put(name.equals("effect") ? "smallest_visible" : name + "_smallest_visible", number(it.smallestVisible()));
                found.put(name + "_method", "\"" + it.way().name().toLowerCase(Locale.ROOT) + "\"");
                found.put(name + "_periods", String.valueOf(days));
                found.put("post_mean", number(Arrays.stream(touched, trial.before(), trial.before() + days).average().orElse(0)));
            }
        }
    }

    private void tell(String name, double effect, double low, double high, double p) {
        found.put(name, number(effect));
        found.put(name + "_low", number(low));
        found.put(name + "_high", number(high));
        found.put(name + "_p", number(p));
    }

    /** Every untouched stretch is tried at dates spread over it, with windows of 7, 14 and 28. */
    private void falseAlarms() {
        List<Trial> quiet = file.quiet();
        int tried = 0;
        int alarms = 0;
        for (Trial trial : quiet) {
            for (int window : new int[] {7, 14, 28}) {
                for (int at : dates(trial.touched().length, window, quiet.size())) {
                    Trial placebo = cut(trial, at, window);
                    if (DidItWork.of(placebo) instanceof Finding.Measured it
                            && it.expected().length == window) {
                        tried++;
                        alarms += it.p() <= 0.05 ? 1 : 0;
                    }
                }
            }
        }
        found.put("placebos", String.valueOf(tried));
        found.put("false_alarms", tried == 0 ? "null" : number((double) alarms / tried));
    }

    /** Up to two years before. */
    private static Trial cut(Trial trial, int at, int window) {
        int from = Math.max(0, at - 730);
        List<double[]> rows = new ArrayList<>();
        for (double[] row : trial.controls()) {
            rows.add(Arrays.copyOfRange(row, from, at + window));
        }
        return new Trial(
                Arrays.copyOfRange(trial.touched(), from, at + window),
                rows.toArray(double[][]::new),
                Arrays.copyOfRange(trial.season(), from, at + window),
                at - from);
    }

    private static List<Integer> dates(int length, int window, int series) {
        int first = Math.min(180, length / 2);
        int most = Math.max(4, 400 / series);
        int step = Math.max(1, (length - window - first) / most);
        return IntStream.iterate(first, at -> at + window <= length, at -> at + step)
                .boxed()
                .toList();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String json(Map<String, String> found) {
        return found.entrySet().stream()
                .map(each -> "\"" + each.getKey() + "\": " + each.getValue())
                .collect(java.util.stream.Collectors.joining(", ", "{", "}"));
    }
}
