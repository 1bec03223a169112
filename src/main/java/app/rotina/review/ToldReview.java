package app.rotina.review;

import app.rotina.report.Paper;
import java.util.List;
import java.util.Optional;

/**
 * A review told in one language: every word and figure as it is read.
 *
 * @param paper of its period: verdict, title, and all further figures
 * @param sections in the order they are read
 */
public record ToldReview(Paper paper, List<Section> sections) {

    /**
     * A section.
     *
     * @param blocks tables that belong to it
     * @param text what somebody wrote; empty: nobody did
     */
    public record Section(
            ReviewSection section,
            String title,
            List<Group> groups,
            List<Paper.Block> blocks,
            Optional<Review.Text> text) {}

    /** Parts that make a sum together, and the sentence that says it; it may be empty. */
    public record Group(String title, List<Item> items, String sum) {}

    /**
     * One part.
     *
     * @param key names it within the review
     * @param task what to do about it
     */
    public record Item(
            String key, String text, List<String> details, Paper.Cell amount, String task) {}
}
