package app.rotina.state;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a store chose that has a default. */
@Repository
public class StoreSettings {
    private static final String WEEK_START = "week_start";
    private static final String SECOND_STEP = "second_step";
    private static final String REQUIRED = "required";

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
