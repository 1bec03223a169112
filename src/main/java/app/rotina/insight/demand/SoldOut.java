package app.rotina.insight.demand;

/** Marks the runs of weeks in which a product cannot have been in stock, judged by its sales. */
final class SoldOut {
    private static final double IMPOSSIBLE = .01;
    private static final int MIN_WEEKS = 4;

    private final double[] units;
    private final double[] inStock;
    private int weeks;
    private int idle;

    SoldOut(double[] units, double[] inStock) {
        this.units = units;
        this.inStock = inStock;
    }

    /** Twice, since a long run makes the product look slow while it is judged for a shorter one. */
    void mark() {
        for (int round = 0; round < 2; round++) {
            count();
            for (int week = firstSale(); week < units.length; week++) {
                week = judge(week);
            }
        }
    }

    private int firstSale() {
        int week = 0;
        while (week < units.length && units[week] <= 0) {
            week++;
        }
        return week;
    }

    private void count() {
        weeks = 0;
        idle = 0;
        for (int week = firstSale(); week < units.length; week++) {
            if (inStock[week] > 0) {
                weeks++;
                idle += units[week] > 0 ? 0 : 1;
            }
        }
    }

    /** Judges the run without sales that starts here; the last week of it. */
    private int judge(int from) {
        int to = from;
        int length = 0;
        int counted = 0;
        while (to < units.length && units[to] <= 0) {
            length += inStock[to] >= 0 ? 1 : 0;
            counted += inStock[to] > 0 ? 1 : 0;
            to++;
        }
        int others = weeks - counted;
        double idleChance = (idle - counted + 1.0) / (others + 2.0);
        if (length > 0 && others >= MIN_WEEKS) {
            set(from, to, Math.pow(idleChance, length) < IMPOSSIBLE ? 0 : 1);
        }
        return to;
    }

    private void set(int from, int to, double share) {
        for (int week = from; week < to; week++) {
            inStock[week] = inStock[week] >= 0 ? share : inStock[week];
        }
    }
}
