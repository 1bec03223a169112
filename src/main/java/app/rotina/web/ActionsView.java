package app.rotina.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The store's actions, one of them with its answer.
 *
 * @param chosen absence: nothing is recorded yet
 * @param metrics what an action can move
 * @param places what it can touch, by dimension
 */
record ActionsView(
        List<Row> rows, @Nullable Answer chosen, List<Choice> metrics, List<Group> places) {

    /** An action in the list. */
    record Row(long id, String name, String metric, String when, boolean current) {}

    /** A metric to choose, or a part of the store as {@code dimension=value}. */
    record Choice(String id, String label, boolean current) {}

    /** The values of one dimension. */
    record Group(String label, List<Choice> choices) {}

    /**
     * Whether the chosen action worked.
     *
     * @param kind how its mark is coloured: {@code met}, {@code missed} or {@code plain}
     * @param sentence the answer
     * @param lines the evidence in words
     * @param plot absence: nothing was measured
     */
    record Answer(
            long id,
            String name,
            String touched,
            String when,
            String kind,
            String verdict,
            String sentence,
            List<String> lines,
            String recorded,
            @Nullable EffectPlot plot) {}
}
