package app.rotina.web;

import org.jspecify.annotations.Nullable;

/**
 * One figure as a card: against its target, against an earlier time, and how it went until now.
 *
 * @param rows the address of the rows behind it; empty: it has none
 * @param gap value less target; absence: it has no target
 * @param target what it was to be, in words; empty: it has no target
 * @param change against an earlier time; absence: it is not compared
 * @param against what it is compared with, in words
 * @param spark the path of its last days on a field of 100 × 100; empty: fewer than two are known
 * @param course how it went, in words, for who does not see the line
 */
record MetricCard(
        String label,
        String rows,
        Shown value,
        @Nullable Shown gap,
        String target,
        @Nullable Shown change,
        String against,
        String spark,
        String course) {}
