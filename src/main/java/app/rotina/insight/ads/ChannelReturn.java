package app.rotina.insight.ads;

/** What one channel brings, or why its history cannot tell. */
public sealed interface ChannelReturn {

    String channel();

    /**
     * A channel's return.
     *
     * @param spend its mean of a recent day
     * @param marginal revenue by the last unit spent: what it would bring a day to scale the spend
     *     of the last 28 days up a little for good, by what that would cost
     */
    record Told(String channel, double spend, Interval marginal) implements ChannelReturn {}

    /** No return. */
    record CannotTell(String channel, Doubt why) implements ChannelReturn {}

    /** Why a history cannot tell a channel's return. */
    enum Doubt {
        /** Fewer days with revenue than the model needs. */
        TOO_SHORT,
        /** The store took nothing, or gave back more than it took. */
        NO_REVENUE,
        /** Nothing was spent of late. */
        NO_SPEND,
        /** Spend hardly varies from day to day. */
        STEADY_SPEND,
        /** Spend varies with weekday and season only, which revenue does by itself. */
        FOLLOWS_CALENDAR,
        /** Spend varies as another channel's does. */
        MOVES_TOGETHER
    }
}
