package app.rotina.web;

import app.rotina.web.RoutineView.Due;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One check of a store: how it went, and how it is done here.
 *
 * @param about who looks at it and how it is decided
 * @param marks the latest first
 * @param due what can be answered; absence: data decide, or it is not due
 * @param answered true where the answer would replace one
 * @param silence absence: it is not silent
 */
record CheckView(
        String id,
        String label,
        String about,
        String look,
        String how,
        String streak,
        List<Mark> marks,
        @Nullable Due due,
        String when,
        boolean answered,
        List<Photo> photos,
        @Nullable Silence silence,
        Setting setting) {

    /**
     * How a period went.
     *
     * @param state its icon and tone
     * @param how the same in words
     * @param address where the period can be answered or gone through; empty: nowhere
     */
    record Mark(
            String state,
            String how,
            String when,
            String detail,
            String address,
            List<Photo> photos) {}

    /** A photo of a period; {@code path} is where it is kept. */
    record Photo(String path, String name, String by, long id) {}

    /** Until when it is silent, and why. */
    record Silence(long id, String until, String why) {}

    /**
     * How the store does it.
     *
     * @param steady true where data decide: then its rhythm stays
     * @param own the store's own, which can be removed
     */
    record Setting(
            List<Choice> jobs,
            List<Choice> cadences,
            String at,
            boolean steady,
            boolean own,
            String latest) {}

    /** One of several values. */
    record Choice(String id, String label, boolean current) {}
}
