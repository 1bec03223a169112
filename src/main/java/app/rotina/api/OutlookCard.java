package app.rotina.api;

import app.rotina.kernel.MetricValue;
import app.rotina.routine.MonthOutlook;
import app.rotina.routine.MonthOutlook.Channel;
import app.rotina.routine.MonthOutlook.DriverNeed;
import app.rotina.routine.Outlook;
import app.rotina.routine.WhatIf;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a month will come to.
 *
 * @param low what it stays above in nine of ten cases
 * @param high what it stays below in nine of ten cases
 * @param probability of reaching the goal, from 0 to 1
 * @param missing why what is null cannot be told
 */
record OutlookCard(
        String store,
        YearMonth month,
        @JsonProperty("as_of") LocalDate asOf,
        String metric,
        @JsonProperty("to_date") @Nullable Object toDate,
        @Nullable Object goal,
        @Nullable Object projection,
        @Nullable Object low,
        @Nullable Object high,
        @Nullable Object probability,
        Map<String, String> missing,
        List<ChannelOutlookCard> channels,
        List<DriverNeedCard> drivers,
        @JsonProperty("what_if") @Nullable WhatIfCard whatIf) {

    record ChannelOutlookCard(
            String channel,
            @JsonProperty("to_date") @Nullable Object toDate,
            @Nullable Object goal,
            @Nullable Object projection,
            @Nullable Object low,
            @Nullable Object high,
            @Nullable Object probability,
            Map<String, String> missing) {}

    record DriverNeedCard(String metric, @Nullable Object expected, @Nullable Object needed) {}

    /**
     * @param whatIf absence: nothing was supposed
     */
    static OutlookCard of(MonthOutlook month, @Nullable WhatIf whatIf, Figures figures) {
        String metric = month.metric();
        Outlook outlook = month.outlook();
        return new OutlookCard(
                month.store(),
                month.month(),
                month.asOf(),
                metric,
                figures.of(metric, month.toDate()),
                figures.of(metric, month.goal()),
                figures.of(metric, outlook.projection()),
                figures.of(metric, outlook.low()),
                figures.of(metric, outlook.high()),
                Figures.plain(outlook.probability()),
                allMissing(month),
                month.channels().stream().map(one -> channel(one, metric, figures)).toList(),
                month.drivers().stream().map(one -> driver(one, figures)).toList(),
                whatIf == null ? null : WhatIfCard.of(whatIf, metric, figures));
    }

    private static Map<String, String> allMissing(MonthOutlook month) {
        Map<String, String> missing = new LinkedHashMap<>();
        month.toDate().missing().ifPresent(reason -> missing.put("to_date", reason));
        missing.putAll(missing(month.outlook()));
        return missing;
    }

    private static ChannelOutlookCard channel(Channel line, String metric, Figures figures) {
        Outlook outlook = line.outlook();
        return new ChannelOutlookCard(
                line.channel(),
                figures.of(metric, line.toDate()),
                figures.of(metric, line.goal()),
                figures.of(metric, outlook.projection()),
                figures.of(metric, outlook.low()),
                figures.of(metric, outlook.high()),
                Figures.plain(outlook.probability()),
                missing(outlook));
    }

    private static DriverNeedCard driver(DriverNeed need, Figures figures) {
        return new DriverNeedCard(
                need.metric(),
                figures.of(need.metric(), need.expected()),
                figures.of(need.metric(), need.needed()));
    }

    /** The reasons of what cannot be told. */
    static Map<String, String> missing(Outlook outlook) {
        Map<String, MetricValue> parts = new LinkedHashMap<>();
        parts.put("projection", outlook.projection());
        parts.put("low", outlook.low());
        parts.put("high", outlook.high());
        parts.put("probability", outlook.probability());
        Map<String, String> missing = new LinkedHashMap<>();
        parts.forEach(
                (name, value) -> value.missing().ifPresent(reason -> missing.put(name, reason)));
        return missing;
    }
}
