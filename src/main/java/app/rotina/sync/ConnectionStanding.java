package app.rotina.sync;

import app.rotina.state.SourceConnections.Connection;
import app.rotina.state.SourceCounts.Counted;
import app.rotina.warehouse.SenderLog.Sent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one connection stands.
 *
 * @param next when it is pulled by itself next; absence: not before somebody connects it anew
 * @param sent what it has brought so far
 * @param live what is being done with it; absence: nothing is
 * @param countable false where its source cannot say what it has
 * @param counted what was counted last; absence: it never was
 */
public record ConnectionStanding(
        Connection connection,
        @Nullable Instant next,
        Sent sent,
        @Nullable Live live,
        boolean countable,
        @Nullable Counted counted) {}
