package app.rotina.routine.checks;

import app.rotina.kernel.Texts;
import app.rotina.state.Job;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One check of the routine, as {@code checks/<id>.yaml} defines it.
 *
 * @param packs the routines it belongs to
 * @param job who acts on what it finds
 * @param place where it stands in lists, smallest first
 * @param labels its name by language tag
 * @param finds what it says of a finding, with {@code where}, {@code value} and {@code usual}
 * @param task what to do about a finding, in a few words, by language tag
 * @param todo how to do it
 */
public record Check(
        String id,
        Cadence cadence,
        Severity severity,
        Job job,
        int place,
        List<String> packs,
        Rule rule,
        Map<String, String> labels,
        Map<String, String> finds,
        Map<String, String> task,
        Map<String, String> todo) {

    /** How often it is due. */
    public enum Cadence {
        DAILY,
        WEEKLY,
        FORTNIGHTLY,
        MONTHLY;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How much a finding matters: one fails the check, the other asks for attention. */
    public enum Severity {
        FAIL,
        ATTENTION
    }

    public String label(Texts texts) {
        return labels.getOrDefault(texts.locale().toLanguageTag(), id);
    }

    public String finds(Texts texts) {
        return finds.getOrDefault(texts.locale().toLanguageTag(), id);
    }

    public String task(Texts texts) {
        return task.getOrDefault(texts.locale().toLanguageTag(), id);
    }

    public String todo(Texts texts) {
        return todo.getOrDefault(texts.locale().toLanguageTag(), id);
    }
}
