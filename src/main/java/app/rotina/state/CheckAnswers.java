package app.rotina.state;

import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people answered about the checks of stores; nothing is overwritten. */
@Repository
public class CheckAnswers {
    /** What the subject of a task begins with that a person's answer was made. */
    static final String SUBJECT = "answer=";

    private final JdbcClient jdbc;
    private final Clock clock;

    CheckAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A check in one of its periods, which its first day names. */
    public record About(String check, String cadence, LocalDate turn) {}

    /**
     * What was answered.
     *
     * @param outcome {@code PASS}, {@code ATTENTION}, {@code FAIL} or {@code CANNOT_TELL}
     * @param note empty: none
     * @param number absence: none
     * @param numbers those that have a name; empty: none
     * @param link empty: none
     * @param stake the money of one day that it costs; absence: nobody said
     */
    public record Said(
            String outcome,
            String note,
            @Nullable BigDecimal number,
            Map<String, BigDecimal> numbers,
            String link,
            @Nullable BigDecimal stake) {

        /** Every number by its name; one that needs none has an empty one. */
        public Map<String, BigDecimal> counted() {
            Map<String, BigDecimal> all = new LinkedHashMap<>(numbers);
            if (number != null) {
                all.put("", number);
            }
            return all;
        }
    }

    /**
     * An answer, who gave it and when.
     *
     * @param id zero: nobody gave it, what was done in Rotina did
     */
    public record Answer(long id, About about, Said said, String who, Instant at) {

        public static Answer byDoing(About about, Traces.Trace done) {
            Said passed = new Said("PASS", done.said(), null, Map.of(), "", null);
            return new Answer(0, about, passed, done.who(), done.at());
        }

        public boolean isByDoing() {
            return id == 0;
        }

        /** What a task made of it is about: each answer has one of its own. */
        public String subject() {
            return SUBJECT + id;
        }
    }

    /** Keeps an answer; it counts instead of an earlier one about the same. */
    public Answer keep(String store, About about, Said said, String who) {
        return jdbc.sql(
                        """
                        insert into check_answer (store, check_id, cadence, turn, outcome, note, number, numbers, link, stake, answered_by, answered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning *
                        """)
                .param(1, store)
                .param(2, about.check())
                .param(3, about.cadence())
                .param(4, about.turn())
                .param(5, said.outcome())
                .param(6, said.note())
                .param(7, said.number())
                .param(8, written(said.numbers()))
                .param(9, said.link())
                .param(10, said.stake())
                .param(11, who)
                .param(12, now())
                .query(CheckAnswers::read)
                .single();
    }

    /** Takes an answer back; the one before it counts again. */
    public void takeBack(String store, long id) {
        jdbc.sql(
                        "update check_answer set taken_back_at = ? where store = ? and id = ? and taken_back_at is null")
                .params(now(), store, id)
                .update();
    }

    public Answer of(String store, long id) {
        return one(store, id, "");
    }

    /** The same; refuses one that was taken back. */
    public Answer standing(String store, long id) {
        return one(store, id, " and taken_back_at is null");
    }

    private Answer one(String store, long id, String also) {
        return jdbc.sql("select * from check_answer where store = ? and id = ?" + also)
                .params(store, id)
                .query(CheckAnswers::read)
                .optional()
                .orElseThrow(() -> new RotinaException(Problem.UNKNOWN_ANSWER, String.valueOf(id)));
    }

    /** Those that count about the periods that begin in the days. */
    public List<Answer> in(String store, Days days) {
        return jdbc.sql(
                        """
                        -- one row per check, cadence and period
                        select distinct on (check_id, cadence, turn) * from check_answer
                        where store = ? and turn between ? and ? and taken_back_at is null
                        order by check_id, cadence, turn, id desc
                        """)
                .params(store, days.from(), days.to())
                .query(CheckAnswers::read)
                .list();
    }

    /** Those that count about one check, the latest period first. */
    public List<Answer> history(String store, String check, int most) {
        return jdbc.sql(
                        """
                        select * from (select distinct on (cadence, turn) * from check_answer
                            where store = ? and check_id = ? and taken_back_at is null order by cadence, turn, id desc) one
                        order by turn desc, id desc limit ?
                        """)
                .params(store, check, most)
                .query(CheckAnswers::read)
                .list();
    }

    private static Answer read(ResultSet row, int number) throws SQLException {
        return new Answer(
                row.getLong("id"),
                new About(
                        row.getString("check_id"),
                        row.getString("cadence"),
                        row.getObject("turn", LocalDate.class)),
                new Said(
                        row.getString("outcome"),
                        row.getString("note"),
                        row.getBigDecimal("number"),
                        numbers((String[]) row.getArray("numbers").getArray()),
                        row.getString("link"),
                        row.getBigDecimal("stake")),
                row.getString("answered_by"),
                row.getObject("answered_at", OffsetDateTime.class).toInstant());
    }

    private static String[] written(Map<String, BigDecimal> numbers) {
        return numbers.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue().toPlainString())
                .toArray(String[]::new);
    }

    private static Map<String, BigDecimal> numbers(String[] written) {
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        for (String one : written) {
            int at = one.indexOf('=');
            numbers.put(one.substring(0, at), new BigDecimal(one.substring(at + 1)));
        }
        return numbers;
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }
}
