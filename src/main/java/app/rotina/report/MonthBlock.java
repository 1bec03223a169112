package app.rotina.report;

import app.rotina.kernel.MetricValue;
import app.rotina.report.Paper.Cell;
import app.rotina.report.Paper.Fact;
import app.rotina.report.Paper.Facts;
import app.rotina.report.Report.Month;
import app.rotina.routine.DailyClose.MonthStanding;
import app.rotina.routine.Outlook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the month stands: so far, where it is heading, and how likely its goal is. */
record MonthBlock(Telling telling) {
    private static final BigDecimal LEAST = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("0.99");

    Facts facts() {
        MonthStanding standing = standing();
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new Fact(
                        telling.say(isOver() ? "month.brought" : "month.to_date"),
                        telling.cell(standing.toDate()),
                        telling.share(standing.toDate(), standing.goal(), 1)
                                .map(share -> telling.say("month.share", share))
                                .orElse("")));
        facts.add(new Fact(telling.say("month.goal"), telling.cell(standing.goal()), ""));
        if (!isOver()) {
            facts.add(
                    new Fact(
                            telling.say("month.projection"),
                            telling.cell(standing.projection()),
                            range(standing.outlook()).orElse("")));
            chance(standing.outlook())
                    .ifPresent(chance ->
                            facts.add(
                                    new Fact(telling.say("month.chance"), Cell.plain(chance), "")));
            addNeeded(standing, facts);
        }
        String name = telling.formats().month(month().month());
        return new Facts(name, facts);
    }

    private void addNeeded(MonthStanding standing, List<Fact> facts) {
        if (standing.requiredTomorrow().known().isPresent()) {
            facts.add(
                    new Fact(
                            telling.say("month.required"),
                            telling.cell(standing.requiredTomorrow()),
                            telling.say(
                                    "month.required_mean",
                                    telling.cell(standing.requiredPerDay()).text())));
        }
    }

    Optional<String> range(Outlook outlook) {
        return outlook.low()
                .known()
                .filter(low -> !isOver())
                .flatMap(low ->
                        outlook.high()
                                .known()
                                .map(high ->
                                        telling.say(
                                                "month.range",
                                                telling.text(low),
                                                telling.text(high))));
    }

    /** In whole per cent, never sure of anything; empty where it cannot be told. */
    Optional<String> chance(Outlook outlook) {
        return outlook.probability()
                .known()
                .filter(p -> !isOver())
                .map(p -> p.max(LEAST).min(MOST))
                .map(p -> telling.formats().percent(p, 0));
    }

    boolean isOver() {
        return month().asOf().equals(month().month().atEndOfMonth());
    }

    MonthStanding standing() {
        return month().standing();
    }

    MetricValue projection() {
        return standing().projection();
    }

    private Month month() {
        return telling.report().month();
    }
}
