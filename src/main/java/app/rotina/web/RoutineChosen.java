package app.rotina.web;

import app.rotina.routine.checks.Cadence;
import app.rotina.routine.checks.Check;
import app.rotina.state.Job;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * What somebody wants to see of the routine.
 *
 * @param date absence: today
 * @param job whose checks; empty: everybody's; absence: one's own
 * @param cadence how often they come round; empty or absent: all
 */
record RoutineChosen(
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
        @Nullable String job,
        @Nullable String cadence) {

    static final RoutineChosen NOTHING = new RoutineChosen(null, null, null);

    boolean shows(Check check, Set<Job> mine) {
        boolean whose =
                job == null
                        ? mine.isEmpty() || mine.contains(check.job())
                        : job.isEmpty() || check.job() == Job.of(job);
        return whose
                && (isAnyTime() || check.cadence() == Cadence.of(Objects.requireNonNull(cadence)));
    }

    boolean isAnyTime() {
        return cadence == null || cadence.isEmpty();
    }

    boolean isOf(Cadence one) {
        return one.id().equals(cadence);
    }

    RoutineChosen of(@Nullable String whose) {
        return new RoutineChosen(date, whose, cadence);
    }

    RoutineChosen every(String often) {
        return new RoutineChosen(date, job, often);
    }

    /** The address of the page with this choice, to be put behind {@code /routine?}. */
    String query() {
        return Stream.of(
                        date == null ? "" : "date=" + date,
                        job == null ? "" : "job=" + (job.isEmpty() ? "" : Job.of(job).id()),
                        isAnyTime()
                                ? ""
                                : "cadence=" + Cadence.of(Objects.requireNonNull(cadence)).id())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
    }
}
