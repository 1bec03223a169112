package app.rotina.insight.effect;

import java.util.Arrays;

/**
 * How the treated units of a panel are compared with the untouched ones: difference in differences,
 * synthetic control (Abadie, Diamond, Hainmueller, JASA 2010) or synthetic difference in
 * differences (Arkhangelsky, Athey, Hirshberg, Imbens, Wager, AER 2021), with the last paper's
 * regularisation for each.
 */
public enum PanelMethod {
    SDID {
        @Override
        double[] units(Panel panel, double precision) {
            double share = Math.pow((double) panel.treated() * panel.after(), 0.25);
            return nearest(panel, share * panel.noise(), precision, true);
        }

        @Override
        double[] periods(Panel panel, double precision) {
            double[][] columns = new double[panel.before()][panel.controls()];
            double[] later = new double[panel.controls()];
            for (int i = 0; i < panel.controls(); i++) {
                for (int t = 0; t < panel.before(); t++) {
                    columns[t][i] = panel.outcomes()[i][t];
                }
                later[i] = mean(panel.outcomes()[i], panel.before(), panel.periods());
            }
            double noise = panel.noise();
            return SimplexWeights.of(columns, later, SLIGHT * noise, precision * noise, true);
        }
    },
    SC {
        @Override
        double[] units(Panel panel, double precision) {
            return nearest(panel, SLIGHT * panel.noise(), precision, false);
        }

        @Override
        double[] periods(Panel panel, double precision) {
            return new double[panel.before()];
        }
    },
    DID {
        @Override
        double[] units(Panel panel, double precision) {
            return equal(panel.controls());
        }

        @Override
        double[] periods(Panel panel, double precision) {
            return equal(panel.before());
        }
    };

    private static final double SLIGHT = 1e-6;
    private static final double PRECISE = 1e-5;

    /**
     * The weights of the untouched units.
     *
     * @param precision the smallest step in fitting them, as a part of the data's noise
     */
    abstract double[] units(Panel panel, double precision);

    abstract double[] periods(Panel panel, double precision);

    /** What the treated units would have had after the treatment, on average, by these weights. */
    static double[] expected(Panel panel, double[] units, double[] periods) {
        double[] mixture = mixture(panel, units);
        double[] touched = panel.touched();
        double apart = 0;
        for (int t = 0; t < panel.before(); t++) {
            apart += periods[t] * (touched[t] - mixture[t]);
        }
        double level = apart;
        return Arrays.stream(mixture, panel.before(), panel.periods())
                .map(each -> each + level)
                .toArray();
    }

    /** The mean effect on a treated unit and period, in the unit of the outcomes. */
    public double effect(Panel panel) {
        double[] expected = expected(panel, units(panel, PRECISE), periods(panel, PRECISE));
        return mean(panel.touched(), panel.before(), panel.periods())
                - Arrays.stream(expected).average().orElseThrow();
    }

    private static double[] mixture(Panel panel, double[] units) {
        double[] mixture = new double[panel.periods()];
        for (int i = 0; i < units.length; i++) {
            for (int t = 0; t < mixture.length; t++) {
                mixture[t] += units[i] * panel.outcomes()[i][t];
            }
        }
        return mixture;
    }

    private static double[] nearest(Panel panel, double zeta, double precision, boolean intercept) {
        double[][] columns = new double[panel.controls()][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = Arrays.copyOf(panel.outcomes()[i], panel.before());
        }
        double[] touched = Arrays.copyOf(panel.touched(), panel.before());
        return SimplexWeights.of(columns, touched, zeta, precision * panel.noise(), intercept);
    }

    private static double[] equal(int count) {
        double[] weights = new double[count];
        Arrays.fill(weights, 1.0 / count);
        return weights;
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElseThrow();
    }
}
