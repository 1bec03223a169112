package app.rotina.insight.projection;

/** One day's regressors: the columns that are not zero, and what they hold. */
final class Row {
    private final int[] columns;
    private final double[] values;

    Row(int[] columns, double[] values) {
        this.columns = columns;
        this.values = values;
    }

    double times(double[] state) {
        return times(state, 0, Integer.MAX_VALUE);
    }

    /** The sum over the columns from {@code from} on, {@code to} not included. */
    double times(double[] state, int from, int to) {
        double sum = 0;
        for (int k = 0; k < columns.length; k++) {
            if (columns[k] >= from && columns[k] < to) {
                sum += state[columns[k]] * values[k];
            }
        }
        return sum;
    }
}
