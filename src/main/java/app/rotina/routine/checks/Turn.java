package app.rotina.routine.checks;

import app.rotina.kernel.Days;
import java.time.LocalDate;

/** A period that a check is looked at once for, named by its first day. */
public record Turn(Cadence cadence, Days days) {

    public LocalDate first() {
        return days.from();
    }

    public LocalDate last() {
        return days.to();
    }
}
