package app.rotina.insight;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * The highest point of a log-likelihood over positive parameters: searched in their logarithms from
 * several starts (Nelder and Mead 1965), then by Newton's steps, which also show whether it is one.
 * There is none unless they come to rest where the likelihood falls to all sides, so steeply that
 * no parameter is unsure by a factor of twenty.
 *
 * @param parameters in the order of the starts
 * @param errors standard errors of their logarithms
 */
public record Peak(List<Double> parameters, List<Double> errors) {
    private static final double NEAR = 1e-2;
    private static final double STEP = 1e-4;
    private static final double AT_REST = 1e-12;
    private static final double UNSURE = Math.log(20);

    /** Searches from each start; a likelihood that is not a number counts as impossible. */
    public static Optional<Peak> of(
            ToDoubleFunction<double[]> logLikelihood, List<double[]> starts) {
        ToDoubleFunction<double[]> surface =
                logs -> {
                    double value = logLikelihood.applyAsDouble(exp(logs));
                    return Double.isFinite(value) ? value : -Double.MAX_VALUE;
                };
        double[] top =
                starts.stream()
                        .map(start -> climb(surface, start))
                        .max(Comparator.comparingDouble(PointValuePair::getValue))
                        .orElseThrow()
                        .getPoint();
        return settle(surface, top);
    }

    private static PointValuePair climb(ToDoubleFunction<double[]> surface, double[] start) {
        double[] logs = Arrays.stream(start).map(Math::log).toArray();
        return new SimplexOptimizer(1e-12, NEAR)
                .optimize(
                        new ObjectiveFunction(surface::applyAsDouble),
                        GoalType.MAXIMIZE,
                        new InitialGuess(logs),
                        new NelderMeadSimplex(logs.length, .5),
                        new MaxEval(10_000));
    }

    /** Newton's steps, none longer than the simplex's first. */
    private static Optional<Peak> settle(ToDoubleFunction<double[]> surface, double[] top) {
        double[] at = top;
        for (int round = 0; round < 20; round++) {
            double[] slope = slope(surface, at);
            var bend = new EigenDecompositionSymmetric(bend(surface, at));
            if (Arrays.stream(bend.getEigenvalues()).anyMatch(each -> !(each > 0))) {
                return Optional.empty();
            }
            RealMatrix variance = bend.getSolver().getInverse();
            double[] move = variance.operate(slope);
            if (dot(move, slope) < AT_REST) {
                return Optional.of(resting(at, variance)).filter(Peak::isSure);
            }
            at = moved(at, move, Math.min(1, .5 / Math.sqrt(dot(move, move))));
        }
        return Optional.empty();
    }

    private static Peak resting(double[] at, RealMatrix variance) {
        return new Peak(
                Arrays.stream(exp(at)).boxed().toList(),
                IntStream.range(0, at.length)
                        .mapToObj(i -> Math.sqrt(variance.getEntry(i, i)))
                        .toList());
    }

    private boolean isSure() {
        return errors.stream().allMatch(error -> error < UNSURE);
    }

    private static double[] slope(ToDoubleFunction<double[]> surface, double[] at) {
        double[] slope = new double[at.length];
        Arrays.setAll(
                slope,
                i ->
                        (near(surface, at, i, STEP, i, 0) - near(surface, at, i, -STEP, i, 0))
                                / (2 * STEP));
        return slope;
    }

    /** Minus the second derivatives. */
    private static RealMatrix bend(ToDoubleFunction<double[]> surface, double[] at) {
        double step = 10 * STEP;
        var bend = new Array2DRowRealMatrix(at.length, at.length);
        for (int i = 0; i < at.length; i++) {
            for (int j = 0; j <= i; j++) {
                double even =
                        near(surface, at, i, step, j, step) + near(surface, at, i, -step, j, -step);
                double odd =
                        near(surface, at, i, step, j, -step) + near(surface, at, i, -step, j, step);
                bend.setEntry(i, j, (odd - even) / (4 * step * step));
                bend.setEntry(j, i, bend.getEntry(i, j));
            }
        }
        return bend;
    }

    private static double near(
            ToDoubleFunction<double[]> surface, double[] at, int i, double up, int j, double over) {
        double[] there = at.clone();
        there[i] += up;
        there[j] += over;
        return surface.applyAsDouble(there);
    }

    private static double[] moved(double[] at, double[] move, double share) {
        double[] there = new double[at.length];
        Arrays.setAll(there, i -> at[i] + share * move[i]);
        return there;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    private static double[] exp(double[] logs) {
        return Arrays.stream(logs).map(Math::exp).toArray();
    }
}
