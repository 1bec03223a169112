package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.sql.ResultSet;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a store chose that has a default. */
@Repository
public class StoreSettings {
    private static final String WEEK_START = "week_start";
    private static final String SECOND_STEP = "second_step";
    private static final String REQUIRED = "required";

    private static final String FETCH_AT = "fetch_at";
    private static final LocalTime EARLY = LocalTime.of(4, 0);

    private static final String WORKS_ON = "works_on";
    private static final String CLOSED_ON = "closed_on";
    private static final String OPEN_ON = "open_on";

    private final JdbcClient jdbc;

    StoreSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The day a store's calendars begin a week with: Monday where nobody chose another. */
    public DayOfWeek weekStart(String store) {
        return value(store, WEEK_START).map(DayOfWeek::valueOf).orElse(DayOfWeek.MONDAY);
    }

    public void beginWeeksOn(String store, DayOfWeek day) {
        keep(store, WEEK_START, day.name());
    }

    /** When a store's connections are fetched every morning, by its own clock. */
    public LocalTime fetchAt(String store) {
        return value(store, FETCH_AT).map(LocalTime::parse).orElse(EARLY);
    }

    /** What comes in the afternoon would be no morning's. */
    public static void requireMorning(LocalTime at) {
        if (!at.isBefore(LocalTime.NOON)) {
            throw new RotinaException(Problem.BAD_ARGUMENT, at);
        }
    }

    public void fetchAt(String store, LocalTime at) {
        requireMorning(at);
        keep(store, FETCH_AT, at.truncatedTo(ChronoUnit.MINUTES).toString());
    }

    /** When days are closed: once what the morning brings can be there. */
    public LocalTime closeAt(String store) {
        return fetchAt(store).plusHours(1);
    }

    /** True where its owners and managers have to sign in with a second step. */
    public boolean requiresSecondStep(String store) {
        return value(store, SECOND_STEP).filter(REQUIRED::equals).isPresent();
    }

    public void requireSecondStep(String store, boolean required) {
        keep(store, SECOND_STEP, required ? REQUIRED : "free");
    }

    /** The stores whose owners and managers have to sign in with a second step. */
    public List<String> requireSecondStep() {
        return jdbc.sql("select store from store_setting where name = ? and value = ?")
                .params(SECOND_STEP, REQUIRED)
                .query((row, number) -> row.getString("store"))
                .list();
    }

    /**
     * When people of a store work, where it is not as the country's calendar says.
     *
     * @param weekdays none: as the calendar says
     * @param closed days on which nobody works, whatever weekday they are
     * @param open days on which people work, also on a holiday
     */
    public record WorkingDays(
            Set<DayOfWeek> weekdays, SortedSet<LocalDate> closed, SortedSet<LocalDate> open) {
        public static final WorkingDays AS_THE_COUNTRY =
                new WorkingDays(Set.of(), new TreeSet<>(), new TreeSet<>());

        public WorkingDays {
            weekdays = Set.copyOf(weekdays);
            closed = Collections.unmodifiableSortedSet(new TreeSet<>(closed));
            open = Collections.unmodifiableSortedSet(new TreeSet<>(open));
        }
    }

    public WorkingDays workingDays(String store) {
        Map<String, String> kept = new HashMap<>();
        jdbc.sql("select name, value from store_setting where store = ? and name in (?, ?, ?)")
                .params(store, WORKS_ON, CLOSED_ON, OPEN_ON)
                .query((ResultSet row) -> {
                    kept.put(row.getString("name"), row.getString("value"));
                });
        return new WorkingDays(
                words(kept, WORKS_ON).map(DayOfWeek::valueOf).collect(Collectors.toSet()),
                dates(kept, CLOSED_ON),
                dates(kept, OPEN_ON));
    }

    @Transactional
    public void workOn(String store, WorkingDays days) {
        keep(store, WORKS_ON, written(days.weekdays()));
        keep(store, CLOSED_ON, written(days.closed()));
        keep(store, OPEN_ON, written(days.open()));
    }

    private static String written(Collection<?> words) {
        return words.stream().map(String::valueOf).sorted().collect(Collectors.joining(" "));
    }

    private static SortedSet<LocalDate> dates(Map<String, String> kept, String name) {
        return words(kept, name)
                .map(LocalDate::parse)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> words(Map<String, String> kept, String name) {
        return Stream.of(kept.getOrDefault(name, "").split(" ")).filter(word -> !word.isEmpty());
    }

    private Optional<String> value(String store, String name) {
        return jdbc.sql("select value from store_setting where store = ? and name = ?")
                .params(store, name)
                .query(String.class)
                .optional();
    }

    private void keep(String store, String name, String value) {
        jdbc.sql(
                        """
                        insert into store_setting (store, name, value) values (?, ?, ?)
                        on conflict (store, name) do update set value = excluded.value
                        """)
                .params(store, name, value)
                .update();
    }
}
