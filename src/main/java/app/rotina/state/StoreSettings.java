package app.rotina.state;

import java.time.DayOfWeek;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a store chose that has a default. */
@Repository
public class StoreSettings {
    private static final String WEEK_START = "week_start";

    private final JdbcClient jdbc;

    StoreSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The day a store's calendars begin a week with: Monday where nobody chose another. */
    public DayOfWeek weekStart(String store) {
        return jdbc.sql("select value from store_setting where store = ? and name = ?")
                .params(store, WEEK_START)
                .query(String.class)
                .optional()
                .map(DayOfWeek::valueOf)
                .orElse(DayOfWeek.MONDAY);
    }

    public void beginWeeksOn(String store, DayOfWeek day) {
        jdbc.sql(
                        """
                        insert into store_setting (store, name, value) values (?, ?, ?)
                        on conflict (store, name) do update set value = excluded.value
                        """)
                .params(store, WEEK_START, day.name())
                .update();
    }
}
