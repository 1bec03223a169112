package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric;
import app.rotina.routine.DailyClose.MonthStanding;
import app.rotina.routine.MonthAccount;
import app.rotina.routine.MonthAccount.Stage;
import app.rotina.routine.Outlook;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "will the month make it?", in one sentence, and what it rests on.
 *
 * @param kind {@code met}, {@code missed}, {@code open}, {@code no_goal} or {@code no_data}
 * @param reached percent of the goal from 0 to 100, for the bar; absence: no goal
 */
record MonthVerdict(
        String kind,
        String label,
        String sentence,
        List<String> details,
        @Nullable BigDecimal reached) {
    private static final BigDecimal LIKELY = new BigDecimal("0.8");
    private static final BigDecimal UNLIKELY = new BigDecimal("0.2");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static MonthVerdict of(MonthAccount account, Metric metric, Figures figures) {
        return new Teller(account, metric, figures).tell();
    }

    private record Teller(MonthAccount account, Metric metric, Figures figures) {

        MonthVerdict tell() {
            String kind = kind();
            return new MonthVerdict(
                    kind,
                    words().say("month.label." + label(kind)),
                    sentence(kind),
                    details(),
                    reached());
        }

        private MonthStanding month() {
            return account.standing();
        }

        private Outlook outlook() {
            return month().outlook();
        }

        private boolean isOver() {
            return account.stage() == Stage.OVER;
        }

        private String kind() {
            if (outlook().projection().known().isEmpty()) {
                return "no_data";
            }
            Optional<BigDecimal> surplus = surplus();
            if (surplus.isEmpty()) {
                return "no_goal";
            }
            if (isOver() || isReached()) {
                return surplus.get().signum() >= 0 ? "met" : "missed";
            }
            Optional<BigDecimal> chance = outlook().probability().known();
            if (chance.isPresent() && chance.get().compareTo(LIKELY) >= 0) {
                return "met";
            }
            return chance.filter(one -> one.compareTo(UNLIKELY) <= 0).isPresent()
                    ? "missed"
                    : "open";
        }

        private boolean isReached() {
            return month().goal()
                    .known()
                    .flatMap(goal -> month().toDate().known().map(goal::compareTo))
                    .filter(sign -> sign <= 0)
                    .isPresent();
        }

        private String label(String kind) {
            boolean ahead = !isOver() && !isReached();
            return ahead && (kind.equals("met") || kind.equals("missed")) ? kind + "_ahead" : kind;
        }

        private Optional<BigDecimal> surplus() {
            return month().goal()
                    .known()
                    .flatMap(goal -> outlook().projection().known().map(end -> end.subtract(goal)));
        }

        private String sentence(String kind) {
            if (kind.equals("no_data")) {
                boolean ahead = account.stage() == Stage.AHEAD;
                return words().say(ahead ? "month.verdict.ahead" : "month.verdict.no_data");
            }
            if (kind.equals("no_goal")) {
                return words().say(
                                isOver() ? "month.verdict.closed" : "month.verdict.heading",
                                money(outlook().projection()));
            }
            BigDecimal surplus = surplus().orElse(BigDecimal.ZERO);
            String amount = figures.text(surplus.abs(), metric.unit());
            if (isOver()) {
                return words().say(
                                surplus.signum() < 0 ? "month.verdict.missed" : "month.verdict.met",
                                amount);
            }
            return isReached() ? words().say("month.verdict.reached") : expected(surplus, amount);
        }

        private String expected(BigDecimal surplus, String amount) {
            String way = surplus.signum() < 0 ? "short" : "above";
            return outlook()
                    .probability()
                    .known()
                    .map(chance ->
                            words().say(
                                            "month.verdict." + way + "_chance",
                                            amount,
                                            MonthCard.likely(chance, words())))
                    .orElseGet(() -> words().say("month.verdict." + way, amount));
        }

        private List<String> details() {
            List<String> details = new ArrayList<>();
            if (month().toDate().known().isPresent() && month().goal().known().isPresent()) {
                details.add(
                        words().say(
                                        isOver() ? "month.detail.closed" : "month.detail.so_far",
                                        money(month().toDate()),
                                        money(month().goal())));
            }
            if (!isOver()) {
                ending().ifPresent(details::add);
                pace().ifPresent(details::add);
            }
            return details;
        }

        private Optional<String> ending() {
            if (outlook().projection().known().isEmpty()) {
                return Optional.empty();
            }
            String end = money(outlook().projection());
            return Optional.of(
                    outlook().low().known().isEmpty()
                            ? words().say("month.detail.end_only", end)
                            : words().say(
                                            "month.detail.end",
                                            end,
                                            money(outlook().low()),
                                            money(outlook().high())));
        }

        private Optional<String> pace() {
            boolean told =
                    month().requiredPerDay().known().filter(one -> one.signum() > 0).isPresent();
            if (!told) {
                return Optional.empty();
            }
            return Optional.of(
                    account.stage() == Stage.AHEAD
                            ? words().say(
                                            "month.detail.pace_ahead",
                                            money(month().requiredPerDay()))
                            : words().say(
                                            "month.detail.pace",
                                            money(month().requiredPerDay()),
                                            words().shortDay(account.outlook().asOf().plusDays(1)),
                                            money(month().requiredTomorrow())));
        }

        private @Nullable BigDecimal reached() {
            return month().goal()
                    .known()
                    .filter(goal -> goal.signum() > 0)
                    .flatMap(goal ->
                            month().toDate()
                                    .known()
                                    .map(done ->
                                            done.multiply(HUNDRED)
                                                    .divide(goal, MathContext.DECIMAL32)
                                                    .max(BigDecimal.ZERO)
                                                    .min(HUNDRED)))
                    .orElse(null);
        }

        private String money(MetricValue value) {
            return figures.value(value, metric.unit()).text();
        }

        private Words words() {
            return figures.words();
        }
    }
}
