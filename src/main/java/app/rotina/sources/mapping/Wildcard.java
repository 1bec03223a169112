package app.rotina.sources.mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * A text in which {@code *} stands for anything. It is matched in time proportional to the text, so
 * that nobody's profile can stall an import.
 */
record Wildcard(List<String> parts) {

    static Wildcard of(String pattern) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int star = pattern.indexOf('*'); star >= 0; star = pattern.indexOf('*', start)) {
            parts.add(pattern.substring(start, star));
            start = star + 1;
        }
        parts.add(pattern.substring(start));
        return new Wildcard(List.copyOf(parts));
    }

    boolean matches(String text) {
        String first = parts.getFirst();
        String last = parts.getLast();
        if (parts.size() == 1) {
            return text.equals(first);
        }
        int end = text.length() - last.length();
        if (!text.startsWith(first) || !text.endsWith(last) || end < first.length()) {
            return false;
        }
        int at = first.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = text.indexOf(part, at);
            if (found < 0 || found + part.length() > end) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }
}
