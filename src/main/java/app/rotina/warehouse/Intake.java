package app.rotina.warehouse;

import app.rotina.sources.Delivery;
import app.rotina.sources.Delivery.Emission;
import app.rotina.sources.Fact;
import app.rotina.sources.Field;
import app.rotina.warehouse.engine.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Turns staged rows into facts: judges each record new, changed, same or older, then inserts and
 * updates what the accepted ones become. Leaves the ids it changed in {@code _changed_<fact>}.
 */
final class Intake {
    private static final String JUDGED = "_judged";

    /** Whose further facts are told anew, or not at all. */
    private static final String REPLACED =
            "SELECT _group FROM _whole UNION SELECT _id FROM _judged WHERE _status = 'changed' UNION SELECT _id FROM _lost";

    private final Sql sql;
    private final Delivery delivery;
    private final int importId;
    private final Instant fileTime;
    private final boolean hand;
    private final ZoneId zone;
    private final Gaps gaps;
    private final RecordIds ids;

    /** With {@code landed}, rows are taken in anew: they keep the ids they had. */
    Intake(
            Sql sql,
            Delivery delivery,
            int importId,
            Instant fileTime,
            List<Long> mends,
            ZoneId zone,
            Gaps gaps,
            boolean landed) {
        this.sql = sql;
        this.delivery = delivery;
        this.importId = importId;
        this.fileTime = fileTime;
        this.zone = zone;
        this.gaps = gaps;
        this.ids = new RecordIds(delivery, mends, gaps, landed);
        this.hand = delivery.profile().equals(Imports.HAND);
    }

    /** The number of staged records by status: new, changed, same, older, superseded. */
    Map<String, Long> run(Forgotten forgotten) throws SQLException {
        gaps.note(sql);
        judge();
        forgotten.strike(JUDGED);
        Map<String, Long> counts = counts();
        removeWhatIsReplaced();
        noteWhereLostStood();
        for (Emission emission : delivery.emissions()) {
            sql.run(
                    "CREATE OR REPLACE TEMP TABLE _changed_%s (_id UHUGEINT)"
                            .formatted(emission.fact()));
        }
        for (Emission emission : delivery.emissions()) {
            collectIds(emission);
            noteSpoken(emission);
            if (emission.equals(primary())) {
                upsertRecords(emission);
            } else {
                upsertFragments(emission);
            }
        }
        for (Emission emission : delivery.emissions()) {
            sql.update(
                    "DELETE FROM %s WHERE _id IN (SELECT _id FROM _lost WHERE _fact = '%s')"
                            .formatted(FactTable.of(emission.fact()).name(), emission.fact()));
        }
        dateWhatWasObserved();
        keepIgnored();
        return counts;
    }

    private void judge() throws SQLException {
        judge(false);
        boolean repeated =
                !knownByPosition()
                        && sql.number("SELECT count(*) - count(DISTINCT _id) FROM " + JUDGED) > 0;
        if (repeated) {
            judge(true);
        }
    }

    private void judge(boolean repeated) throws SQLException {
        sql.run("DROP TABLE IF EXISTS " + JUDGED);
        sql.run(
                """
                CREATE TEMP TABLE %s AS
                SELECT k.*, coalesce(f._fact, false) AS _exists, %s AS _status
                FROM (SELECT *, %s AS _id, %s AS _group, %s AS _version, %s AS _latest FROM %s) k LEFT JOIN (%s) f ON f._id = k._id\
                """
                        .formatted(
                                JUDGED,
                                status(repeated),
                                ids.ofRecord(),
                                ids.ofGroup(),
                                version(),
                                latest(),
                                Staging.TABLE,
                                known()));
    }

    private boolean knownByPosition() {
        return delivery.key().isEmpty() && !primaryTable().naturalKey(primary());
    }

    private String status(boolean repeated) {
        String superseded =
                repeated
                        ? "WHEN k._record < max(k._record) OVER (PARTITION BY k._id) THEN 'superseded' "
                        : "";
        return """
        CASE %s%sWHEN f._hi IS NULL THEN 'new' WHEN f._hi = k._hi AND f._lo = k._lo THEN 'same'
        WHEN %s THEN 'older' ELSE 'changed' END\
        """
                .formatted(superseded, goneSince(), older());
    }

    /** A line that an older file has, of an order that a newer one delivered without it. */
    private String goneSince() {
        return delivery.group() == null
                ? ""
                : "WHEN f._hi IS NULL AND max(f._version) OVER (PARTITION BY k._group) > k._version THEN 'older' ";
    }

    private String older() {
        return delivery.version() != null
                ? "k._version < f._version"
                : "k._version < f._version OR coalesce(k._latest < f._latest, false)";
    }

    private String known() {
        String table = primaryTable().name();
        String facts = "SELECT _id, _hi, _lo, _version, _latest, true AS _fact FROM " + table;
        return primary().when() == null
                ? facts
                : facts
                        + " UNION ALL SELECT _id, _hi, _lo, _version, _latest, false FROM ignored WHERE _id NOT IN (SELECT _id FROM %s)"
                                .formatted(table);
    }

    private Map<String, Long> counts() throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        sql.list(
                "SELECT _status, count(*) FROM %s GROUP BY 1".formatted(JUDGED),
                row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    /**
     * A newer version replaces all that its older one became, and an order that came whole all of
     * its lines: what is no longer told is taken away. So is a record that was a fact and is none
     * any more.
     */
    private void removeWhatIsReplaced() throws SQLException {
        sql.run(
                "CREATE OR REPLACE TEMP TABLE _lost (_fact VARCHAR, _id UHUGEINT, _group UHUGEINT)");
        sql.run("CREATE OR REPLACE TEMP TABLE _whole (_group UHUGEINT)");
        if (primary().when() != null) {
            lose(
                    primary().fact(),
                    "_id IN (SELECT _id FROM %s WHERE _status = 'changed' AND NOT coalesce(%s, false))"
                            .formatted(JUDGED, primary().when()));
        }
        if (delivery.group() != null && !gaps.anywhere()) {
            sql.run(
                    "INSERT INTO _whole SELECT _group FROM %s GROUP BY 1 HAVING bool_and(_status <> 'older')"
                            .formatted(JUDGED));
            gaps.leaveOut(sql, ids);
            lose(
                    primary().fact(),
                    "_hi IS NOT NULL AND _group IN (SELECT _group FROM _whole) AND _id NOT IN (SELECT _id FROM %s)"
                            .formatted(JUDGED));
        }
        for (Map.Entry<String, List<Emission>> each : told().entrySet()) {
            lose(
                    each.getKey(),
                    "_hi IS NULL AND _group IN (%s) AND _id NOT IN (%s)"
                            .formatted(REPLACED, stillTold(each.getValue())));
        }
    }

    private void lose(String fact, String where) throws SQLException {
        sql.update(
                "INSERT INTO _lost SELECT '%s', _id, _group FROM %s WHERE %s"
                        .formatted(fact, FactTable.of(fact).name(), where));
    }

    /** The file's own facts that its records become besides: nobody else tells them. */
    private Map<String, List<Emission>> told() {
        return delivery.emissions().stream()
                .filter(one -> !one.equals(primary()) && FactTable.of(one.fact()).fact().ownIds())
                .collect(Collectors.groupingBy(Emission::fact));
    }

    private String stillTold(List<Emission> emissions) {
        return emissions.stream()
                .map(one ->
                        "SELECT %s FROM %s WHERE _status NOT IN ('older', 'superseded') AND %s"
                                .formatted(ids.of(one), JUDGED, when(one)))
                .collect(Collectors.joining(" UNION "));
    }

    private static String when(Emission emission) {
        return emission.when() == null ? "true" : emission.when();
    }

    /** Once they are taken away, nobody can tell which days and orders they were of. */
    private void noteWhereLostStood() throws SQLException {
        FactTable table = primaryTable();
        String lost = " FROM %s WHERE _id IN (SELECT _id FROM _lost WHERE _fact = '%s')";
        if (table.fact().coverage() == Fact.Coverage.ROWS) {
            sql.update(
                    "INSERT INTO _touched_day SELECT DISTINCT %s".formatted(table.dayColumn())
                            + lost.formatted(table.name(), primary().fact()));
        }
        sql.update(
                "INSERT INTO _touched_order SELECT order_id"
                        + lost.formatted("fact_payment", "payment"));
    }

    /** Adds to the ids of changed facts; a row may become the same fact in two ways. */
    private void collectIds(Emission emission) throws SQLException {
        String id = emission.equals(primary()) ? "_id" : ids.of(emission);
        String table = "_changed_" + emission.fact();
        sql.run(
                "INSERT INTO %s SELECT DISTINCT %s FROM %s WHERE %s"
                        .formatted(table, id, JUDGED, accepted(emission)));
        sql.run(
                "INSERT INTO %s SELECT _id FROM _lost WHERE _fact = '%s'"
                        .formatted(table, emission.fact()));
    }

    /** A file speaks for its days by all its rows, those that were known before among them. */
    private void noteSpoken(Emission emission) throws SQLException {
        sql.run(
                "INSERT INTO _spoken SELECT DISTINCT %d, '%s', %s FROM %s WHERE %s"
                        .formatted(
                                importId,
                                emission.fact(),
                                emission.equals(primary()) ? "_id" : ids.of(emission),
                                JUDGED,
                                when(emission)));
    }

    private void upsertRecords(Emission emission) throws SQLException {
        FactTable table = FactTable.of(emission.fact());
        List<String[]> pairs = table.pairs(emission);
        String sets =
                pairs.stream()
                        .map(pair -> "%s = j.%s".formatted(pair[0], pair[1]))
                        .collect(Collectors.joining(", "));
        sql.update(
                """
                UPDATE %s AS f SET _group = j._group, _import = %d, _record = j._record, _hi = j._hi, _lo = j._lo,
                _version = j._version, _latest = j._latest, _hand = %s, %s
                FROM %s j WHERE f._id = j._id AND j._exists AND %s\
                """
                        .formatted(table.name(), importId, hand, sets, JUDGED, accepted(emission)));
        sql.update(
                "INSERT INTO %s (%s, %s) SELECT _id, _group, %d, _record, _hi, _lo, _version, _latest, %s, %s FROM %s WHERE NOT _exists AND %s"
                        .formatted(
                                table.name(),
                                String.join(", ", FactTable.OWN),
                                FactTable.side(pairs, 0),
                                importId,
                                hand,
                                FactTable.side(pairs, 1),
                                JUDGED,
                                accepted(emission)));
    }

    /** What several records say together about one order or product: the first word counts. */
    private void upsertFragments(Emission emission) throws SQLException {
        FactTable table = FactTable.of(emission.fact());
        List<String[]> pairs = table.pairs(emission);
        String firsts =
                pairs.stream()
                        .map(p -> "arg_min(%s, _record) AS %s".formatted(p[1], p[0]))
                        .collect(Collectors.joining(", "));
        sql.run(
                "CREATE OR REPLACE TEMP TABLE _fragment AS SELECT %s AS _id, arg_min(%s, _record) AS _group, min(_record) AS _record, %s FROM %s WHERE %s GROUP BY 1"
                        .formatted(
                                ids.of(emission),
                                owner(table),
                                firsts,
                                JUDGED,
                                accepted(emission)));
        String sets =
                pairs.stream()
                        .map(p -> "%1$s = coalesce(g.%1$s, f.%1$s)".formatted(p[0]))
                        .collect(Collectors.joining(", "));
        sql.update(
                "UPDATE %s AS f SET _group = coalesce(g._group, f._group), %s FROM _fragment g WHERE f._id = g._id"
                        .formatted(table.name(), sets));
        sql.update(
                "INSERT INTO %1$s (_id, _group, _import, _record, _hand, %2$s) SELECT _id, _group, %3$d, _record, %4$s, %2$s FROM _fragment g WHERE NOT EXISTS (SELECT 1 FROM %1$s f WHERE f._id = g._id)"
                        .formatted(table.name(), FactTable.side(pairs, 0), importId, hand));
    }

    /** What a fact that nobody else tells is replaced with: its order where it has no key. */
    private String owner(FactTable table) {
        if (!table.fact().ownIds()) {
            return "CAST(NULL AS UHUGEINT)";
        }
        return delivery.key().isEmpty() && delivery.group() != null ? "_group" : "_id";
    }

    /** A refund without a date of its own is dated when a file first showed it. */
    private void dateWhatWasObserved() throws SQLException {
        boolean lines = delivery.emissions().stream().anyMatch(one -> one.fact().equals("line"));
        if (lines) {
            sql.update(
                    "UPDATE fact_line SET occurred_at = TIMESTAMP '%s', occurred_at_day = DATE '%s' WHERE observed AND occurred_at IS NULL AND _import = %d"
                            .formatted(
                                    fileTime.toString().replace("T", " ").replace("Z", ""),
                                    LocalDate.ofInstant(fileTime, zone),
                                    importId));
        }
    }

    /** A record that becomes no fact is still known when it comes again. */
    private void keepIgnored() throws SQLException {
        if (primary().when() == null) {
            return;
        }
        sql.update(
                "DELETE FROM ignored WHERE _id IN (SELECT _id FROM %s WHERE _status IN ('new', 'changed'))"
                        .formatted(JUDGED));
        sql.update(
                "INSERT INTO ignored SELECT _id, _hi, _lo, _version, _latest, %d, _record FROM %s WHERE _status IN ('new', 'changed') AND NOT coalesce(%s, false)"
                        .formatted(importId, JUDGED, primary().when()));
    }

    /** The id of the fact row that a record becomes by the given emission. */
    String idOf(Emission emission) {
        return ids.of(emission);
    }

    private String accepted(Emission emission) {
        String status = "_status IN ('new', 'changed')";
        String when = emission.when() == null ? status : status + " AND " + emission.when();
        if (emission.equals(primary())) {
            return when;
        }
        return FactTable.of(emission.fact()).naturalKey(emission)
                ? when + " AND " + firstKeyColumn(emission) + " IS NOT NULL"
                : when;
    }

    private static String firstKeyColumn(Emission emission) {
        Fact fact = FactTable.of(emission.fact()).fact();
        return String.valueOf(emission.columns().get(fact.key().getFirst()));
    }

    private String version() {
        return delivery.version() != null
                ? delivery.version()
                : "TIMESTAMP '%s'"
                        .formatted(fileTime.toString().replace("T", " ").replace("Z", ""));
    }

    /**
     * The latest thing a record knows of; a promise for the future is not a thing that happened.
     */
    private String latest() {
        List<String> instants =
                delivery.fields().stream()
                        .filter(field -> field.type() == Field.Type.INSTANT)
                        .map(Field::name)
                        .filter(name -> !name.equals("promised_at"))
                        .toList();
        return instants.isEmpty()
                ? "CAST(NULL AS TIMESTAMP)"
                : "greatest(%s)".formatted(String.join(", ", instants));
    }

    private Emission primary() {
        return delivery.primary();
    }

    private FactTable primaryTable() {
        return FactTable.of(primary().fact());
    }
}
