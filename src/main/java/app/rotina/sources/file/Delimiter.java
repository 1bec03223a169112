package app.rotina.sources.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What keeps the cells of a line apart: the candidate that parts most lines alike. */
final class Delimiter {
    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int LINES = 300;

    private Delimiter() {}

    /** Found in the first part of a text; a comma where nothing parts its lines. */
    static char in(String head) {
        @Nullable Character declared = declared(head);
        if (declared != null) {
            return declared;
        }
        char best = ',';
        double bestScore = 0;
        for (char candidate : CANDIDATES) {
            double score = score(head, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /** True for the line by which a spreadsheet is told the delimiter. */
    static boolean isDeclaration(String line) {
        return line.strip().toLowerCase(Locale.ROOT).startsWith("sep=");
    }

    private static @Nullable Character declared(String head) {
        String first = head.lines().findFirst().orElse("").replace("\"", "");
        return isDeclaration(first) && first.length() >= 5 ? first.charAt(4) : null;
    }

    /** The share of lines that have the most usual number of cells; more cells win a tie. */
    private static double score(String head, char delimiter) {
        List<Integer> counts = counts(head, delimiter);
        Map<Integer, Integer> lines = new HashMap<>();
        for (int count : counts) {
            if (count > 0) {
                lines.merge(count, 1, Integer::sum);
            }
        }
        double best = 0;
        for (Map.Entry<Integer, Integer> one : lines.entrySet()) {
            double share = (double) one.getValue() / counts.size();
            best = Math.max(best, share + one.getKey() / 1_000_000.0);
        }
        return best;
    }

    /** How often it stands outside quotes, for each line that is not empty. */
    private static List<Integer> counts(String head, char delimiter) {
        List<Integer> counts = new ArrayList<>();
        boolean quoted = false;
        int count = 0;
        int lineStart = 0;
        for (int i = 0; i < head.length() && counts.size() < LINES; i++) {
            char c = head.charAt(i);
            if (quoted) {
                quoted = c != '"';
            } else if (c == '"') {
                quoted = opensCell(head, i, delimiter);
            } else if (c == delimiter) {
                count++;
            } else if (c == '\n' || c == '\r') {
                if (i > lineStart) {
                    counts.add(count);
                }
                count = 0;
                lineStart = i + 1;
            }
        }
        if (head.length() > lineStart && counts.size() < LINES) {
            counts.add(count);
        }
        return counts;
    }

    /** A quote opens at the start of a cell, or goes on right after a quote that closed. */
    private static boolean opensCell(String head, int at, char delimiter) {
        if (at == 0) {
            return true;
        }
        char before = head.charAt(at - 1);
        return before == delimiter || before == '\n' || before == '\r' || before == '"';
    }
}
