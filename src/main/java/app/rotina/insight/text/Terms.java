package app.rotina.insight.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Terms by what they speak of, found in one pass over a plain text (a trie, Fredkin 1960). */
final class Terms {
    private static final char ANY_ENDING = '*';

    private final Node root = new Node();

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private @Nullable String meaning;
    }

    /**
     * A Latin term is whole words, or their start where it ends in *; a Chinese one is anywhere.
     */
    void add(String meaning, String term) {
        String plain = PlainText.of(term);
        insert(meaning, spaced(plain) ? latin(plain) : plain.strip());
    }

    private static boolean spaced(String plain) {
        return plain.codePoints().noneMatch(Character::isIdeographic);
    }

    private static String latin(String plain) {
        int star = plain.indexOf(ANY_ENDING);
        return star < 0 ? plain : plain.substring(0, star);
    }

    private void insert(String meaning, String term) {
        Node node = root;
        for (int i = 0; i < term.length(); i++) {
            node = node.next.computeIfAbsent(term.charAt(i), each -> new Node());
        }
        node.meaning = meaning;
    }

    /** How often each meaning is found; of terms within another only the longest counts. */
    Map<String, Integer> in(String plain) {
        String words = words(plain);
        Map<String, Integer> found = new HashMap<>();
        int from = 0;
        while (from < words.length()) {
            from = match(words, from, found);
        }
        return found;
    }

    private static String words(String plain) {
        StringBuilder words = new StringBuilder(plain.length()).append(' ');
        for (int i = 0; i < plain.length(); i++) {
            char next = Character.isLetterOrDigit(plain.charAt(i)) ? plain.charAt(i) : ' ';
            if (next != ' ' || words.charAt(words.length() - 1) != ' ') {
                words.append(next);
            }
        }
        return words.toString();
    }

    private int match(String plain, int from, Map<String, Integer> found) {
        @Nullable Node node = root;
        String meaning = null;
        int to = from + 1;
        for (int at = from; node != null && at < plain.length(); at++) {
            node = node.next.get(plain.charAt(at));
            if (node != null && node.meaning != null) {
                meaning = node.meaning;
                to = at + 1;
            }
        }
        if (meaning == null) {
            return from + 1;
        }
        found.merge(meaning, 1, Integer::sum);
        return Math.max(from + 1, plain.charAt(to - 1) == ' ' ? to - 1 : to);
    }
}
