package app.rotina.metrics;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.warehouse.Measure;
import app.rotina.warehouse.Measures;
import app.rotina.warehouse.Slice;
import app.rotina.warehouse.Slice.Bucket;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A question taken apart: its time bucket and its dimensions, each checked to exist. */
record Asked(Question question, @Nullable Bucket bucket, List<String> dimensions) {
    private static final String CHANNEL = "channel";
    private static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);
    private static final Map<String, Bucket> BUCKETS =
            Arrays.stream(Bucket.values())
                    .collect(
                            Collectors.toMap(
                                    each -> each.name().toLowerCase(Locale.ROOT), each -> each));

    static Asked of(Question question) {
        @Nullable Bucket bucket = null;
        List<String> dimensions = new ArrayList<>();
        for (String each : question.by()) {
            if (isBucket(each)) {
                bucket = BUCKETS.get(each);
            } else {
                dimensions.add(checked(each));
            }
        }
        question.where().keySet().forEach(Asked::checked);
        return new Asked(question, bucket, List.copyOf(dimensions));
    }

    private static boolean isBucket(String word) {
        return BUCKETS.containsKey(word);
    }

    private static String checked(String dimension) {
        if (!Measures.DIMENSIONS.contains(dimension)) {
            throw new RotinaException(
                    Problem.UNKNOWN_DIMENSION,
                    dimension,
                    "day, week, fortnight, month, quarter, year, "
                            + String.join(", ", Measures.DIMENSIONS));
        }
        return dimension;
    }

    /** True where one figure is wanted, neither by time nor by dimension. */
    boolean isWhole() {
        return bucket == null && dimensions.isEmpty();
    }

    /** The one channel that a row with these values is of; absence: of all. */
    @Nullable String channel(List<String> values) {
        int at = dimensions.indexOf(CHANNEL);
        return at < 0 ? question.where().get(CHANNEL) : values.get(at);
    }

    /** The same without any time or dimension. */
    Asked whole() {
        return of(
                new Question(
                        question.metrics(),
                        List.of(),
                        question.days(),
                        question.where(),
                        question.only(),
                        question.weekStart()));
    }

    Slice slice(List<Measure> measures) {
        return new Slice(
                measures,
                question.days(),
                question.only(),
                bucket,
                dimensions,
                question.where(),
                question.weekStart());
    }

    /** Every day of the question, for figures that do not add up over days. */
    Slice daily(List<Measure> measures) {
        return daily(measures, question.days());
    }

    /** Every day from the beginning to the end of the question, for figures that run on. */
    Slice dailyUpTo(List<Measure> measures) {
        return daily(measures, new Days(BEGINNING, question.days().to()));
    }

    private Slice daily(List<Measure> measures, Days days) {
        return new Slice(measures, days, List.of(), Bucket.DAY, dimensions, question.where());
    }

    /** The days a bucket of the question really holds. */
    Days daysOf(@Nullable LocalDate first) {
        Days all = question.days();
        if (first == null || bucket == null) {
            return all;
        }
        LocalDate last = next(first).minusDays(1);
        return new Days(
                first.isBefore(all.from()) ? all.from() : first,
                last.isAfter(all.to()) ? all.to() : last);
    }

    /** The first days of all the buckets in the question. */
    List<LocalDate> buckets() {
        List<LocalDate> all = new ArrayList<>();
        for (LocalDate at = firstOf(question.days().from());
                !at.isAfter(question.days().to());
                at = next(at)) {
            all.add(at);
        }
        if (!question.only().isEmpty()) {
            all.retainAll(question.only());
        }
        return all;
    }

    private LocalDate firstOf(LocalDate day) {
        return switch (bucketOrDay()) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(question.weekStart()));
            case FORTNIGHT -> day.withDayOfMonth(day.getDayOfMonth() > 15 ? 16 : 1);
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    private LocalDate next(LocalDate first) {
        return switch (bucketOrDay()) {
            case DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case FORTNIGHT ->
                    first.getDayOfMonth() == 1
                            ? first.withDayOfMonth(16)
                            : first.withDayOfMonth(1).plusMonths(1);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(3);
            case YEAR -> first.plusYears(1);
        };
    }

    private Bucket bucketOrDay() {
        return bucket == null ? Bucket.DAY : bucket;
    }

    /** A bucket as answers name it: a date, or the month or year where one is meant. */
    String name(LocalDate first) {
        return switch (bucketOrDay()) {
            case DAY, WEEK, FORTNIGHT -> first.toString();
            case MONTH -> first.toString().substring(0, 7);
            case QUARTER -> first.getYear() + "-Q" + ((first.getMonthValue() - 1) / 3 + 1);
            case YEAR -> String.valueOf(first.getYear());
        };
    }

    /** A measure that was asked for, and whether it can be taken by all the dimensions. */
    record Part(Measure measure, boolean apart) {}

    /**
     * One row of the answer being put together.
     *
     * @param channel the only one it is of; absence: of all
     * @param sums the figures by name: its own, and those of cells, which others may hold too
     * @param parts what was asked for, by name
     */
    record Key(
            @Nullable LocalDate bucket,
            List<String> values,
            @Nullable String channel,
            Days days,
            List<Map<String, BigDecimal>> sums,
            Map<String, Part> parts) {

        Map<String, String> named(Asked asked, Map<LocalDate, String> times) {
            Map<String, String> named = new LinkedHashMap<>();
            int at = 0;
            for (String each : asked.question().by()) {
                boolean time = bucket != null && isBucket(each);
                named.put(
                        each,
                        time ? times.computeIfAbsent(bucketDay(), asked::name) : values.get(at));
                at += time ? 0 : 1;
            }
            return named;
        }

        LocalDate bucketDay() {
            return bucket == null ? BEGINNING : bucket;
        }

        Map<String, BigDecimal> own() {
            return sums.getFirst();
        }

        private @Nullable BigDecimal sum(String name) {
            for (Map<String, BigDecimal> part : sums) {
                @Nullable BigDecimal sum = part.get(name);
                if (sum != null) {
                    return sum;
                }
            }
            return null;
        }

        /** Its measured figures by name. */
        Function<String, MetricValue> values(Covered covered) {
            Covered.On told = covered.on(days);
            return name -> value(name, told, covered);
        }

        private MetricValue value(String name, Covered.On told, Covered covered) {
            @Nullable Part part = parts.get(name);
            if (part == null) {
                return MetricValue.missing("no_source");
            }
            Measure measure = part.measure();
            boolean unknown = told.unknown(measure);
            if (!unknown && !part.apart()) {
                return MetricValue.missing("no_dimension");
            }
            @Nullable BigDecimal sum = sum(name);
            if (sum != null && channel == null && covered.mixes(measure)) {
                return MetricValue.missing("platforms_apart");
            }
            if (sum == null && channel != null && !covered.reports(measure, channel)) {
                return MetricValue.missing("no_source");
            }
            return sum == null || (unknown && !told.told(measure, sum))
                    ? told.whenSilent(measure)
                    : MetricValue.known(sum);
        }
    }
}
