package app.rotina.sources.grammar;

import org.jspecify.annotations.Nullable;

/** Reads a text from left to right; each step says whether it found what it asked for. */
final class TextCursor {
    private final String text;
    private int at;

    TextCursor(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at == text.length();
    }

    boolean skip(char wanted) {
        if (atEnd() || !same(peek(), wanted)) {
            return false;
        }
        at++;
        return true;
    }

    /** One or more blanks of any kind. */
    boolean blanks() {
        int start = at;
        while (!atEnd() && CellText.isBlank(text.charAt(at))) {
            at++;
        }
        return at > start;
    }

    boolean number(DateUnit unit, int fewest, int most, Moment into) {
        int value = 0;
        int digits = 0;
        while (!atEnd() && digits < most && CellText.isDigit(peek())) {
            value = value * 10 + (peek() - '0');
            digits++;
            at++;
        }
        if (digits < fewest) {
            return false;
        }
        into.set(unit, unit == DateUnit.YEAR && most == 2 ? 2000 + value : value);
        return true;
    }

    boolean fraction(Moment into) {
        int value = 0;
        int digits = 0;
        while (!atEnd() && CellText.isDigit(peek()) && digits < 9) {
            value = value * 10 + (peek() - '0');
            digits++;
            at++;
        }
        for (int i = digits; i < 9; i++) {
            value *= 10;
        }
        into.set(DateUnit.NANO, value);
        return digits > 0;
    }

    /** {@code Z}, {@code +05}, {@code +0500} or {@code +05:00}. */
    boolean offset(Moment into) {
        if (skip('Z')) {
            into.setOffset(0);
            return true;
        }
        boolean west = !atEnd() && (peek() == '-' || peek() == '\u2212');
        if (!west && (atEnd() || peek() != '+')) {
            return false;
        }
        at++;
        int hours = twoDigits();
        boolean colon = skip(':');
        int minutes = atEnd() && !colon ? 0 : twoDigits();
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return false;
        }
        int seconds = hours * 3600 + minutes * 60;
        into.setOffset(west ? -seconds : seconds);
        return true;
    }

    /** An abbreviation of a zone, such as {@code CET}. */
    boolean zone(Moment into) {
        int start = at;
        while (!atEnd() && peek() >= 'A' && peek() <= 'Z') {
            at++;
        }
        @Nullable Integer offset = ZoneNames.offset(text.substring(start, at));
        if (offset == null) {
            return false;
        }
        into.setOffset(offset);
        return true;
    }

    boolean monthName(Moment into) {
        int length = MonthNames.lengthAt(text, at);
        if (length == 0) {
            return false;
        }
        into.set(DateUnit.MONTH, MonthNames.month(text.substring(at, at + length)));
        at += length;
        return true;
    }

    boolean halfOfDay(Moment into) {
        for (HalfOfDay half : HalfOfDay.ALL) {
            if (text.regionMatches(true, at, half.word(), 0, half.word().length())) {
                into.setAfternoon(half.afternoon());
                at += half.word().length();
                return true;
            }
        }
        return false;
    }

    /** Letters and a closing point or comma, as before {@code Fri, 5 Jun}. */
    boolean word() {
        int start = at;
        while (!atEnd() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return at > start;
    }

    private int twoDigits() {
        if (at + 2 > text.length()) {
            return -1;
        }
        char tens = CellText.narrow(text.charAt(at));
        char ones = CellText.narrow(text.charAt(at + 1));
        if (!CellText.isDigit(tens) || !CellText.isDigit(ones)) {
            return -1;
        }
        at += 2;
        return (tens - '0') * 10 + ones - '0';
    }

    private char peek() {
        return CellText.narrow(text.charAt(at));
    }

    private static boolean same(char found, char wanted) {
        return found == wanted || Character.toLowerCase(found) == Character.toLowerCase(wanted);
    }
}
