package app.rotina.web;

import java.util.List;

/**
 * A store's team: how it feels, what is expected of whom, and partners on trial.
 *
 * @param people whom something can be expected of
 * @param jobs whom else, and who decides about a trial
 * @param today the first day that a form takes
 * @param inThreeMonths when a trial that begins today is decided
 */
record TeamView(
        Climate climate,
        List<Expected> expected,
        List<Trial> trials,
        List<Choice> people,
        List<Choice> jobs,
        String today,
        String inThreeMonths) {

    /**
     * The pulse.
     *
     * @param asks the questions, where the one who looks has not answered; else empty
     * @param over the fortnights that are over, the latest first
     */
    record Climate(String when, List<Ask> asks, boolean answered, List<Fortnight> over) {}

    /** A question of the pulse. */
    record Ask(String id, String text) {}

    /**
     * A fortnight that is over.
     *
     * @param means a cell for every question
     * @param why why there are none; empty: there are
     */
    record Fortnight(String when, String answers, List<String> means, String why) {}

    /**
     * Something expected.
     *
     * @param review when it is looked at again; empty: not by itself
     * @param late true where that day has passed
     */
    record Expected(long id, String whom, String text, String review, boolean late, String by) {}

    /**
     * A partner on trial.
     *
     * @param state in words
     * @param mark the sign of how it stands
     * @param until when it is decided, and in how many days
     */
    record Trial(
            long id,
            String partner,
            String work,
            String state,
            String mark,
            boolean running,
            boolean late,
            String until,
            String who,
            List<Criterion> criteria,
            List<Decision> decisions) {}

    /**
     * What a trial is judged by.
     *
     * @param met {@code yes}, {@code no}, or empty: nobody has judged it
     */
    record Criterion(long id, String text, String met, String said) {}

    /** What was decided, by whom, and why. */
    record Decision(long id, String what, String why, String by) {}

    /** Something to choose. */
    record Choice(String id, String label) {}
}
