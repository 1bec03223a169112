package app.rotina.insight.text;

import app.rotina.kernel.Definitions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The seed terms in Portuguese, Chinese and English: what a text is about (price, delivery time,
 * size …: the files of lexicon/topics) and whether it complains (lexicon/polarity). A text without
 * a term is about nothing that can be told.
 */
public final class Lexicon {
    private static final List<String> LANGUAGES = List.of("pt", "zh", "en");
    private static final String COMPLAINT = "complaint";
    private static final String PRAISE = "praise";

    private final Terms topics;
    private final Terms polarity;

    private Lexicon(Terms topics, Terms polarity) {
        this.topics = topics;
        this.polarity = polarity;
    }

    /** The one that comes with the product. */
    public static Lexicon shipped() {
        return new Lexicon(terms("lexicon/topics"), terms("lexicon/polarity"));
    }

    private static Terms terms(String folder) {
        Terms terms = new Terms();
        for (JsonNode file : Definitions.in(folder)) {
            for (String language : LANGUAGES) {
                for (JsonNode term : file.get(language)) {
                    terms.add(file.get("id").asString(), term.asString());
                }
            }
        }
        return terms;
    }

    /** The topics a text speaks of, by name. */
    public Set<String> topics(String text) {
        return new TreeSet<>(topics.in(PlainText.of(text)).keySet());
    }

    /** Complaining less praising terms, over the root of all: 0 where none is found. */
    double lean(String plain) {
        Map<String, Integer> found = polarity.in(plain);
        int complaints = found.getOrDefault(COMPLAINT, 0);
        int praises = found.getOrDefault(PRAISE, 0);
        int all = complaints + praises;
        return all == 0 ? 0 : (complaints - praises) / Math.sqrt(all);
    }
}
