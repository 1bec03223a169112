package app.rotina.api;

import app.rotina.routine.Causes;
import app.rotina.routine.DailyClose.Cut;
import app.rotina.routine.DailyClose.Why;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Why a figure is what it is, as the interface carries it: drivers sum to the gap; so do the parts
 * of each cut; so do causes, common and rest. The causes of a driver sum to its amount.
 *
 * @param causes the segments that stand out, the largest amount first
 * @param common what everything else shifted alike
 * @param ending how the search for segments ended: noise, small, more, no_history or not_a_sum
 */
record WhyCard(
        String against,
        @Nullable Object gap,
        List<DriverCard> drivers,
        List<CutCard> cuts,
        List<CauseCard> causes,
        @Nullable Object common,
        @Nullable Object rest,
        @Nullable String ending,
        @JsonProperty("driver_causes") List<DriverCausesCard> driverCauses) {

    record DriverCard(String metric, @Nullable Object amount) {}

    record CutCard(String dimension, List<PartCard> parts) {}

    record PartCard(String value, @Nullable Object amount) {}

    /** One segment: dimension → value, and its money against what was to be expected. */
    record CauseCard(
            Map<String, String> where,
            @Nullable Object amount,
            @Nullable Object actual,
            @Nullable Object expected) {}

    /**
     * The segments that moved one driver.
     *
     * @param mix what a change of the segments' shares did to a rate
     */
    record DriverCausesCard(
            String metric,
            @Nullable Object amount,
            List<CauseCard> causes,
            @Nullable Object common,
            @Nullable Object mix,
            @Nullable Object rest,
            String ending) {}

    /** In the unit of the metric that is explained. */
    static WhyCard of(Why why, Function<BigDecimal, @Nullable Object> written) {
        @Nullable Causes all = why.causes().isEmpty() ? null : why.causes().getFirst();
        return new WhyCard(
                why.against(),
                why.gap().known().map(written).orElse(null),
                why.drivers().stream()
                        .map(part -> new DriverCard(part.metric(), written.apply(part.amount())))
                        .toList(),
                why.cuts().stream().map(cut -> cut(cut, written)).toList(),
                all == null ? List.of() : causes(all, written),
                all == null ? null : written.apply(all.common()),
                all == null ? null : written.apply(all.rest()),
                all == null ? null : ending(all),
                why.causes().stream().skip(1).map(one -> driver(one, written)).toList());
    }

    private static CutCard cut(Cut cut, Function<BigDecimal, @Nullable Object> written) {
        return new CutCard(
                cut.dimension(),
                cut.parts().stream()
                        .map(part -> new PartCard(part.value(), written.apply(part.amount())))
                        .toList());
    }

    private static DriverCausesCard driver(
            Causes causes, Function<BigDecimal, @Nullable Object> written) {
        return new DriverCausesCard(
                causes.metric(),
                written.apply(causes.whole()),
                causes(causes, written),
                written.apply(causes.common()),
                written.apply(causes.mix()),
                written.apply(causes.rest()),
                ending(causes));
    }

    private static List<CauseCard> causes(
            Causes causes, Function<BigDecimal, @Nullable Object> written) {
        return causes.named().stream()
                .map(each ->
                        new CauseCard(
                                each.where(),
                                written.apply(each.amount()),
                                written.apply(each.actual()),
                                written.apply(each.expected())))
                .toList();
    }

    private static String ending(Causes causes) {
        return causes.ending().name().toLowerCase(Locale.ROOT);
    }
}
