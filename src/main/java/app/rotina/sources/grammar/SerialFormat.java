package app.rotina.sources.grammar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * Days since a workbook's beginning, the time of day as a fraction. The 1900 system has a 29
 * February that never was (serial 60): it is refused.
 */
record SerialFormat(boolean from1904) implements DateFormat {
    private static final LocalDate BEGIN_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate BEGIN_1900 = LocalDate.of(1899, 12, 31);
    private static final int NEVER_WAS = 60;
    private static final int LAST = 2_958_465;
    private static final BigDecimal MILLIS_OF_DAY = BigDecimal.valueOf(86_400_000);

    @Override
    public String id() {
        return from1904 ? "excel1904" : "excel";
    }

    @Override
    public boolean read(String text, Moment into) {
        if (text.length() > 20 || !text.matches("\\d{1,7}([.,]\\d+)?")) {
            return false;
        }
        BigDecimal serial = new BigDecimal(text.replace(',', '.'));
        int day = serial.intValue();
        if (day > LAST || (!from1904 && (day == NEVER_WAS || day == 0))) {
            throw new Refused("date_impossible", text);
        }
        long millis =
                serial.remainder(BigDecimal.ONE)
                        .multiply(MILLIS_OF_DAY)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
        into.setLocal(date(day).atStartOfDay().plusSeconds((millis + 500) / 1000));
        return true;
    }

    private LocalDate date(int day) {
        if (from1904) {
            return BEGIN_1904.plusDays(day);
        }
        return BEGIN_1900.plusDays(day > NEVER_WAS ? day - 1 : day);
    }
}
