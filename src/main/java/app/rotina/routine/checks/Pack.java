package app.rotina.routine.checks;

import app.rotina.kernel.Texts;
import java.util.List;
import java.util.Map;

/**
 * A routine that a store can take on whole, as {@code packs/<id>.yaml} defines it.
 *
 * @param place where it stands in lists, smallest first
 * @param languages of the stores that begin with it, by language tag
 * @param areas its parts in their order
 * @param labels its name by language tag
 * @param about one sentence of what it is for
 */
public record Pack(
        String id,
        int place,
        List<String> languages,
        List<Area> areas,
        Map<String, String> labels,
        Map<String, String> about) {

    /** A part of a pack, under which its checks stand. */
    public record Area(String id, Map<String, String> labels) {
        public String label(Texts texts) {
            return labels.getOrDefault(texts.locale().toLanguageTag(), id);
        }
    }

    public String label(Texts texts) {
        return labels.getOrDefault(texts.locale().toLanguageTag(), id);
    }

    public String about(Texts texts) {
        return about.getOrDefault(texts.locale().toLanguageTag(), "");
    }
}
