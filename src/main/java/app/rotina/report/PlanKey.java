package app.rotina.report;

import app.rotina.goals.MonthGoal;
import org.jspecify.annotations.Nullable;

/**
 * What a column of the planning sheet plans: a metric of the whole store, or of one channel, which
 * is written {@code net_revenue@chat}.
 *
 * @param channel absence: the whole store
 */
public record PlanKey(String metric, @Nullable String channel) {
    private static final String AT = "@";

    public static PlanKey of(String text) {
        int at = text.indexOf(AT);
        return at < 0
                ? new PlanKey(text, null)
                : new PlanKey(text.substring(0, at), text.substring(at + 1));
    }

    public static PlanKey of(MonthGoal goal) {
        return new PlanKey(goal.metric(), goal.channel());
    }

    @Override
    public String toString() {
        return channel == null ? metric : metric + AT + channel;
    }
}
