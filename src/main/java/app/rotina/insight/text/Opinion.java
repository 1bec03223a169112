package app.rotina.insight.text;

/**
 * Whether a text complains.
 *
 * @param complaint the chance that it does, from 0 to 1; .5 where nothing is known
 */
public record Opinion(double complaint) {
    private static final double SURE = .65;

    /** What can be said of a text. */
    public enum Polarity {
        COMPLAINT,
        PRAISE,
        /** Neither is likelier than .65: nothing is said. */
        CANNOT_TELL
    }

    /** What is said of it. */
    public Polarity polarity() {
        if (Math.max(complaint, 1 - complaint) < SURE) {
            return Polarity.CANNOT_TELL;
        }
        return complaint > .5 ? Polarity.COMPLAINT : Polarity.PRAISE;
    }
}
