package app.rotina.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The store's actions, one of them with its answer.
 *
 * @param chosen absence: nothing is recorded yet
 * @param metrics what an action can move
 * @param places what it can touch, by dimension
 * @param kinds those that were recorded, to look at alone; empty: nothing to choose from
 * @param form what a new one begins with
 */
record ActionsView(
        List<Row> rows,
        @Nullable Answer chosen,
        List<Choice> metrics,
        List<Group> places,
        List<Choice> kinds,
        Form form) {

    /**
     * An action in the list.
     *
     * @param outcome what came of it so far
     */
    record Row(
            long id,
            String kind,
            String metric,
            String when,
            String reason,
            Outcome outcome,
            boolean current) {}

    /**
     * What a new one begins with.
     *
     * @param task what it was done for, and called so; empty: no task
     */
    record Form(
            String task,
            String taskName,
            String name,
            List<String> where,
            String metric,
            String from,
            String reason,
            List<Choice> kinds) {}

    /** What a new one touches that is not among the places to tick. */
    List<String> unlisted() {
        return form.where().stream()
                .filter(one ->
                        places.stream()
                                .flatMap(group -> group.choices().stream())
                                .noneMatch(choice -> choice.id().equals(one)))
                .toList();
    }

    /** A metric to choose, or a part of the store as {@code dimension=value}. */
    record Choice(String id, String label, boolean current) {}

    /** The values of one dimension. */
    record Group(String label, List<Choice> choices) {
        boolean has(List<String> some) {
            return choices.stream().anyMatch(choice -> some.contains(choice.id()));
        }
    }

    /** What may be said of one anew, as it stands in fields. */
    record Terms(String time, String to, String became, String reason) {}

    /**
     * Whether the chosen action worked.
     *
     * @param kind how its mark is coloured: {@code met}, {@code missed} or {@code plain}
     * @param sentence the answer
     * @param lines the evidence in words
     * @param changed who said something anew, and when; empty: nobody
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
            String change,
            String reason,
            @Nullable Outcome kept,
            String recorded,
            String changed,
            Terms terms,
            @Nullable EffectPlot plot) {}
}
