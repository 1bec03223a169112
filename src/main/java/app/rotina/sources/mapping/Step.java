package app.rotina.sources.mapping;

import java.util.List;

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
     */
    record Rule(Condition when, List<Assign> sets, boolean ignore) {}
}
