package app.rotina.insight.text;

/**
 * What a score is worth as a chance: a logistic curve through the scores of texts that were not
 * learned from (Platt 1999), by Newton's method with the targets of Lin, Lin and Weng (ML 68,
 * 2007).
 */
final class Calibration {
    /** Takes log odds at their word. */
    static final Calibration NONE = new Calibration(1, 0);

    private static final int STEPS = 25;

    private final double slope;
    private final double shift;

    private Calibration(double slope, double shift) {
        this.slope = slope;
        this.shift = shift;
    }

    double chance(double score) {
        return 1 / (1 + Math.exp(-(slope * score + shift)));
    }

    static Calibration of(double[] scores, boolean[] complaints) {
        int positive = 0;
        for (boolean complaint : complaints) {
            positive += complaint ? 1 : 0;
        }
        double high = (positive + 1.0) / (positive + 2.0);
        double low = 1 / (complaints.length - positive + 2.0);
        double[] targets = new double[scores.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = complaints[i] ? high : low;
        }
        Calibration curve = new Calibration(0, 0);
        for (int step = 0; step < STEPS; step++) {
            curve = curve.newton(scores, targets);
        }
        return curve;
    }

    private Calibration newton(double[] scores, double[] targets) {
        double slopeGradient = 0;
        double shiftGradient = 0;
        double slopeTwice = 1e-9;
        double mixed = 0;
        double shiftTwice = 1e-9;
        for (int i = 0; i < scores.length; i++) {
            double chance = chance(scores[i]);
            double error = chance - targets[i];
            double weight = chance * (1 - chance);
            slopeGradient += error * scores[i];
            shiftGradient += error;
            slopeTwice += weight * scores[i] * scores[i];
            mixed += weight * scores[i];
            shiftTwice += weight;
        }
        double determinant = slopeTwice * shiftTwice - mixed * mixed;
        double slopeStep = (shiftTwice * slopeGradient - mixed * shiftGradient) / determinant;
        double shiftStep = (slopeTwice * shiftGradient - mixed * slopeGradient) / determinant;
        return nearest(slopeStep, shiftStep, scores, targets);
    }

    /** The whole step, or the half of it, and so on, as long as it makes the fit worse. */
    private Calibration nearest(
            double slopeStep, double shiftStep, double[] scores, double[] targets) {
        double loss = loss(scores, targets);
        for (double part = 1; part > 1e-9; part /= 2) {
            Calibration next = new Calibration(slope - part * slopeStep, shift - part * shiftStep);
            if (next.loss(scores, targets) <= loss) {
                return next;
            }
        }
        return this;
    }

    private double loss(double[] scores, double[] targets) {
        double loss = 0;
        for (int i = 0; i < scores.length; i++) {
            double odds = slope * scores[i] + shift;
            loss += Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds))) - targets[i] * odds;
        }
        return loss;
    }
}
