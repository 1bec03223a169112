package app.rotina.sources.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done to a row once its cells are typed, in the order of the profile. */
public sealed interface Step {

    /** Puts a value into a slot. */
    record Assign(int slot, Kind kind, Expression value) implements Step {}

    /** The first rule that holds decides; none need hold. */
    record Decide(List<Rule> rules) implements Step {}

    /**
     * One rule of a decision.
     *
     * @param ignore the row becomes no fact at all, and is still counted
     * @param refuse why the row cannot be taken in, a text key under {@code sources.reason.};
     *     absence: it can
     */
    record Rule(Condition when, List<Assign> sets, boolean ignore, @Nullable String refuse) {}
}
