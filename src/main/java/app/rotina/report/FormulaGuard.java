package app.rotina.report;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running a cell that starts like a formula: an apostrophe stands before
 * it on its way out and goes on its way back, so that every text comes back as it was.
 */
final class FormulaGuard {
    private static final Pattern RISKY =
            Pattern.compile("'*[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);

    private FormulaGuard() {}

    static String out(String cell) {
        return RISKY.matcher(cell).matches() ? "'" + cell : cell;
    }

    static String back(String cell) {
        return cell.startsWith("'") && RISKY.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
