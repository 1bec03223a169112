package app.rotina.api;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Catalog;
import app.rotina.review.ByChannel;
import app.rotina.review.Judged;
import app.rotina.review.Part;
import app.rotina.review.Review;
import app.rotina.routine.MonthOutlook.DriverNeed;
import app.rotina.routine.MonthPlan;
import app.rotina.state.Task;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A review as the interface carries it.
 *
 * @param report the figures of its period; of a signed review as they were signed
 * @param worked what brought money, the largest first
 * @param failed what cost some, the largest first
 * @param rest of the gap that no segment named in either holds
 * @param signed absence: it is not signed
 * @param since what figures say now that say otherwise than when it was signed
 */
record ReviewCard(
        ReportDocument report,
        List<PartCard> worked,
        List<PartCard> failed,
        @Nullable Object rest,
        List<NeedCard> needs,
        List<Map<String, @Nullable Object>> channels,
        @Nullable PlanCard plan,
        List<TextCard> texts,
        @Nullable SignedCard signed,
        List<SinceCard> since) {

    /**
     * Something that brought money or cost some.
     *
     * @param amount of an action its effect in a week, in the unit of its metric
     * @param task absence: nobody made it one
     */
    record PartCard(
            String key,
            String kind,
            String metric,
            Map<String, String> where,
            @Nullable Object amount,
            @Nullable Long action,
            @Nullable Long task) {}

    /** What a driver would have to be on the days that remain of the month. */
    record NeedCard(String metric, @Nullable Object expected, @Nullable Object needed) {}

    /** The month that follows. */
    record PlanCard(
            YearMonth month,
            String metric,
            @Nullable Object goal,
            @Nullable Object projection,
            List<LeverCard> drivers) {}

    /** A driver of the plan; {@code goal} is null where it follows from the others. */
    record LeverCard(
            String metric,
            @Nullable Object expected,
            @Nullable Object needed,
            @Nullable Object goal) {}

    record TextCard(String section, String text, String by, Instant at) {}

    record SignedCard(String by, Instant at) {}

    record SinceCard(String metric, @Nullable Object then, @Nullable Object now) {}

    /** What is shown of a review beside its figures. */
    record Shown(Review review, Map<String, Task> tasks) {}

    static ReviewCard of(Shown shown, Catalog catalog) {
        Figures figures =
                new Figures(catalog, shown.review().figures().report().store().currency());
        return new Writer(shown.review(), shown.tasks(), catalog, figures).card();
    }

    private record Writer(
            Review review, Map<String, Task> tasks, Catalog catalog, Figures figures) {

        ReviewCard card() {
            Judged judged = review.judged();
            String metric = review.figures().report().headline().metric();
            Review.@Nullable Signed signed = review.signed();
            return new ReviewCard(
                    ReportDocument.of(review.figures().report(), catalog),
                    judged.worked().stream().map(part -> part(part, metric)).toList(),
                    judged.failed().stream().map(part -> part(part, metric)).toList(),
                    figures.of(metric, judged.rest()),
                    review.figures().report().needs().stream().map(this::need).toList(),
                    channels(review.figures().channels()),
                    plan(review.figures().plan()),
                    review.texts().stream()
                            .map(text ->
                                    new TextCard(
                                            text.section().id(),
                                            text.body(),
                                            text.who(),
                                            text.at()))
                            .toList(),
                    signed == null ? null : new SignedCard(signed.who(), signed.at()),
                    review.since().stream()
                            .map(each ->
                                    new SinceCard(
                                            each.metric(),
                                            figures.of(each.metric(), each.then()),
                                            figures.of(each.metric(), each.now())))
                            .toList());
        }

        private PartCard part(Part part, String metric) {
            boolean action = part.kind() == Part.Kind.ACTION;
            @Nullable Task task = tasks.get(part.key());
            return new PartCard(
                    part.key(),
                    part.kind().id(),
                    part.metric(),
                    part.where(),
                    figures.of(action ? part.metric() : metric, part.amount()),
                    part.effect() == null ? null : part.effect().action().id(),
                    task == null ? null : task.id());
        }

        private NeedCard need(DriverNeed need) {
            return new NeedCard(
                    need.metric(),
                    figures.of(need.metric(), need.expected()),
                    figures.of(need.metric(), need.needed()));
        }

        private List<Map<String, @Nullable Object>> channels(@Nullable ByChannel channels) {
            return channels == null
                    ? List.of()
                    : channels.rows().stream().map(row -> channel(channels, row)).toList();
        }

        private Map<String, @Nullable Object> channel(ByChannel channels, ByChannel.Row row) {
            Map<String, @Nullable Object> card = new LinkedHashMap<>();
            card.put(channels.dimension(), row.channel());
            for (int i = 0; i < channels.metrics().size(); i++) {
                String metric = channels.metrics().get(i);
                card.put(metric, figures.of(metric, row.figures().get(i)));
                card.put("previous_" + metric, figures.of(metric, row.before().get(i)));
            }
            return card;
        }

        private @Nullable PlanCard plan(@Nullable MonthPlan plan) {
            return plan == null
                    ? null
                    : new PlanCard(
                            plan.month(),
                            plan.metric(),
                            figures.of(plan.metric(), plan.goal()),
                            figures.of(plan.metric(), plan.projection()),
                            plan.levers().stream()
                                    .map(lever ->
                                            new LeverCard(
                                                    lever.metric(),
                                                    known(lever.metric(), lever.expected()),
                                                    known(lever.metric(), lever.needed()),
                                                    figures.of(lever.metric(), lever.goal())))
                                    .toList());
        }

        private @Nullable Object known(String metric, BigDecimal value) {
            return figures.of(metric, MetricValue.known(value));
        }
    }
}
