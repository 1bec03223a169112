package app.rotina.state;

import java.time.Instant;

/**
 * A file that somebody attached to something in a store; never its content.
 *
 * @param thing what it is attached to, such as {@code task/12}
 * @param name what its owner called it, fit to be shown
 * @param size in bytes
 */
public record Attachment(
        long id,
        String store,
        String thing,
        String name,
        AttachmentKind kind,
        long size,
        String who,
        Instant at) {

    private static final int LONGEST_NAME = 120;

    /**
     * The last part of a path, without what cannot be seen or turns the writing round; never empty.
     */
    static String fitName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int[] seen =
                last.codePoints().filter(each -> !isHidden(each)).limit(LONGEST_NAME).toArray();
        String fit = new String(seen, 0, seen.length).strip();
        return fit.isEmpty() || fit.chars().allMatch(each -> each == '.') ? "file" : fit;
    }

    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }
}
