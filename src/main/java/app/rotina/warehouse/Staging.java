package app.rotina.warehouse;

import app.rotina.kernel.Money;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.sources.Delivery;
import app.rotina.sources.Field;
import app.rotina.sources.RejectedRow;
import app.rotina.sources.RowSink;
import app.rotina.sources.SourceRow;
import app.rotina.warehouse.Gaps.Hole;
import app.rotina.warehouse.engine.Sql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Takes the typed rows of one file into a temporary table, and sums its control total. */
final class Staging implements RowSink, AutoCloseable {
    static final String TABLE = "_stage";

    private final Field[] fields;
    private final int control;
    private final ZoneId zone;
    private final ImportProgress progress;
    private final Consumer<RejectedRow> rejects;
    private final DuckDBAppender appender;
    private BigDecimal controlTotal = BigDecimal.ZERO;
    private BigDecimal rejectedTotal = BigDecimal.ZERO;
    private long taken;
    private long rejected;
    private final List<Hole> holes = new ArrayList<>();
    private boolean brokenAnywhere;
    private long zoneFrom = 1;
    private long zoneTo;
    private int zoneDay;

    Staging(
            Sql sql,
            Delivery delivery,
            ZoneId zone,
            ImportProgress progress,
            Consumer<RejectedRow> rejects)
            throws SQLException {
        this.fields = delivery.fields().toArray(Field[]::new);
        this.control = controlIndex(delivery);
        this.zone = zone;
        this.progress = progress;
        this.rejects = rejects;
        sql.run("DROP TABLE IF EXISTS " + TABLE);
        sql.run(
                "CREATE TEMP TABLE %s (_record BIGINT, _line BIGINT, _hi BIGINT, _lo BIGINT, %s)"
                        .formatted(TABLE, FactTable.columns(delivery.fields())));
        this.appender = sql.appender(TABLE);
    }

    private static int controlIndex(Delivery delivery) {
        Delivery.@Nullable Control wanted = delivery.control();
        if (wanted == null) {
            return -1;
        }
        List<String> names = delivery.fields().stream().map(Field::name).toList();
        return names.indexOf(wanted.column());
    }

    @Override
    public void take(SourceRow row) {
        taken++;
        try {
            appender.beginRow();
            appender.append(row.record()).append(row.line());
            appender.append(row.hashHigh()).append(row.hashLow());
            for (int i = 0; i < fields.length; i++) {
                append(fields[i].type(), row.values()[i]);
            }
            appender.endRow();
        } catch (SQLException e) {
            throw new RotinaException(Problem.ENGINE_DOWN, e, String.valueOf(e.getMessage()));
        }
        if (control >= 0 && row.values()[control] instanceof BigDecimal amount) {
            controlTotal = controlTotal.add(amount);
        }
        progress.rows(taken + rejected);
    }

    @Override
    public void reject(RejectedRow row) {
        rejected++;
        if (row.control() != null) {
            rejectedTotal = rejectedTotal.add(row.control());
        }
        noteGap(row.group(), row.record());
        rejects.accept(row);
        progress.rows(taken + rejected);
    }

    private void noteGap(@Nullable String group, long record) {
        if (group == null || holes.size() == Gaps.MOST) {
            brokenAnywhere = true;
        } else {
            holes.add(new Hole(group, record));
        }
    }

    @Override
    public void progress(long bytesRead, long bytesOfFile) {
        progress.bytes(bytesRead, bytesOfFile);
    }

    @Override
    public boolean cancelled() {
        return progress.cancelled();
    }

    private void append(Field.Type type, @Nullable Object value) throws SQLException {
        if (value == null) {
            appendNull(type);
            return;
        }
        switch (type) {
            case TEXT -> appender.append((String) value);
            case MONEY, NUMBER -> appender.append(scaled((BigDecimal) value));
            case INTEGER -> appender.append((Long) value);
            case INSTANT -> appendInstant((Instant) value);
            case DATE -> appender.appendEpochDays((int) ((LocalDate) value).toEpochDay());
            case BOOLEAN -> appender.append((Boolean) value);
        }
    }

    private void appendNull(Field.Type type) throws SQLException {
        appender.appendNull();
        if (type == Field.Type.INSTANT) {
            appender.appendNull();
        }
    }

    private static BigDecimal scaled(BigDecimal value) {
        return value.scale() == Money.SCALE
                ? value
                : value.setScale(Money.SCALE, RoundingMode.HALF_UP);
    }

    private void appendInstant(Instant instant) throws SQLException {
        long second = instant.getEpochSecond();
        appender.appendEpochMicros(second * 1_000_000 + instant.getNano() / 1_000);
        appender.appendEpochDays(storeDay(second));
    }

    /** The store day; rows of one day follow each other, so the day's bounds are remembered. */
    private int storeDay(long second) {
        if (second < zoneFrom || second >= zoneTo) {
            LocalDate date = LocalDate.ofInstant(Instant.ofEpochSecond(second), zone);
            zoneFrom = date.atStartOfDay(zone).toEpochSecond();
            zoneTo = date.plusDays(1).atStartOfDay(zone).toEpochSecond();
            zoneDay = (int) date.toEpochDay();
        }
        return zoneDay;
    }

    long taken() {
        return taken;
    }

    long rejected() {
        return rejected;
    }

    Gaps gaps() {
        List<String> groups =
                brokenAnywhere
                        ? List.of()
                        : holes.stream().map(Hole::group).distinct().sorted().toList();
        return new Gaps(brokenAnywhere, groups, List.copyOf(holes));
    }

    BigDecimal controlTotal() {
        return controlTotal;
    }

    BigDecimal rejectedTotal() {
        return rejectedTotal;
    }

    @Override
    public void close() throws SQLException {
        appender.close();
    }
}
