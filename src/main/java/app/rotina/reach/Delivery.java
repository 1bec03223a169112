package app.rotina.reach;

/**
 * How an attempt to deliver a message ended.
 *
 * @param reason a word that {@code reach.reason.<word>} says; empty: nothing is to be said
 * @param said what the other side said
 */
public record Delivery(Ending ending, String reason, String said) {

    /** What is known of the message. */
    public enum Ending {
        ARRIVED,
        /** It certainly did not arrive; another attempt may succeed. */
        LATER,
        /** It did not arrive, and will not. */
        REFUSED,
        /** It may have arrived. */
        UNKNOWN
    }

    static Delivery arrived() {
        return new Delivery(Ending.ARRIVED, "", "");
    }

    static Delivery later(String reason, String said) {
        return new Delivery(Ending.LATER, reason, said);
    }

    static Delivery refused(String reason, String said) {
        return new Delivery(Ending.REFUSED, reason, said);
    }

    static Delivery unknown(String said) {
        return new Delivery(Ending.UNKNOWN, "unanswered", said);
    }

    public boolean hasArrived() {
        return ending == Ending.ARRIVED;
    }
}
