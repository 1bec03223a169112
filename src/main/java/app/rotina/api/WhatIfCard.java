package app.rotina.api;

import app.rotina.kernel.MetricValue;
import app.rotina.routine.Outlook;
import app.rotina.routine.WhatIf;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a month would come to with other drivers.
 *
 * @param effects what each driver brings of the difference; they sum to it
 * @param missing why what is null cannot be told
 */
record WhatIfCard(
        List<LevelCard> drivers,
        @Nullable Object projection,
        @Nullable Object low,
        @Nullable Object high,
        @Nullable Object probability,
        @Nullable Object difference,
        List<EffectOfDriver> effects,
        Map<String, String> missing) {

    record LevelCard(String metric, @Nullable Object expected, @Nullable Object supposed) {}

    record EffectOfDriver(String metric, @Nullable Object amount) {}

    static WhatIfCard of(WhatIf what, String metric, Figures figures) {
        Outlook outlook = what.outlook();
        return new WhatIfCard(
                what.levels().stream()
                        .map(one ->
                                new LevelCard(
                                        one.metric(),
                                        figures.of(one.metric(), MetricValue.known(one.expected())),
                                        figures.of(
                                                one.metric(), MetricValue.known(one.supposed()))))
                        .toList(),
                figures.of(metric, outlook.projection()),
                figures.of(metric, outlook.low()),
                figures.of(metric, outlook.high()),
                Figures.plain(outlook.probability()),
                figures.of(metric, what.difference()),
                what.effects().stream()
                        .map(part ->
                                new EffectOfDriver(
                                        part.metric(),
                                        figures.of(metric, MetricValue.known(part.amount()))))
                        .toList(),
                OutlookCard.missing(outlook));
    }
}
