package app.rotina.insight.causes;

/**
 * What evidence is made of, by leaf or summed by element: counts, which all leaves have, and laws,
 * which dense leaves have. In the many small leaves of a busy day most have none.
 */
final class EvidenceSums {
    private static final double LEAST_WEIGHT =
            1e-6; // less is what rounding left of leaves taken out

    final double[] counts;
    final double[] laws;

    /**
     * @param dense whether any leaf has laws
     */
    EvidenceSums(int size, boolean dense) {
        this.counts = new double[size * Evidence.COUNTS];
        this.laws = new double[dense ? size * Evidence.WIDTH : 0];
    }

    boolean hasLaws() {
        return laws.length > 0;
    }

    boolean isDense(int number) {
        return hasLaws() && laws[number * Evidence.WIDTH + 1] > LEAST_WEIGHT;
    }

    void add(int element, EvidenceSums terms, int leaf, double sign) {
        for (int k = 0; k < Evidence.COUNTS; k++) {
            counts[element * Evidence.COUNTS + k] +=
                    sign * terms.counts[leaf * Evidence.COUNTS + k];
        }
        if (terms.isDense(leaf)) {
            for (int k = 0; k < Evidence.WIDTH; k++) {
                laws[element * Evidence.WIDTH + k] += sign * terms.laws[leaf * Evidence.WIDTH + k];
            }
        }
    }
}
