package app.rotina.insight.anomaly;

import java.util.Arrays;

/**
 * What each day of a series was expected to be by the days before it, in the series' own unit and
 * as an ordinary day; the robust scale of the relative error; and the error beyond what events
 * explain, in such scales. NaN where nothing can be said.
 */
@SuppressWarnings("ArrayRecordComponent") // days side by side; nobody compares them
record Usual(double[] expected, double[] scale, double[] score) {
    private static final int WEEK = 7;

    /** Days that an expectation begins with. */
    static final int FIRST_DAYS = 4 * WEEK;

    /** Of a day without any sale, a hundredth of what is usual is compared. */
    private static final double OFFSET = .01;

    /**
     * By robust exponential smoothing of level and weekday on the log scale (Gelper, Fried and
     * Croux, Journal of Forecasting 29, 2010): an error counts up to twice its scale, and by half
     * of that where it is larger still, until another follows on its side.
     */
    static Usual of(double[] values, Leeway leeway) {
        Usual usual = new Usual(blank(values.length), blank(values.length), blank(values.length));
        int begin = beginning(values);
        if (values.length - begin <= FIRST_DAYS) {
            return usual;
        }
        double[] known = Arrays.copyOfRange(values, begin, values.length);
        Usual own = ofKnown(known, leeway.from(begin));
        System.arraycopy(own.expected, 0, usual.expected, begin, known.length);
        System.arraycopy(own.scale, 0, usual.scale, begin, known.length);
        System.arraycopy(own.score, 0, usual.score, begin, known.length);
        return usual;
    }

    /** The first day with a figure. */
    private static int beginning(double[] values) {
        int day = 0;
        while (day < values.length && Double.isNaN(values[day])) {
            day++;
        }
        return day;
    }

    private static Usual ofKnown(double[] values, Leeway leeway) {
        Usual usual = new Usual(blank(values.length), blank(values.length), blank(values.length));
        double offset = offset(values);
        double[] logs =
                Arrays.stream(values).map(value -> Math.log(Math.max(0, value) + offset)).toArray();
        new Smoothing(logs, leeway, offset).run(usual);
        return usual;
    }

    private static double offset(double[] values) {
        double[] positive = Arrays.stream(values).filter(value -> value > 0).toArray();
        return positive.length == 0 ? 1 : OFFSET * Robust.median(positive);
    }

    private static double[] blank(int length) {
        double[] blank = new double[length];
        Arrays.fill(blank, Double.NaN);
        return blank;
    }

    /** Level and weekdays as they stand at the end of a day. */
    private static final class Smoothing {
        private static final double LEVEL_GAIN = .2;
        private static final double WEEKDAY_GAIN = .075;
        private static final double SCALE_GAIN = .02;
        private static final double COUNTED = 2;
        private static final double STRANGE = 3;
        private static final double TAUGHT_BY_STRANGE = .5;

        /**
         * An error so many scales out, the day before, makes a strange one on its side a change.
         */
        private static final double FOLLOWED = 1.5;

        /** Makes the mean of the bounded square 1 for a normal error of scale 1. */
        private static final double CONSISTENT = 1.25;

        private static final double LEAST_SCALE = .02;

        /** What weekdays seem to be over few weeks is drawn to none. */
        private static final double SHRUNK = .7;

        private static final int LATELY = 10;

        private static final int JUDGED = Limits.SHIPPED.window();

        /** Over fewer days it would learn them by heart. */
        private static final int REHEARSED = 6 * WEEK;

        private final double[] logs;
        private final Leeway leeway;
        private final double offset;
        private final double[] weekdays = new double[WEEK];
        private double level;
        private double scale;
        private double yesterday;

        Smoothing(double[] logs, Leeway leeway, double offset) {
            this.logs = logs;
            this.leeway = leeway;
            this.offset = offset;
            double[] first = Arrays.copyOf(logs, FIRST_DAYS);
            double middle = Robust.median(first);
            for (int weekday = 0; weekday < WEEK; weekday++) {
                double own = Robust.median(each(first, weekday));
                weekdays[weekday] = Double.isNaN(own) ? 0 : SHRUNK * (own - middle);
            }
            for (int day = 0; day < FIRST_DAYS; day++) {
                first[day] -= weekdays[day % WEEK];
            }
            double last = Robust.median(Arrays.copyOfRange(first, FIRST_DAYS - LATELY, FIRST_DAYS));
            level = Double.isNaN(last) ? middle : last;
            scale = Math.max(Robust.spread(first), LEAST_SCALE);
        }

        private static double[] each(double[] days, int weekday) {
            double[] each = new double[days.length / WEEK];
            for (int week = 0; week < each.length; week++) {
                each[week] = days[week * WEEK + weekday];
            }
            return each;
        }

        void run(Usual usual) {
            rehearse(logs.length - JUDGED);
            for (int day = FIRST_DAYS; day < logs.length; day++) {
                double expected = level + weekdays[day % WEEK];
                usual.expected[day] = Math.max(0, Math.exp(expected) - offset);
                usual.scale[day] = scale;
                double score = learned(day) / usual.scale[day];
                usual.score[day] = usual.expected[day] < offset ? Double.NaN : score;
            }
        }

        /**
         * There, back and to the beginning again over the days before those that are judged, so
         * that it does not hang on its first four weeks: what Box and Jenkins call backcasting.
         */
        private void rehearse(int days) {
            if (days < REHEARSED) {
                return;
            }
            for (int day = FIRST_DAYS; day < days; day++) {
                learned(day);
            }
            for (int day = days - 1; day >= 0; day--) {
                learned(day);
            }
            for (int day = 0; day < FIRST_DAYS; day++) {
                learned(day);
            }
        }

        private double learned(int day) {
            double error = leeway.beyond(day, logs[day] - level - weekdays[day % WEEK]);
            learn(day % WEEK, error);
            yesterday = error;
            return error;
        }

        /** Where an event explains the day, there is nothing to learn from it. */
        private void learn(int weekday, double error) {
            if (Double.isNaN(error) || error == 0) {
                return;
            }
            double bounded = Math.clamp(error, -COUNTED * scale, COUNTED * scale);
            double square = SCALE_GAIN * CONSISTENT * bounded * bounded;
            double taught = isAlone(error) ? TAUGHT_BY_STRANGE * bounded : bounded;
            level += LEVEL_GAIN * taught;
            weekdays[weekday] += WEEKDAY_GAIN * taught;
            scale = Math.max(Math.sqrt(square + (1 - SCALE_GAIN) * scale * scale), LEAST_SCALE);
        }

        /**
         * A strange day after one that was not off to the same side: it may have been one day's.
         */
        private boolean isAlone(double error) {
            return Math.abs(error) > STRANGE * scale
                    && !(yesterday * Math.signum(error) > FOLLOWED * scale);
        }
    }
}
