package app.rotina.insight.projection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What days are made of: a level, their weekday, their place in the month and in the year, and
 * their occasions. Priors are on the scale of logarithms.
 */
final class Structure {
    private static final int WEEKDAYS_FROM = 1;
    private static final int MONTH_FROM = 8;
    private static final int MONTH_WAVES = 2;
    private static final int YEAR_FROM = MONTH_FROM + 2 * MONTH_WAVES;
    private static final int YEAR_WAVES = 12;
    private static final int OCCASIONS_FROM = YEAR_FROM + 2 * YEAR_WAVES;
    private static final double WEEKDAY_SPREAD = 0.3;
    private static final double MONTH_SPREAD = 0.04;
    private static final double YEAR_SPREAD = 0.15;
    private static final double DAYS_OF_YEAR = 365.25;

    private final Map<String, Occasion> occasions = new LinkedHashMap<>();
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Boolean> closed = new ArrayList<>();

    /** The structure of so many days from a first one on. */
    Structure(LocalDate from, int days, Function<LocalDate, List<Occasion>> calendar) {
        for (int t = 0; t < days; t++) {
            LocalDate date = from.plusDays(t);
            List<Occasion> on = calendar.apply(date);
            closed.add(on.stream().anyMatch(Occasion::isClosed));
            rows.add(row(date, on.stream().filter(one -> !one.isClosed()).toList()));
        }
    }

    Row row(int t) {
        return rows.get(t);
    }

    boolean isClosed(int t) {
        return closed.get(t);
    }

    /** What a day is to the level: everything but the level itself. */
    double shape(int t, double[] state) {
        return rows.get(t).times(state, WEEKDAYS_FROM, Integer.MAX_VALUE);
    }

    /** The same without the place in the year. */
    double yearlessShape(int t, double[] state) {
        Row row = rows.get(t);
        return row.times(state, WEEKDAYS_FROM, YEAR_FROM)
                + row.times(state, OCCASIONS_FROM, Integer.MAX_VALUE);
    }

    double[] means(double level) {
        double[] means = new double[OCCASIONS_FROM + columns.size()];
        means[0] = level;
        columns.forEach((id, column) -> means[column] = occasion(id).logFactor());
        return means;
    }

    double[] spreads() {
        double[] spreads = new double[OCCASIONS_FROM + columns.size()];
        spreads[0] = 1;
        for (int k = 0; k < 7; k++) {
            spreads[WEEKDAYS_FROM + k] = WEEKDAY_SPREAD;
        }
        waves(spreads, MONTH_FROM, MONTH_WAVES, MONTH_SPREAD);
        waves(spreads, YEAR_FROM, YEAR_WAVES, YEAR_SPREAD);
        columns.forEach((id, column) -> spreads[column] = occasion(id).doubt());
        return spreads;
    }

    /** The shorter a wave, the flatter. */
    private static void waves(double[] spreads, int from, int waves, double spread) {
        for (int k = 0; k < 2 * waves; k++) {
            spreads[from + k] = spread / (k / 2 + 1);
        }
    }

    private Occasion occasion(String id) {
        return occasions.getOrDefault(id, Occasion.CLOSED);
    }

    private Row row(LocalDate date, List<Occasion> on) {
        int[] at = new int[OCCASIONS_FROM - MONTH_FROM + 2 + on.size()];
        double[] values = new double[at.length];
        values[0] = 1; // the level's column is 0
        at[1] = WEEKDAYS_FROM + date.getDayOfWeek().getValue() - 1;
        values[1] = 1;
        double month = (date.getDayOfMonth() - 1.0) / date.lengthOfMonth();
        double year = (date.getDayOfYear() - 1) / DAYS_OF_YEAR;
        for (int k = 0; k < OCCASIONS_FROM - MONTH_FROM; k++) {
            at[2 + k] = MONTH_FROM + k;
            values[2 + k] = k < 2 * MONTH_WAVES ? wave(k, month) : wave(k - 2 * MONTH_WAVES, year);
        }
        for (int k = 0; k < on.size(); k++) {
            at[at.length - on.size() + k] = column(on.get(k));
            values[at.length - on.size() + k] = 1;
        }
        return new Row(at, values);
    }

    private static double wave(int k, double part) {
        double angle = 2 * Math.PI * (k / 2 + 1) * part;
        return k % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
    }

    private int column(Occasion occasion) {
        occasions.putIfAbsent(occasion.id(), occasion);
        return columns.computeIfAbsent(occasion.id(), any -> OCCASIONS_FROM + columns.size());
    }
}
