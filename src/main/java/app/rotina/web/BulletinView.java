package app.rotina.web;

import java.util.List;

/** The notices of a store, the latest first. */
record BulletinView(List<Line> notices, List<Choice> jobs) {

    /**
     * A notice.
     *
     * @param mine true where it is for the one who looks and not read by them
     * @param receipts who has read it, and who has not
     */
    record Line(
            long id,
            String title,
            String text,
            String by,
            String whom,
            boolean mine,
            String receipts,
            List<Receipt> people) {}

    /** Somebody it is for; {@code at} is empty where they have not read it. */
    record Receipt(String name, String at) {}

    /** A job, to choose. */
    record Choice(String id, String label) {}
}
