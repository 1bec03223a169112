package app.rotina.web;

import app.rotina.goals.CommercialCalendar;
import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * The span of days that a page looks at, how finely, and what it is held against; all of it stands
 * in the page's address.
 *
 * @param chosen the grain somebody asked for; absence: the one that fits the span
 * @param before the days it is held against; absence: none, or there is no such event
 */
record Period(
        Preset preset,
        Days days,
        @Nullable Grain chosen,
        Counterpart against,
        @Nullable Days before,
        Now now) {
    private static final int LONGEST = 7400; // a little more than twenty years

    /**
     * When a page is looked at. Where the data end before yesterday, spans count back from there.
     *
     * @param through the last day that orders were delivered for; absence: none
     * @param weekStart the day that the store's weeks begin with
     * @param begun the first day that orders were delivered for; absence: none
     */
    record Now(
            LocalDate today,
            @Nullable LocalDate through,
            CommercialCalendar calendar,
            DayOfWeek weekStart,
            @Nullable LocalDate begun) {

        /** True where the data end before yesterday. */
        boolean isBehind() {
            return through != null && through.isBefore(today.minusDays(1));
        }

        /** The day that spans are counted from. */
        LocalDate at() {
            return through != null && isBehind() ? through : today;
        }

        /** The last day that is over and, where anything was delivered, known. */
        LocalDate lastWhole() {
            return isBehind() ? at() : today.minusDays(1);
        }

        /** The same, or today where today's orders are coming in. */
        LocalDate lastBegun() {
            boolean begun = through != null && !through.isBefore(today);
            return begun ? today : lastWhole();
        }
    }

    /** A span as an address says it: by a name, or from a day to a day. */
    record AskedSpan(
            @Nullable String span,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @Nullable String grain,
            @Nullable String against) {

        private Preset preset() {
            if (span == null || span.isEmpty()) {
                return from == null ? Preset.LAST_28 : Preset.CUSTOM;
            }
            return named(Preset.class, span);
        }

        private Days days(Preset preset, Now now) {
            if (preset != Preset.CUSTOM || from == null) {
                return preset.days(now);
            }
            LocalDate end = to == null ? now.lastBegun() : to;
            return from.isAfter(end) ? new Days(end, from) : new Days(from, end);
        }
    }

    /** Part of a span that is drawn as one point. */
    record Bucket(LocalDate first, Days days, State state) {
        /** Whether all its days are in. */
        enum State {
            WHOLE,
            /** The span begins or ends within it. */
            CUT,
            /** Some of its days are still to come, or not over yet. */
            SO_FAR
        }

        boolean isSoFar() {
            return state == State.SO_FAR;
        }
    }

    static Period of(AskedSpan asked, Now now) {
        Preset preset = asked.preset();
        Days days = asked.days(preset, now);
        if (days.count() > LONGEST) {
            throw new RotinaException(Problem.BAD_ARGUMENT, days.from() + " … " + days.to());
        }
        Counterpart against =
                asked.against() == null || asked.against().isEmpty()
                        ? Counterpart.PREVIOUS
                        : named(Counterpart.class, asked.against());
        @Nullable Grain grain =
                asked.grain() == null || asked.grain().isEmpty()
                        ? null
                        : named(Grain.class, asked.grain());
        return new Period(
                preset,
                days,
                grain,
                against,
                against.before(preset, days, now.calendar()).orElse(null),
                now);
    }

    private static <E extends Enum<E>> E named(Class<E> type, String word) {
        for (E each : type.getEnumConstants()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return each;
            }
        }
        throw new RotinaException(Problem.BAD_ARGUMENT, word);
    }

    Grain grain() {
        return (chosen == null ? Grain.fitting(days) : chosen).within(days);
    }

    /** True where the span reaches into a day, or a unit of the calendar, that is not over. */
    boolean isSoFar() {
        return preset.unit() != null || !days.to().isBefore(now.today());
    }

    List<Bucket> buckets() {
        return buckets(days);
    }

    /** The points of the days it is held against, in the same order as its own. */
    List<Bucket> bucketsBefore() {
        return before == null ? List.of() : buckets(before);
    }

    private List<Bucket> buckets(Days span) {
        return firsts(span).stream().map(first -> bucket(first, span)).toList();
    }

    /** The first days of the points of a span. */
    List<LocalDate> firsts(Days span) {
        return grain().firsts(span, now.weekStart());
    }

    private Bucket bucket(LocalDate first, Days span) {
        LocalDate last = grain().next(first).minusDays(1);
        boolean cut = first.isBefore(span.from()) || last.isAfter(span.to());
        Days within = grain().days(first, span);
        if (last.isAfter(now.lastWhole())) {
            return new Bucket(first, within, Bucket.State.SO_FAR);
        }
        return new Bucket(first, within, cut ? Bucket.State.CUT : Bucket.State.WHOLE);
    }

    /** As an address says it. */
    String query() {
        return query(chosen);
    }

    /** The same span by another grain; absence: the one that fits. */
    String query(@Nullable Grain grain) {
        String span =
                preset == Preset.CUSTOM
                        ? "span=custom&from=" + days.from() + "&to=" + days.to()
                        : "span=" + preset.id();
        String by = grain == null ? "" : "&grain=" + grain.id();
        return span + by + (against == Counterpart.PREVIOUS ? "" : "&against=" + against.id());
    }

    /** The first day of data, where some of the days it is held against lie before it. */
    Optional<LocalDate> begunWithinBefore() {
        @Nullable LocalDate begun = now.begun();
        return before == null
                        || begun == null
                        || !before.contains(begun)
                        || begun.equals(before.from())
                ? Optional.empty()
                : Optional.of(begun);
    }

    /** The same days, held against nothing. */
    Period alone() {
        return new Period(preset, days, chosen, Counterpart.NONE, null, now);
    }

    /** The span's days as pages of rows take them. */
    String rows() {
        return "&from=" + days.from() + "&to=" + days.to();
    }
}
