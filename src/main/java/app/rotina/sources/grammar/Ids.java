package app.rotina.sources.grammar;

import java.util.regex.Pattern;

/** Identifiers: orders, customers, articles. Leading zeros and letters are part of them. */
public final class Ids {
    private static final Pattern DESTROYED = Pattern.compile("\\d([.,]\\d+)?[eE]\\+\\d{1,3}");

    private Ids() {}

    /** The id as written; one that a spreadsheet has rounded to 2.02E+18 is refused. */
    public static String read(String cleaned) {
        String id = CellText.narrowed(CellText.text(cleaned));
        if (id.indexOf('+') > 0 && DESTROYED.matcher(id).matches()) {
            throw new Refused("id_destroyed", id);
        }
        return id;
    }

    /** Where a tool wrote whole numbers as decimals: {@code 17850.0} is 17850. */
    public static String readWhole(String cleaned) {
        String id = read(cleaned);
        return id.endsWith(".0") && isDigits(id, id.length() - 2)
                ? id.substring(0, id.length() - 2)
                : id;
    }

    private static boolean isDigits(String text, int end) {
        for (int i = 0; i < end; i++) {
            if (!CellText.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return end > 0;
    }
}
