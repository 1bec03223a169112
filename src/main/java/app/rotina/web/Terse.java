package app.rotina.web;

import static java.util.stream.Collectors.joining;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Styles and scripts as browsers are sent them: without what only their authors read. */
final class Terse {
    private static final Pattern STYLE =
            Pattern.compile(
                    """
                    (?<text>"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*')|/\\*.*?\\*/|;?\\s*(?<close>\\})\\s*\
                    |\\s*(?<sign>[{;,>])\\s*|(?<colon>:)\\s+|(?<space>\\s+)\
                    """,
                    Pattern.DOTALL);

    private Terse() {}

    /** Spaces inside of quoted texts stay. */
    static String style(String written) {
        Matcher part = STYLE.matcher(written);
        StringBuilder terse = new StringBuilder();
        while (part.find()) {
            part.appendReplacement(terse, Matcher.quoteReplacement(replacement(part)));
        }
        return part.appendTail(terse).toString().strip();
    }

    private static String replacement(Matcher part) {
        for (String kept : new String[] {"text", "close", "sign", "colon"}) {
            if (part.group(kept) != null) {
                return part.group(kept);
            }
        }
        return part.group("space") != null ? " " : "";
    }

    /** Lines stay lines; no script here has a text that runs over several. */
    static String script(String written) {
        return written.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .collect(joining("\n", "", "\n"));
    }
}
