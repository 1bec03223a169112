package app.rotina.meeting;

import app.rotina.kernel.Store;
import app.rotina.routine.checks.Routines;
import app.rotina.routine.checks.Turn;
import app.rotina.routine.checks.Turns;
import app.rotina.state.Meeting.Cadence;
import app.rotina.state.Meetings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * When meetings are due: on the first day that people work of each of the store's weeks or
 * fortnights, by the calendar that its checks come round by. None was due before the store began.
 */
@Component
public final class MeetingDates {
    private final Meetings meetings;
    private final Routines routines;
    private final Clock clock;

    MeetingDates(Meetings meetings, Routines routines, Clock clock) {
        this.meetings = meetings;
        this.routines = routines;
        this.clock = clock;
    }

    /** The next one; one that was not held in its time is due since then. */
    public LocalDate next(Store store, Cadence cadence) {
        return ahead(store, cadence).findFirst().orElseThrow();
    }

    /** The next one and those after it, without end; a period in which nobody works has none. */
    public Stream<LocalDate> ahead(Store store, Cadence cadence) {
        Turns turns = routines.turns(store);
        LocalDate today = LocalDate.ofInstant(clock.instant(), store.zone());
        Turn now = turns.of(period(cadence), today);
        boolean held =
                meetings.lastDay(store.id(), cadence)
                        .filter(day -> !day.isBefore(now.first()))
                        .isPresent();
        return Stream.iterate(held ? turns.after(now) : now, turns::after)
                .map(turns::workday)
                .flatMap(Optional::stream)
                .filter(day -> !day.isBefore(turns.begun()));
    }

    private static app.rotina.routine.checks.Cadence period(Cadence cadence) {
        return switch (cadence) {
            case WEEKLY -> app.rotina.routine.checks.Cadence.WEEKLY;
            case FORTNIGHTLY -> app.rotina.routine.checks.Cadence.FORTNIGHTLY;
        };
    }
}
