package app.rotina.sources;

import java.util.List;
import java.util.Map;

/**
 * What a store's people have taught about its files.
 *
 * @param profiles its own profiles, which go before the shipped ones
 * @param answers a kind of file, such as {@code taobao/orders} → what was answered about an earlier
 *     one of it; it settles what a later one leaves open and nothing else
 * @param rules what cells that could not be read are read as
 */
public record Taught(
        List<Profile> profiles, Map<String, Map<String, String>> answers, List<CellRule> rules) {
    /** Nothing was taught yet. */
    public static final Taught NOTHING = new Taught(List.of(), Map.of());

    public Taught {
        profiles = List.copyOf(profiles);
        answers = Map.copyOf(answers);
        rules = List.copyOf(rules);
    }

    public Taught(List<Profile> profiles, Map<String, Map<String, String>> answers) {
        this(profiles, answers, List.of());
    }
}
