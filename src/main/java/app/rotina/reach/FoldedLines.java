package app.rotina.reach;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Lines of a calendar as RFC 5545 wants them: at most 75 bytes, the rest after a space. */
final class FoldedLines {
    private static final int MOST = 75;
    private static final String END = "\r\n";

    private FoldedLines() {}

    static String of(String text) {
        StringBuilder folded = new StringBuilder();
        text.lines().forEach(line -> fold(line, folded));
        return folded.toString();
    }

    /** No sign is cut in two. */
    private static void fold(String line, StringBuilder folded) {
        int used = 0;
        for (int sign : line.codePoints().toArray()) {
            int size = Character.toString(sign).getBytes(UTF_8).length;
            if (used + size > MOST) {
                folded.append(END).append(' ');
                used = 1;
            }
            folded.appendCodePoint(sign);
            used += size;
        }
        folded.append(END);
    }
}
