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
 * @param job whose checks: a job's, {@code mine}, or everybody's where it is empty; absence: what
 *     whoever looks is to see first
 * @param cadence how often they come round; empty or absent: all
 */
record RoutineChosen(
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
        @Nullable String job,
        @Nullable String cadence) {

    static final RoutineChosen NOTHING = new RoutineChosen(null, null, null);
    static final String EVERYBODY = "";
    static final String MINE = "mine";

    /**
     * Who leads the store sees the whole first, others what is theirs.
     *
     * @param leads true for an owner or a manager, and for whoever holds no job
     */
    RoutineChosen seenBy(boolean leads) {
        return job == null ? of(leads ? EVERYBODY : MINE) : this;
    }

    /** To be asked once it is settled whose checks are seen. */
    boolean shows(Check check, Set<Job> mine) {
        String whose = Objects.requireNonNull(job);
        boolean shown =
                switch (whose) {
                    case EVERYBODY -> true;
                    case MINE -> mine.contains(check.job());
                    default -> check.job() == Job.of(whose);
                };
        return shown
                && (isAnyTime() || check.cadence() == Cadence.of(Objects.requireNonNull(cadence)));
    }

    boolean isAnyTime() {
        return cadence == null || cadence.isEmpty();
    }

    boolean isOf(Cadence one) {
        return one.id().equals(cadence);
    }

    RoutineChosen of(String whose) {
        return new RoutineChosen(date, whose, cadence);
    }

    RoutineChosen every(String often) {
        return new RoutineChosen(date, job, often);
    }

    /** The address of the page with this choice, to be put behind {@code /routine?}. */
    String query() {
        return Stream.of(
                        date == null ? "" : "date=" + date,
                        job == null ? "" : "job=" + whose(job),
                        isAnyTime()
                                ? ""
                                : "cadence=" + Cadence.of(Objects.requireNonNull(cadence)).id())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
    }

    /** As an address says it; refuses a job that is not there. */
    private static String whose(String job) {
        return job.equals(EVERYBODY) || job.equals(MINE) ? job : Job.of(job).id();
    }
}
