package app.rotina.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A business day: the store's local day, from its first instant to the next day's first. */
public record StoreDay(LocalDate date, ZoneId zone) {

    public static StoreDay of(Instant instant, ZoneId zone) {
        return new StoreDay(LocalDate.ofInstant(instant, zone), zone);
    }

    public Instant start() {
        return date.atStartOfDay(zone).toInstant();
    }

    public Instant end() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
