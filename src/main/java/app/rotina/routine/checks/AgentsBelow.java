package app.rotina.routine.checks;

import app.rotina.insight.rates.Funnel;
import app.rotina.insight.rates.Trials;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Names the agents whose conversations of four weeks became fewer orders than chance makes of the
 * whole team's rate, so that few conversations never tell against anybody.
 */
@Component
final class AgentsBelow implements Judge {
    /** Between both sides, shared out over all agents that are looked at. */
    private static final double OUTSIDE = .002;

    private static final int DAYS = 28;
    private static final String AGENT = "agent";
    private static final String ORDERS = "chat_orders";
    private static final String ASKED = "conversations";

    private final Metrics metrics;

    AgentsBelow(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public String id() {
        return "agents_below";
    }

    @Override
    public Ruling on(Store store, Turn turn) {
        Days days = new Days(turn.last().minusDays(DAYS - 1L), turn.last());
        Optional<String> unknown = metrics.value(store, ASKED, days).missing();
        if (unknown.isPresent()) {
            return Ruling.untold(unknown.get());
        }
        Question question = new Question(List.of(ORDERS, ASKED), List.of(AGENT), days, Map.of());
        List<Trials> team =
                metrics.rows(store, question).stream()
                        .filter(row -> !row.keys().getOrDefault(AGENT, "").isEmpty())
                        .map(AgentsBelow::trials)
                        .filter(one -> one.trials() > 0)
                        .toList();
        if (team.size() < 2) {
            return Ruling.untold("nothing_to_compare");
        }
        double rate = Trials.pooled(team);
        Funnel chance = new Funnel(rate, OUTSIDE / team.size());
        BigDecimal order = ofOneOrder(store, days);
        return Ruling.found(
                team.stream()
                        .filter(one -> chance.place(one) == Funnel.Place.BELOW)
                        .map(one -> finding(store, one, rate * one.trials(), order))
                        .sorted(
                                Comparator.comparing(Finding::stake)
                                        .reversed()
                                        .thenComparing(Finding::subject))
                        .toList());
    }

    private static Trials trials(Answer.Row row) {
        int asked = whole(row, ASKED);
        return new Trials(
                row.keys().getOrDefault(AGENT, ""), Math.min(whole(row, ORDERS), asked), asked);
    }

    private static int whole(Answer.Row row, String metric) {
        return row.values()
                .getOrDefault(metric, MetricValue.missing("no_source"))
                .known()
                .map(BigDecimal::intValue)
                .orElse(0);
    }

    /** What an order by chat brings; zero where that is not known. */
    private BigDecimal ofOneOrder(Store store, Days days) {
        Question question =
                new Question(
                        List.of("average_order_value"), List.of(), days, Map.of("channel", "chat"));
        return metrics.answer(store, question)
                .total()
                .getOrDefault("average_order_value", MetricValue.missing("no_source"))
                .known()
                .orElse(BigDecimal.ZERO);
    }

    private static Finding finding(Store store, Trials agent, double expected, BigDecimal order) {
        BigDecimal lost =
                BigDecimal.valueOf(expected - agent.successes())
                        .multiply(order)
                        .divide(BigDecimal.valueOf(DAYS), MathContext.DECIMAL64)
                        .setScale(
                                store.currency().getDefaultFractionDigits(), RoundingMode.HALF_UP);
        return new Finding(
                Map.of(AGENT, agent.name()),
                BigDecimal.valueOf(agent.successes()),
                BigDecimal.valueOf(Math.round(expected)),
                lost);
    }
}
