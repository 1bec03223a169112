package app.rotina.review;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A part of a review; people may write beside each. */
public enum ReviewSection {
    SUMMARY,
    WORKED,
    FAILED,
    NEXT;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ReviewSection of(String id) {
        return Arrays.stream(values())
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new RotinaException(Problem.BAD_ARGUMENT, id + ": " + everyId()));
    }

    private static String everyId() {
        return Arrays.stream(values()).map(ReviewSection::id).collect(Collectors.joining(", "));
    }
}
