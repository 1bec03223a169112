package app.rotina.web;

/**
 * What came of something that was done.
 *
 * @param kind how its mark is coloured: {@code met}, {@code missed}, {@code pending} or {@code
 *     plain}
 * @param name what was done; change: from what to what, empty where nobody said
 * @param verdict the answer in two words
 * @param sentence the answer, by the week
 * @param said when it was judged, and when it is looked at again
 * @param before what was said before data changed; empty: the same
 * @param next what to do now, to be typed over as a task; empty: nothing
 * @param task follows the store's address; empty: it was done for no task
 */
record Outcome(
        long id,
        String name,
        String change,
        String kind,
        String verdict,
        String sentence,
        String said,
        String before,
        String next,
        String task) {}
