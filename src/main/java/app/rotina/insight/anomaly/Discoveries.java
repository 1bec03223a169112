package app.rotina.insight.anomaly;

/**
 * Which of many small probabilities are none of chance: the step-up rule of Benjamini and Hochberg
 * (Journal of the Royal Statistical Society B 57, 1995), also good where figures of one day move
 * together (Benjamini and Yekutieli, Annals of Statistics 29, 2001), for the smoothed share of
 * false ones, false ÷ (told + η) (Javanmard and Montanari, Annals of Statistics 46, 2018), so that
 * a quiet window does not make it deaf.
 */
final class Discoveries {
    private Discoveries() {}

    /** The largest chance that is let through, −1 if none; NaN among the chances is no test. */
    static double cut(double[] chances, double falseShare, int granted) {
        double[] sorted = Robust.known(chances);
        for (int rank = sorted.length; rank > 0; rank--) {
            double allowed = falseShare * (rank + granted) / sorted.length;
            if (sorted[rank - 1] <= allowed) {
                return sorted[rank - 1];
            }
        }
        return -1;
    }
}
