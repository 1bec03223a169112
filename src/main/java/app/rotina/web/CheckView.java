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
 * @param shown the figures beside what data decide; absence: there are none
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
        List<Curve> curves,
        List<Mark> marks,
        @Nullable Due due,
        @Nullable Due shown,
        String when,
        boolean answered,
        List<Photo> photos,
        @Nullable Silence silence,
        Setting setting) {

    /** How a number went that people counted. */
    record Curve(String label, String path) {}

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
     * How the store does it; what is empty is as the pack says.
     *
     * @param steady true where data decide: then its rhythm stays
     * @param severities what a finding is; empty: a person says
     * @param least what its rule finds nothing below; absence: it measures nothing
     * @param own what a check of the store's own asks and shows; absence: it is not
     */
    record Setting(
            List<Choice> jobs,
            List<Choice> cadences,
            String at,
            boolean steady,
            List<Choice> severities,
            Text name,
            Text look,
            Text todo,
            @Nullable Least least,
            @Nullable Own own,
            String latest) {}

    /**
     * Something that a store may say otherwise.
     *
     * @param typed empty: it did not
     * @param usual what the pack says
     */
    record Text(String typed, String usual) {}

    /**
     * @param share true where it is a share of a usual day's revenue, in hundredths
     */
    record Least(Text text, boolean share) {}

    /** What a check of the store's own asks and shows. */
    record Own(List<Choice> asks, List<Choice> packs, List<Choice> metrics, List<Choice> by) {}

    /** One of several values. */
    record Choice(String id, String label, boolean current) {}
}
