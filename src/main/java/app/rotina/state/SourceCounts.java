package app.rotina.state;

import app.rotina.kernel.Days;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What stores' connections counted when they were last held against the other side. */
@Repository
public class SourceCounts {
    private final JdbcClient jdbc;
    private final Clock clock;

    SourceCounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One day of the store, counted on both sides.
     *
     * @param lacking the source has them, we do not
     * @param differing both have them, not alike
     * @param gone we have them, the source does not any more
     */
    public record DayCount(
            LocalDate day,
            long sourceCount,
            BigDecimal sourceSum,
            long ourCount,
            BigDecimal ourSum,
            long lacking,
            long differing,
            long gone) {

        public boolean agrees() {
            return lacking + differing + gone == 0;
        }
    }

    /**
     * The last count.
     *
     * @param problem why it could not be made, in the store's language; empty: it was
     */
    public record Counted(Instant at, String problem, List<DayCount> days) {
        public List<DayCount> drift() {
            return days.stream().filter(day -> !day.agrees()).toList();
        }
    }

    /** Empty: it was never counted. */
    public Optional<Counted> of(long connection) {
        return jdbc.sql("select * from source_counting where connection = ?")
                .param(connection)
                .query((row, number) ->
                        new Counted(
                                row.getObject("counted_at", OffsetDateTime.class).toInstant(),
                                row.getString("problem"),
                                days(connection)))
                .optional();
    }

    private List<DayCount> days(long connection) {
        return jdbc.sql("select * from source_count where connection = ? order by day desc")
                .param(connection)
                .query(SourceCounts::day)
                .list();
    }

    /** Puts a count of these days in the place of the one before; other days go. */
    @Transactional
    public void counted(long connection, List<DayCount> days) {
        note(connection, "");
        jdbc.sql("delete from source_count where connection = ?").param(connection).update();
        days.forEach(day -> insert(connection, day));
    }

    /** Counts some days anew; the others stay as they were counted. */
    @Transactional
    public void mended(long connection, Days span, List<DayCount> days) {
        note(connection, "");
        jdbc.sql("delete from source_count where connection = ? and day between ? and ?")
                .params(connection, span.from(), span.to())
                .update();
        days.forEach(day -> insert(connection, day));
    }

    /**
     * Notes that it could not be counted; what was counted before stays.
     *
     * @param problem in the store's language
     */
    public void failed(long connection, String problem) {
        note(connection, problem);
    }

    private void note(long connection, String problem) {
        jdbc.sql(
                        """
                        insert into source_counting (connection, counted_at, problem) values (?, ?, ?)
                        on conflict (connection) do update set counted_at = excluded.counted_at, problem = excluded.problem
                        """)
                .params(connection, clock.instant().atOffset(ZoneOffset.UTC), problem)
                .update();
    }

    private void insert(long connection, DayCount day) {
        jdbc.sql(
                        """
                        insert into source_count (connection, day, source_count, source_sum, our_count, our_sum, lacking, differing, gone)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        connection,
                        day.day(),
                        day.sourceCount(),
                        day.sourceSum(),
                        day.ourCount(),
                        day.ourSum(),
                        day.lacking(),
                        day.differing(),
                        day.gone())
                .update();
    }

    private static DayCount day(ResultSet row, int number) throws SQLException {
        return new DayCount(
                row.getObject("day", LocalDate.class),
                row.getLong("source_count"),
                row.getBigDecimal("source_sum"),
                row.getLong("our_count"),
                row.getBigDecimal("our_sum"),
                row.getLong("lacking"),
                row.getLong("differing"),
                row.getLong("gone"));
    }
}
