package app.rotina.insight.text;

import java.util.Arrays;

/**
 * The words, pairs of words and runs of one to three characters of a plain text, each once, hashed
 * into 2²⁰ places (Weinberger et al., ICML 2009); Chinese, which writes no spaces, lives on the
 * runs.
 */
final class Features {
    static final int SPACE = 1 << 20;

    private static final int LONGEST_RUN = 3;
    private static final int WORD = 11;
    private static final int PAIR = 12;

    private Features() {}

    static int[] of(String plain) {
        int[] found = new int[LONGEST_RUN * plain.length() + 2 * (plain.length() / 2 + 1)];
        int count = 0;
        for (int length = 1; length <= LONGEST_RUN; length++) {
            for (int from = 0; from + length <= plain.length(); from++) {
                found[count++] = hash(plain, from, from + length, length);
            }
        }
        count = words(plain, found, count);
        return Arrays.stream(found, 0, count).sorted().distinct().toArray();
    }

    private static int words(String plain, int[] found, int start) {
        int count = start;
        int before = -1;
        for (int from = next(plain, 0); from < plain.length(); from = next(plain, from)) {
            int to = from;
            while (to < plain.length() && Character.isLetterOrDigit(plain.charAt(to))) {
                to++;
            }
            int word = hash(plain, from, to, WORD);
            found[count++] = word;
            if (before >= 0) {
                found[count++] = (before * 31 + word * PAIR) & (SPACE - 1);
            }
            before = word;
            from = to;
        }
        return count;
    }

    private static int next(String plain, int at) {
        int from = at;
        while (from < plain.length() && !Character.isLetterOrDigit(plain.charAt(from))) {
            from++;
        }
        return from;
    }

    /** FNV-1a with the finish of Murmur. */
    private static int hash(String text, int from, int to, int kind) {
        int hash = kind * 0x9E3779B9;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        hash = (hash ^ (hash >>> 15)) * 0x2c1b3c6d;
        return (hash ^ (hash >>> 12)) & (SPACE - 1);
    }
}
