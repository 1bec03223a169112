package app.rotina.web;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many stores at a glance, those where most money is at stake first; currencies stand apart.
 *
 * @param query what the names are filtered by; empty: nothing
 * @param count of all stores, also those filtered away
 * @param unclosed stores whose last day is not closed yet
 */
record StoresView(String query, int count, List<Group> groups, String unclosed) {
    /** Fewer need no filter. */
    private static final int FEW = 6;

    /**
     * The stores of one currency.
     *
     * @param label empty: there is only this one
     */
    record Group(String currency, String label, List<Line> lines) {}

    /** Where the stores of a currency are as a file. */
    String export(Group group) {
        return "/stores/export?currency="
                + group.currency()
                + "&q="
                + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    /**
     * One store.
     *
     * @param gap of its last day to the target
     * @param date that day; absence: none is closed yet
     * @param month so far, of the goal
     * @param ahead what the month is projected to miss or surpass its goal by
     * @param figures its gap, its month so far, the goal and what the projection is off it
     * @param stake what it is sorted by
     */
    record Line(
            String id,
            String name,
            boolean sample,
            String kind,
            String label,
            List<String> marks,
            String day,
            Shown gap,
            @Nullable LocalDate date,
            String month,
            @Nullable Shown ahead,
            String through,
            List<Hand> hands,
            List<MetricValue> figures,
            Stake stake) {

        /** Why its last day went as it did; absence: none is closed yet. */
        @Nullable String why() {
            return date == null ? null : "/s/" + id + "/why?" + MonthView.span(Days.only(date));
        }

        /** Its month; absence: no day of it is closed yet. */
        @Nullable String monthPage() {
            return date == null ? null : "/s/" + id + "/month/" + YearMonth.from(date);
        }
    }

    /** Something that needs a hand, and where; an empty path is nowhere. */
    record Hand(String text, String path) {}

    /** The last day's gap, then the month's; absence: not known. */
    record Stake(@Nullable BigDecimal day, @Nullable BigDecimal month)
            implements Comparable<Stake> {
        @Override
        public int compareTo(Stake other) {
            int byDay = compare(day, other.day);
            return byDay == 0 ? compare(month, other.month) : byDay;
        }

        private static int compare(@Nullable BigDecimal a, @Nullable BigDecimal b) {
            if (a == null || b == null) {
                return Boolean.compare(a == null, b == null);
            }
            return a.compareTo(b);
        }
    }

    boolean filterable() {
        return count > FEW;
    }
}
