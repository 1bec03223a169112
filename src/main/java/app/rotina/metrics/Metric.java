package app.rotina.metrics;

import app.rotina.kernel.Texts;
import app.rotina.warehouse.Measure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One metric of the catalog, as {@code metrics/<id>.yaml} defines it. It is either measured from
 * rows or calculated by a formula over other metrics.
 *
 * @param internal true where it only serves other metrics and no list shows it
 * @param place where it stands in lists, smallest first
 * @param over how several days become one figure
 * @param parents the metrics it drives
 * @param labels its name by language tag
 * @param about one sentence of explanation by language tag
 */
public record Metric(
        String id,
        Unit unit,
        boolean upIsGood,
        boolean internal,
        int place,
        Over over,
        List<String> parents,
        @Nullable Measure measure,
        @Nullable Formula formula,
        Map<String, String> labels,
        Map<String, String> about) {

    /** What a value is counted in. */
    public enum Unit {
        MONEY,
        COUNT,
        NUMBER,
        RATIO,
        MINUTES;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How several days become one figure. */
    public enum Over {
        /** They add up, or the formula is applied to what adds up. */
        SUM,
        /** The last day stands for all. */
        LAST,
        /** Everything up to the last day adds up. */
        CUMULATIVE
    }

    public String label(Texts texts) {
        return labels.getOrDefault(texts.locale().toLanguageTag(), id);
    }

    public String about(Texts texts) {
        return about.getOrDefault(texts.locale().toLanguageTag(), "");
    }
}
