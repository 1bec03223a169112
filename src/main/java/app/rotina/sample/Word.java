package app.rotina.sample;

import java.nio.charset.StandardCharsets;

/** A text that is written often: encoded, and quoted if it must be, once. */
final class Word {
    private final String text;
    private final byte[] cell;

    private Word(String text) {
        this.text = text;
        this.cell = quoted(text).getBytes(StandardCharsets.UTF_8);
    }

    static Word of(String text) {
        return new Word(text);
    }

    void copyTo(byte[] buffer, int at) {
        System.arraycopy(cell, 0, buffer, at, cell.length);
    }

    int bytes() {
        return cell.length;
    }

    @Override
    public String toString() {
        return text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
