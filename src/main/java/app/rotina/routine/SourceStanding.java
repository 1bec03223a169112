package app.rotina.routine;

import app.rotina.warehouse.SourceLog.Source;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of source stands.
 *
 * @param settled the last day that it is not expected to change any more; absence: there is none
 * @param late days without anything from it, up to yesterday; 0: it is up to date, or it is of no
 *     day
 * @param missing metrics that have no value yesterday because of it
 */
public record SourceStanding(
        Source source, @Nullable LocalDate settled, long late, List<String> missing) {}
