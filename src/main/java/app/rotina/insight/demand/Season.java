package app.rotina.insight.demand;

import java.util.Arrays;

/**
 * How the weeks of a year differ for a whole category, which no single product's few sales can
 * show: ratio of a week's units to the 52 weeks around it (Makridakis, Wheelwright and Hyndman
 * 1998, ch. 3), the mean over years, smoothed over three weeks. One for every week under two years.
 */
final class Season {
    private static final int YEAR = 52;

    private final double[] index = new double[YEAR];
    private final boolean known;

    /** Of the category's units by week, up to the week that the season is wanted for. */
    Season(double[] units, int weeks) {
        known = weeks >= 2 * YEAR;
        Arrays.fill(index, 1);
        if (known) {
            learn(ratios(units, weeks));
        }
    }

    boolean known() {
        return known;
    }

    double at(int week) {
        return index[Math.floorMod(week, YEAR)];
    }

    /** Of the weeks from after the end on, together. */
    double over(int from, int weeks) {
        double sum = 0;
        for (int week = from; week < from + weeks; week++) {
            sum += at(week);
        }
        return sum;
    }

    private static double[] ratios(double[] units, int weeks) {
        double[] sums = new double[YEAR];
        int[] counts = new int[YEAR];
        for (int week = YEAR / 2; week + YEAR / 2 <= weeks; week++) {
            double around = Arrays.stream(units, week - YEAR / 2, week + YEAR / 2).sum() / YEAR;
            if (around > 0) {
                sums[week % YEAR] += units[week] / around;
                counts[week % YEAR]++;
            }
        }
        for (int i = 0; i < YEAR; i++) {
            sums[i] = counts[i] == 0 ? 1 : sums[i] / counts[i];
        }
        return sums;
    }

    /** A week no product sold in has no place in a ratio, so none is under a twentieth. */
    private void learn(double[] ratios) {
        double mean = Arrays.stream(ratios).average().orElse(1);
        for (int i = 0; i < YEAR && mean > 0; i++) {
            double before = ratios[Math.floorMod(i - 1, YEAR)];
            double after = ratios[(i + 1) % YEAR];
            index[i] = Math.max(.05, (before + 2 * ratios[i] + after) / (4 * mean));
        }
    }
}
