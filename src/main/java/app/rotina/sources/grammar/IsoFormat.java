package app.rotina.sources.grammar;

/**
 * ISO 8601 as machines write it: {@code 2026-01-31}, with {@code T} or a blank a time of minutes or
 * finer, with or without an offset.
 */
record IsoFormat() implements DateFormat {

    @Override
    public String id() {
        return "iso";
    }

    @Override
    public boolean read(String text, Moment into) {
        into.clear();
        TextCursor in = new TextCursor(text);
        boolean date =
                in.number(DateUnit.YEAR, 4, 4, into)
                        && in.skip('-')
                        && in.number(DateUnit.MONTH, 2, 2, into)
                        && in.skip('-')
                        && in.number(DateUnit.DAY, 2, 2, into);
        if (!date || !(in.atEnd() || time(in, into))) {
            return false;
        }
        into.settle(text);
        return true;
    }

    private static boolean time(TextCursor in, Moment into) {
        boolean minutes =
                (in.skip('T') || in.skip(' '))
                        && in.number(DateUnit.HOUR, 2, 2, into)
                        && in.skip(':')
                        && in.number(DateUnit.MINUTE, 2, 2, into);
        if (!minutes || (in.skip(':') && !in.number(DateUnit.SECOND, 2, 2, into))) {
            return false;
        }
        if ((in.skip('.') || in.skip(',')) && !in.fraction(into)) {
            return false;
        }
        in.blanks();
        return (in.atEnd() || in.offset(into)) && in.atEnd();
    }
}
