package app.rotina.sources.inspect;

import java.util.List;
import java.util.stream.Collectors;

/** A definition as it is written, line by line. */
final class DraftText {
    private final StringBuilder text = new StringBuilder();

    void line(int depth, String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }

    /** Lines of a definition, set two steps in. */
    void raw(String lines) {
        lines.strip().lines().forEach(line -> line(2, line));
    }

    String list(List<String> values) {
        return values.stream().map(this::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(c < ' ' ? ' ' : c);
        }
        return quoted.append('"').toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
