package app.rotina.kernel;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/**
 * A store: its id in lower-case letters, digits and hyphens, its zone, currency, language, the
 * revenue its goals are set on, and the driver identity its numbers are explained by.
 */
public record Store(
        String id,
        String name,
        ZoneId zone,
        Currency currency,
        Locale locale,
        GoalBasis basis,
        DriverIdentity identity) {

    /** Which revenue a goal means when it does not say. */
    public enum GoalBasis {
        PLACED("placed_revenue"),
        APPROVED("net_revenue"),
        PAID("net_revenue");

        private final String metric;

        GoalBasis(String metric) {
            this.metric = metric;
        }

        public String metric() {
            return metric;
        }
    }

    /** The two exact ways to take revenue apart. */
    public enum DriverIdentity {
        SESSIONS_CONVERSION_TICKET,
        VISITORS_BUYERS_SPEND
    }

    public StoreDay day(LocalDate date) {
        return new StoreDay(date, zone);
    }
}
