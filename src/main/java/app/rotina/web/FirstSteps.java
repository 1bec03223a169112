package app.rotina.web;

import java.util.List;

/**
 * The way of a new store to its first close, told by what is there already.
 *
 * @param steps all of them, in order
 */
record FirstSteps(List<Step> steps) {
    static final List<String> IDS = List.of("store", "data", "goal", "close");

    /** One step; its texts are {@code first.<id>} and {@code first.<id>.why}. */
    record Step(String id, State state) {}

    /** Where a step stands. */
    enum State {
        DONE,
        NEXT,
        LATER
    }

    /** The first so many are done. */
    static FirstSteps after(int done) {
        return new FirstSteps(IDS.stream().map(id -> new Step(id, state(id, done))).toList());
    }

    private static State state(String id, int done) {
        int place = IDS.indexOf(id);
        if (place < done) {
            return State.DONE;
        }
        return place == done ? State.NEXT : State.LATER;
    }

    /** The one to take now; the last where all are done. */
    Step next() {
        return steps.stream()
                .filter(step -> step.state() == State.NEXT)
                .findFirst()
                .orElseGet(steps::getLast);
    }

    /** True on the page where the next one is taken: it need not say how to get there. */
    boolean isTakenAt(String path) {
        String page = page(path);
        return switch (next().id()) {
            case "data" ->
                    page.startsWith("/import")
                            || page.startsWith("/connections")
                            || page.equals("/sources")
                            || page.equals("/entry");
            case "goal" -> page.equals("/goals");
            default -> false;
        };
    }

    /** True where there is room to say why: where a store begins, and on its day. */
    static boolean isTold(String path) {
        String page = page(path);
        return page.isEmpty() || page.startsWith("/day/") || page.startsWith("/stores");
    }

    /** Without its store and state. */
    private static String page(String path) {
        return path.replaceFirst("^/s/[^/?]+", "").replaceFirst("\\?.*", "");
    }

    /** Its number, from 1. */
    int number() {
        return steps.indexOf(next()) + 1;
    }
}
