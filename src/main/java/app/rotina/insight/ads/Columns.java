package app.rotina.insight.ads;

import java.util.ArrayList;
import java.util.List;

/**
 * An orthonormal basis grown column by column (modified Gram–Schmidt), to take what columns explain
 * out of others.
 */
final class Columns {
    private static final double NOTHING = 1e-8;

    private final List<double[]> basis = new ArrayList<>();
    private double logVolume;

    static Columns of(List<double[]> columns) {
        Columns basis = new Columns();
        columns.forEach(basis::add);
        return basis;
    }

    /** Adds a column unless the ones before say it all. */
    boolean add(double[] column) {
        double before = norm(column);
        double[] rest = without(without(column));
        double left = norm(rest);
        if (left <= NOTHING * before) {
            return false;
        }
        for (int t = 0; t < rest.length; t++) {
            rest[t] /= left;
        }
        logVolume += Math.log(left);
        basis.add(rest);
        return true;
    }

    /** What of a column these do not explain. */
    double[] without(double[] column) {
        double[] rest = column.clone();
        for (double[] each : basis) {
            double share = dot(each, rest);
            for (int t = 0; t < rest.length; t++) {
                rest[t] -= share * each[t];
            }
        }
        return rest;
    }

    int size() {
        return basis.size();
    }

    double[] column(int index) {
        return basis.get(index);
    }

    /** The logarithm of the volume that the added columns span. */
    double logVolume() {
        return logVolume;
    }

    static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int t = 0; t < left.length; t++) {
            sum += left[t] * right[t];
        }
        return sum;
    }

    static double norm(double[] column) {
        return Math.sqrt(dot(column, column));
    }
}
