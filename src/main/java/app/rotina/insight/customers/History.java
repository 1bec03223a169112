package app.rotina.insight.customers;

/**
 * A customer's purchases as the models of repeat buying see them; any one unit of time.
 *
 * @param repeats purchases after the first
 * @param last time from the first purchase to the last; zero without repeats
 * @param span time from the first purchase to the day of looking
 */
public record History(int repeats, double last, double span) {
    /** Somebody who buys for the first time today. */
    public static final History NEW = new History(0, 0, 0);

    public History {
        if (repeats < 0 || !(last >= 0 && last <= span) || (repeats == 0 && last > 0)) {
            throw new IllegalArgumentException(repeats + " repeats until " + last + " of " + span);
        }
    }
}
