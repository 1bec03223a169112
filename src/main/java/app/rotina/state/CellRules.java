package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.sources.CellRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stores read cells as that could not be read, one rule per column and text. */
@Repository
public class CellRules {
    private static final int MOST = 1000;
    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    CellRules(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One rule, with who said it and when. */
    public record Kept(CellRule rule, String by, Instant at) {}

    public List<Kept> list(String store) {
        return jdbc.sql(
                        "select * from cell_rule where store = ? and removed_at is null order by kind, heading, was")
                .param(store)
                .query(CellRules::read)
                .list();
    }

    List<CellRule> of(String store) {
        return list(store).stream().map(Kept::rule).toList();
    }

    /** Keeps the rule; a later word on the same cell replaces it. */
    public void keep(String store, CellRule rule, String who) {
        String was = CellRule.plain(rule.was());
        if (was.length() > LONGEST
                || (rule.reads() != null && rule.reads().length() > LONGEST)
                || list(store).size() >= MOST) {
            throw new RotinaException(Problem.BAD_ARGUMENT, rule.heading());
        }
        jdbc.sql(
                        """
                        insert into cell_rule (store, kind, heading, was, reads, kept_by, kept_at) values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (store, kind, heading, was) do update
                        set reads = excluded.reads, kept_by = excluded.kept_by, kept_at = excluded.kept_at, removed_at = null
                        """)
                .param(1, store)
                .param(2, rule.kind())
                .param(3, rule.heading())
                .param(4, was)
                .param(5, rule.reads())
                .param(6, who)
                .param(7, Instant.now(clock).atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Takes a rule back; what was taken in by it stays. Until another is kept in its place, it can
     * be restored by this number.
     */
    public long remove(String store, CellRule rule) {
        return jdbc.sql(
                        """
                        update cell_rule set removed_at = now()
                        where store = ? and kind = ? and heading = ? and was = ? and removed_at is null returning id
                        """)
                .params(store, rule.kind(), rule.heading(), CellRule.plain(rule.was()))
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new RotinaException(Problem.NOT_FOUND, rule.heading()));
    }

    /** Brings one back that was taken away. */
    public void restore(String store, long id) {
        int done =
                jdbc.sql(
                                "update cell_rule set removed_at = null where store = ? and id = ? and removed_at is not null")
                        .params(store, id)
                        .update();
        if (done == 0) {
            throw new RotinaException(Problem.NOT_FOUND, String.valueOf(id));
        }
    }

    private static Kept read(ResultSet row, int number) throws SQLException {
        return new Kept(
                new CellRule(
                        row.getString("kind"),
                        row.getString("heading"),
                        row.getString("was"),
                        row.getString("reads")),
                row.getString("kept_by"),
                row.getObject("kept_at", OffsetDateTime.class).toInstant());
    }
}
