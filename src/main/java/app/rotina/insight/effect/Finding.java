package app.rotina.insight.effect;

/** What can be said about an action's effect on a series. */
public sealed interface Finding {

    /** Why nothing can be said. */
    enum Reason {
        /** Too few periods before the action to see how far expectations miss. */
        TOO_LITTLE_BEFORE,
        /** The series does not move before the action. */
        NO_MOVEMENT
    }

    /** Nothing can be said, not even how large an effect would have been seen. */
    record CannotTell(Reason reason) implements Finding {}

    /**
     * A measured effect, in the unit of the series, on average over the periods looked at. The
     * chance of a false alarm is that of an error as large at a date when nothing was done.
     *
     * @param way what the series was compared with
     * @param effect actual less expected
     * @param low where the effect lies at least, 95 times in a hundred
     * @param high where it lies at most
     * @param p how likely such an error is without an action
     * @param smallestVisible the smallest effect that would be seen four times in five
     * @param usual the usual size of a period before the action
     * @param expected the periods looked at, as they would have been
     * @param spread how far single periods stray from what is expected, 95 times in a hundred
     * @param windows how many windows of this length lie beside each other in the past
     */
    @SuppressWarnings("ArrayRecordComponent") // an array of figures, which nobody writes to
    record Measured(
            Counterfactual way,
            double effect,
            double low,
            double high,
            double p,
            double smallestVisible,
            double usual,
            double[] expected,
            double spread,
            double windows)
            implements Finding {
        private static final double LEVEL = 0.05;
        private static final double WORTH_SEEING = 0.2;

        /** What it means where a rise is good, or bad. */
        public Verdict verdict(boolean upIsGood) {
            if (p <= LEVEL) {
                return effect > 0 == upIsGood ? Verdict.WORKED : Verdict.MADE_IT_WORSE;
            }
            return smallestVisible <= WORTH_SEEING * usual
                    ? Verdict.NO_EFFECT_SEEN
                    : Verdict.CANNOT_TELL;
        }
    }
}
