package app.rotina.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Invented figures in every component, as its page would give them. */
record DesignSamples(
        List<VerdictCard> verdicts,
        List<MetricCard> metrics,
        BigDecimal zero,
        List<Why.Step> steps,
        DesignMonth month,
        List<CheckRow> checks,
        List<TaskCard> tasks) {
    private static final String COURSE =
            "M0 70L8 62L17 66L25 48L33 52L42 40L50 45L58 30L67 36L75 22L83 28L92 44L100 58";

    static DesignSamples of(Words words) {
        return new Sampler(words, currency(words)).samples();
    }

    private static Currency currency(Words words) {
        return Currency.getInstance(
                switch (words.locale().getLanguage()) {
                    case "pt" -> "BRL";
                    case "zh" -> "CNY";
                    default -> "GBP";
                });
    }

    private record Sampler(Words words, Currency currency) {

        DesignSamples samples() {
            Bars bars = Bars.over(List.of(amount("1240"), amount("-2691.79")));
            return new DesignSamples(
                    List.of(verdict("met", "1840.50", "100"), verdict("missed", "2691.79", "86")),
                    metrics(),
                    bars.at(BigDecimal.ZERO),
                    steps(bars),
                    DesignMonth.of(words, currency),
                    checks(),
                    tasks());
        }

        private VerdictCard verdict(String kind, String gap, String reached) {
            return new VerdictCard(
                    kind,
                    words.say("web.verdict.label." + kind),
                    words.say("web.verdict." + kind, money(gap)),
                    words.say("web.verdict.detail", money("15935.99"), money("18627.78")),
                    amount(reached),
                    kind.equals("missed"),
                    null,
                    kind.equals("missed") ? words.say("web.pending", money("4299.86")) : null);
        }

        private List<MetricCard> metrics() {
            String against = words.say("web.same_weekday");
            return List.of(
                    new MetricCard(
                            words.say("design.revenue"),
                            "#metrics",
                            "#metrics",
                            Shown.plain(money("15935.99")),
                            signed("-2691.79"),
                            words.say("design.target", money("18627.78")),
                            percent("-0.291"),
                            against,
                            COURSE,
                            words.say("design.course"),
                            List.of(words.say("web.provisional"))),
                    new MetricCard(
                            words.say("design.orders"),
                            "#metrics",
                            "#metrics",
                            Shown.plain(words.count(1_234_567)),
                            null,
                            "",
                            percent("0.054"),
                            against,
                            COURSE,
                            words.say("design.course"),
                            List.of()),
                    new MetricCard(
                            words.say("design.conversion"),
                            "",
                            "",
                            Shown.missing(words.say("design.no_traffic")),
                            null,
                            "",
                            null,
                            "",
                            "",
                            "",
                            List.of()));
        }

        private List<Why.Step> steps(Bars bars) {
            List<Why.Step> steps = new ArrayList<>();
            BigDecimal sum = BigDecimal.ZERO;
            for (String step : List.of("1240.00", "-1816.68", "-2115.11")) {
                BigDecimal next = sum.add(amount(step));
                steps.add(
                        new Why.Step(
                                "",
                                words.say("design.step." + (steps.size() + 1)),
                                "",
                                words.signedMoney(amount(step), currency),
                                Shown.tone(amount(step).signum(), true),
                                bars.from(sum, next)));
                sum = next;
            }
            return steps;
        }

        private List<CheckRow> checks() {
            return List.of(
                    check("met", "design.check.stock", "design.check.stock.found"),
                    check("missed", "design.check.reply", "design.check.reply.found"),
                    check("pending", "design.check.spend", "design.check.spend.found"),
                    check("no_data", "design.check.visits", "design.check.visits.found"));
        }

        private CheckRow check(String state, String label, String found) {
            return new CheckRow(
                    words.say(label),
                    state,
                    words.say("design.state." + state),
                    words.say(found),
                    state.equals("missed") ? "#checks" : "");
        }

        private List<TaskCard> tasks() {
            return List.of(
                    new TaskCard(
                            words.say("design.task"),
                            words.say("design.task.reason"),
                            Shown.plain(money("1235.39")),
                            "Bia Exemplo",
                            words.say("design.task.due"),
                            false,
                            "#tasks"),
                    new TaskCard(
                            words.say("design.task.late"),
                            words.say("design.task.late.reason"),
                            Shown.missing(words.say("design.no_traffic")),
                            "",
                            words.say("design.task.late.due"),
                            true,
                            ""));
        }

        private Shown signed(String amount) {
            return new Shown(
                    words.signedMoney(amount(amount), currency),
                    Shown.tone(amount(amount).signum(), true),
                    null);
        }

        private Shown percent(String ratio) {
            return new Shown(
                    words.signedPercent(amount(ratio), 1),
                    Shown.tone(amount(ratio).signum(), true),
                    null);
        }

        private String money(String amount) {
            return words.money(amount(amount), currency);
        }

        private static BigDecimal amount(String text) {
            return new BigDecimal(text);
        }
    }
}
