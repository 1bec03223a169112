package app.rotina.web;

import app.rotina.goals.MonthGoal;
import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.report.PlanKey;
import app.rotina.report.PlanProposal;
import app.rotina.report.SheetChange;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a planning sheet would change, before it is confirmed.
 *
 * @param lines the figures somebody changed
 * @param moved those that take up the change
 * @param months the goals of the month they add up to
 */
record PlanReview(
        String id,
        YearMonth month,
        String monthName,
        List<Line> lines,
        List<Line> moved,
        List<Line> months) {

    /** One figure it would change. */
    record Line(String day, String metric, Shown before, Shown after) {}

    static PlanReview of(String id, PlanProposal proposal, Catalog catalog, Screen screen) {
        return new Teller(catalog, screen).tell(id, proposal);
    }

    /** Nothing would change. */
    boolean isEmpty() {
        return lines.isEmpty() && moved.isEmpty();
    }

    /** What a column of the sheet is called. */
    static String label(PlanKey key, Catalog catalog, Screen screen) {
        String label = catalog.of(key.metric()).label(screen.words().texts());
        return key.channel() == null
                ? label
                : screen.say(
                        "report.sheet.channel",
                        label,
                        screen.say("value.channel." + key.channel()));
    }

    private record Teller(Catalog catalog, Screen screen) {

        PlanReview tell(String id, PlanProposal proposal) {
            return new PlanReview(
                    id,
                    proposal.month(),
                    screen.words().month(proposal.month()),
                    proposal.changes().stream().map(this::line).toList(),
                    proposal.moved().stream().map(this::line).toList(),
                    proposal.after().stream().map(goal -> month(goal, proposal)).toList());
        }

        private Line line(SheetChange change) {
            PlanKey key = PlanKey.of(change.metric());
            return line(
                    screen.words().shortDay(change.date()), key, change.before(), change.after());
        }

        private Line month(MonthGoal after, PlanProposal proposal) {
            PlanKey key = PlanKey.of(after);
            Optional<BigDecimal> before =
                    proposal.before().stream()
                            .filter(goal -> PlanKey.of(goal).equals(key))
                            .map(MonthGoal::value)
                            .findFirst();
            return line(screen.say("month.whole"), key, before.orElse(null), after.value());
        }

        private Line line(String day, PlanKey key, @Nullable BigDecimal before, BigDecimal after) {
            Metric metric = catalog.of(key.metric());
            return new Line(
                    day, label(key, catalog, screen), shown(metric, before), shown(metric, after));
        }

        private Shown shown(Metric metric, @Nullable BigDecimal value) {
            return screen.figures()
                    .value(
                            value == null
                                    ? MetricValue.missing("no_goal")
                                    : MetricValue.known(value),
                            metric.unit());
        }
    }
}
