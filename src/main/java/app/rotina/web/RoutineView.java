package app.rotina.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checks of a day.
 *
 * @param next absence: the day after has not begun
 */
record RoutineView(
        LocalDate date,
        String title,
        LocalDate previous,
        @Nullable LocalDate next,
        List<CheckRow> rows) {

    /** How many found nothing. */
    long passed() {
        return rows.stream().filter(row -> row.state().equals("met")).count();
    }
}
