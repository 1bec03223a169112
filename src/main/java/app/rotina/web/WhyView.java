package app.rotina.web;

import app.rotina.web.Annotations.Annotation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a day or several came out as they did, as its page shows it.
 *
 * @param ways where it leads
 * @param headline the answer in one sentence, with what its colour says
 * @param marks what stands beside it, such as provisional
 * @param standsOut the segment that weighs most, in a sentence; absence: none stands out
 * @param leftOut days that are not known, in a sentence; absence: all are
 * @param why absence: it cannot be told
 * @param unknown why it cannot be told; absence: it can
 * @param compared the days that tell what is usual, or that these are held to
 * @param cut the dimension that is looked along; absence: there is none
 */
record WhyView(
        LocalDate from,
        LocalDate to,
        String title,
        String held,
        WhyWays ways,
        Headline headline,
        List<String> marks,
        String frame,
        @Nullable String standsOut,
        @Nullable String leftOut,
        @Nullable Why why,
        @Nullable String unknown,
        List<Choice> compared,
        Why.@Nullable Spread cut,
        List<Annotation> beside,
        List<DayView.Note> notes) {

    /** One of several addresses, of which one may be this page. */
    record Choice(String label, String address, boolean current) {}

    /**
     * The answer.
     *
     * @param detail what came, and what was to come; empty: not known
     */
    record Headline(String tone, String sentence, String detail, String rows) {}

    boolean oneDay() {
        return from.equals(to);
    }
}
