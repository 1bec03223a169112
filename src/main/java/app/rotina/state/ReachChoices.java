package app.rotina.state;

import java.sql.ResultSet;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people want to be sent of a store, and at which hours of the store. */
@Repository
public class ReachChoices {
    private static final String HOUR = "digest_hour";
    private static final String QUIET_FROM = "quiet_from";
    private static final String QUIET_TO = "quiet_to";

    private final JdbcClient jdbc;

    ReachChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a person chose; who never chose gets nothing. */
    public record Choice(boolean digest, boolean alerts) {
        static final Choice NOTHING = new Choice(false, false);
    }

    /**
     * The hours of a store, by its own clock.
     *
     * @param digest when the morning's digest goes out
     * @param quietFrom from then on no alert goes out
     * @param quietTo until then; the same as from: none are quiet
     */
    public record Hours(LocalTime digest, LocalTime quietFrom, LocalTime quietTo) {
        public static final Hours USUAL =
                new Hours(LocalTime.of(8, 0), LocalTime.of(21, 0), LocalTime.of(7, 0));

        /** Whether alerts wait at this time. */
        public boolean isQuiet(LocalTime now) {
            return quietFrom.isAfter(quietTo)
                    ? !now.isBefore(quietFrom) || now.isBefore(quietTo)
                    : !now.isBefore(quietFrom) && now.isBefore(quietTo);
        }
    }

    /**
     * Somebody or something that a store's messages go to.
     *
     * @param person absence: it is a webhook
     */
    public record Recipient(String store, @Nullable Long person, @Nullable Long webhook) {}

    public Choice of(long person, String store) {
        return jdbc.sql("select digest, alerts from reach_choice where person = ? and store = ?")
                .params(person, store)
                .query((row, number) -> new Choice(row.getBoolean(1), row.getBoolean(2)))
                .optional()
                .orElse(Choice.NOTHING);
    }

    public void choose(long person, String store, Choice choice) {
        jdbc.sql(
                        """
                        insert into reach_choice (person, store, digest, alerts) values (?, ?, ?, ?)
                        on conflict (person, store) do update set digest = excluded.digest, alerts = excluded.alerts
                        """)
                .params(person, store, choice.digest(), choice.alerts())
                .update();
    }

    /** Whom digests go to, in all stores; only people who may still see the store. */
    public List<Recipient> digests() {
        return recipients("digest");
    }

    /** Whom alerts go to. */
    public List<Recipient> alerts() {
        return recipients("alerts");
    }

    private List<Recipient> recipients(String what) {
        return jdbc.sql(
                        """
                        select choice.store, choice.person, null::bigint as webhook
                        from reach_choice choice join person on person.id = choice.person
                        where choice.%1$s and (person.owner or exists (select from membership m
                            where m.person = choice.person and m.store = choice.store))
                        union all select store, null, id from webhook where %1$s
                        order by 1, 2, 3
                        """
                                .formatted(what))
                .query((row, number) ->
                        new Recipient(
                                row.getString("store"),
                                row.getObject("person", Long.class),
                                row.getObject("webhook", Long.class)))
                .list();
    }

    public Hours hours(String store) {
        return hours().getOrDefault(store, Hours.USUAL);
    }

    /** Of the stores that chose any. */
    public Map<String, Hours> hours() {
        Map<String, Map<String, String>> chosen = new HashMap<>();
        jdbc.sql("select store, name, value from store_setting where name in (?, ?, ?)")
                .params(HOUR, QUIET_FROM, QUIET_TO)
                .query((ResultSet row) -> {
                    chosen.computeIfAbsent(row.getString(1), any -> new HashMap<>())
                            .put(row.getString(2), row.getString(3));
                });
        Map<String, Hours> hours = new HashMap<>();
        chosen.forEach((store, values) -> hours.put(store, read(values)));
        return hours;
    }

    public void setHours(String store, Hours hours) {
        set(store, HOUR, hours.digest());
        set(store, QUIET_FROM, hours.quietFrom());
        set(store, QUIET_TO, hours.quietTo());
    }

    private void set(String store, String name, LocalTime time) {
        jdbc.sql(
                        """
                        insert into store_setting (store, name, value) values (?, ?, ?)
                        on conflict (store, name) do update set value = excluded.value
                        """)
                .params(store, name, time.toString())
                .update();
    }

    private static Hours read(Map<String, String> values) {
        return new Hours(
                time(values, HOUR, Hours.USUAL.digest()),
                time(values, QUIET_FROM, Hours.USUAL.quietFrom()),
                time(values, QUIET_TO, Hours.USUAL.quietTo()));
    }

    private static LocalTime time(Map<String, String> values, String name, LocalTime usual) {
        @Nullable String written = values.get(name);
        return written == null ? usual : LocalTime.parse(written);
    }
}
