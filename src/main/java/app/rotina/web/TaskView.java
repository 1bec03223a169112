package app.rotina.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task with all that belongs to it.
 *
 * @param state {@code open}, {@code done}, {@code recovered} or {@code dropped}
 * @param ending who or what closed it, and when; empty: it is open
 * @param facts the questions that were answered: what, why, where, when, who, how, how much
 * @param form what can be said anew; absence: nobody asked for it
 * @param measure where its effect will show; what stands here begins a sentence of its own
 * @param measurable true where what was done can be recorded with one tap
 * @param others those that it could wait for
 * @param whole what it was split off; absence: nothing
 * @param parts those that were split off it
 * @param split what another part can begin with; absence: none can be split off
 */
record TaskView(
        long id,
        TaskCard card,
        String how,
        String state,
        String ending,
        List<Fact> facts,
        @Nullable Form form,
        List<Item> items,
        List<Comment> comments,
        List<File> files,
        List<Other> blockers,
        List<Other> waiting,
        List<Other> others,
        @Nullable Other whole,
        List<Other> parts,
        @Nullable Split split,
        List<Outcome> outcomes,
        String measure,
        boolean measurable,
        List<Change> history) {

    /** The lines of the checklist that are done. */
    long ticked() {
        return items.stream().filter(Item::done).count();
    }

    boolean open() {
        return state.equals("open");
    }

    /** One answered question. */
    record Fact(String question, String answer) {}

    /** A line of the checklist, and who did it; empty: it is still to be done. */
    record Item(long id, String text, boolean done, String said) {}

    /** What somebody wrote. */
    record Comment(long id, String author, String at, String text) {}

    /** An attached file; its address is outside of the store's pages. */
    record File(long id, String name, String said, String address, boolean picture) {}

    /** Another task, and who does it. */
    record Other(long id, String title, String owner, boolean open) {}

    /** What a part for another department begins with. */
    record Split(String title, List<TasksView.Choice> jobs) {}

    /**
     * A line of its history.
     *
     * @param step what is taken back at once; zero: it cannot be, or another line of it says so
     */
    record Change(String who, String at, String text, boolean undone, long step) {}

    /**
     * What can be said anew.
     *
     * @param ours true where its title and its money are the check's, and stay so
     * @param otherwise what it is called where nobody says; empty: somebody has to
     * @param plans where its effect can be measured: nowhere, or a part of the store
     */
    record Form(
            boolean ours,
            String title,
            String otherwise,
            List<TasksView.Choice> jobs,
            List<TasksView.Choice> people,
            String due,
            String stake,
            String reason,
            String place,
            String how,
            String cost,
            String plan,
            List<ActionsView.Group> plans) {}
}
