package app.rotina.sources.file;

/** Names as strangers chose them, made fit to be shown. */
final class Names {
    private static final int LONGEST = 200;

    private Names() {}

    /** The last part of a path, without control characters, of a bounded length. */
    static String shown(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder shown = new StringBuilder();
        last.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .limit(LONGEST)
                .forEach(shown::appendCodePoint);
        return shown.isEmpty() ? "?" : shown.toString();
    }
}
