package app.rotina.web;

import app.rotina.goals.CalendarEvent.Kind;
import app.rotina.metrics.Metric;
import app.rotina.routine.DailyClose.MonthDay;
import app.rotina.routine.MonthAccount;
import app.rotina.routine.MonthAccount.Stage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The month's days as a calendar, each against its target, or against the mean of the known days
 * where there is none.
 *
 * @param weekdays their names, from the first of the week on
 * @param legend the key of the text that says what a day is held against
 * @param summary all of it in a sentence; empty: no day is known yet
 */
record MonthHeat(List<Weekday> weekdays, List<List<Cell>> weeks, String legend, String summary) {
    private static final BigDecimal DEEP_LOW = new BigDecimal("0.7");
    private static final BigDecimal DEEP_HIGH = new BigDecimal("1.3");

    /** A weekday, short and in full. */
    record Weekday(String narrow, String full) {}

    /**
     * A day, or a place before the first or after the last.
     *
     * @param day its number; empty: no day of the month
     * @param date where it leads; absence: it is still to come
     * @param ratio how much of its target it brought; absence: unknown, or to come
     * @param amount what it brought, or is to bring
     * @param said the whole of it in words
     * @param shade {@code low-2}, {@code low-1}, {@code high-1}, {@code high-2}, {@code ahead} or
     *     {@code dark}
     */
    record Cell(
            String day,
            @Nullable LocalDate date,
            @Nullable String ratio,
            String amount,
            String said,
            String shade,
            boolean event) {
        private static final Cell NONE = new Cell("", null, null, "", "", "", false);
    }

    static MonthHeat of(MonthAccount account, Figures figures, Metric metric, DayOfWeek weekStart) {
        return new Drawing(account, figures, metric, weekStart).draw();
    }

    private record Drawing(
            MonthAccount account, Figures figures, Metric metric, DayOfWeek weekStart) {

        MonthHeat draw() {
            List<List<Cell>> weeks = new ArrayList<>();
            List<Cell> week = new ArrayList<>(blanks(days().getFirst().date().getDayOfWeek()));
            for (MonthDay day : days()) {
                week.add(cell(day));
                if (week.size() == 7) {
                    weeks.add(List.copyOf(week));
                    week.clear();
                }
            }
            if (!week.isEmpty()) {
                week.addAll(Stream.generate(() -> Cell.NONE).limit(7L - week.size()).toList());
                weeks.add(List.copyOf(week));
            }
            return new MonthHeat(weekdays(), weeks, legend(), summary());
        }

        private String legend() {
            if (account.standing().goal().known().isPresent()) {
                return "month.heat.target";
            }
            return account.stage() == Stage.AHEAD ? "month.heat.ahead" : "month.heat.mean";
        }

        private String summary() {
            SortedMap<LocalDate, BigDecimal> known = new TreeMap<>();
            days().forEach(day -> ratio(day).ifPresent(one -> known.put(day.date(), one)));
            if (known.isEmpty()) {
                return "";
            }
            Words words = figures.words();
            Map.Entry<LocalDate, BigDecimal> best =
                    Collections.max(known.entrySet(), Map.Entry.comparingByValue());
            Map.Entry<LocalDate, BigDecimal> worst =
                    Collections.min(known.entrySet(), Map.Entry.comparingByValue());
            return words.say(
                    "month.heat.says",
                    known.size(),
                    known.values().stream()
                            .filter(one -> one.compareTo(BigDecimal.ONE) >= 0)
                            .count(),
                    account.standing().goal().known().isPresent() ? "target" : "mean",
                    words.shortDay(best.getKey()),
                    words.percent(best.getValue(), 0),
                    words.shortDay(worst.getKey()),
                    words.percent(worst.getValue(), 0));
        }

        private List<MonthDay> days() {
            return account.standing().days();
        }

        private List<Cell> blanks(DayOfWeek first) {
            long before = Math.floorMod(first.getValue() - weekStart.getValue(), 7);
            return Stream.generate(() -> Cell.NONE).limit(before).toList();
        }

        private List<Weekday> weekdays() {
            return IntStream.range(0, 7).mapToObj(weekStart::plus).map(this::weekday).toList();
        }

        private Weekday weekday(DayOfWeek day) {
            return new Weekday(
                    day.getDisplayName(TextStyle.SHORT_STANDALONE, figures.words().locale()),
                    day.getDisplayName(TextStyle.FULL_STANDALONE, figures.words().locale()));
        }

        private Cell cell(MonthDay day) {
            boolean begun = !day.date().isAfter(account.outlook().asOf());
            Optional<BigDecimal> ratio = ratio(day);
            Optional<BigDecimal> amount =
                    begun ? day.actual().known() : day.target().known().or(() -> expected(day));
            return new Cell(
                    figures.words().count(day.date().getDayOfMonth()),
                    begun ? day.date() : null,
                    ratio.map(one -> figures.words().percent(one, 0)).orElse(null),
                    amount.map(figures.words()::shortNumber).orElse(""),
                    said(day, begun),
                    begun ? ratio.map(Drawing::shade).orElse("dark") : "ahead",
                    isSpecial(day.date()));
        }

        private Optional<BigDecimal> ratio(MonthDay day) {
            return day.target()
                    .known()
                    .or(this::mean)
                    .filter(base -> base.signum() > 0)
                    .flatMap(base ->
                            day.actual()
                                    .known()
                                    .map(done -> done.divide(base, MathContext.DECIMAL64)));
        }

        /** Of the days that are known, where the month has no goal. */
        private Optional<BigDecimal> mean() {
            List<BigDecimal> known =
                    days().stream().flatMap(day -> day.actual().known().stream()).toList();
            return account.standing().goal().known().isPresent() || known.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            known.stream()
                                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                                    .divide(
                                            BigDecimal.valueOf(known.size()),
                                            MathContext.DECIMAL64));
        }

        private static String shade(BigDecimal ratio) {
            if (ratio.compareTo(BigDecimal.ONE) < 0) {
                return ratio.compareTo(DEEP_LOW) < 0 ? "low-2" : "low-1";
            }
            return ratio.compareTo(DEEP_HIGH) < 0 ? "high-1" : "high-2";
        }

        private String said(MonthDay day, boolean begun) {
            Words words = figures.words();
            String date = words.shortDay(day.date());
            String target = figures.value(day.target(), metric.unit()).text();
            String events =
                    words.list(
                            account.events().stream()
                                    .filter(one -> one.event().days().contains(day.date()))
                                    .map(one -> words.say(one.event().event().textKey()))
                                    .toList());
            String plain =
                    begun
                            ? words.say(
                                    "month.day.said",
                                    date,
                                    figures.value(day.actual(), metric.unit()).text(),
                                    target)
                            : ahead(day, date, target);
            return events.isEmpty() ? plain : plain + " · " + events;
        }

        private String ahead(MonthDay day, String date, String target) {
            Words words = figures.words();
            return expected(day)
                    .filter(any -> day.target().known().isEmpty())
                    .map(one ->
                            words.say("month.day.expected", date, figures.text(one, metric.unit())))
                    .orElseGet(() -> words.say("month.day.ahead", date, target));
        }

        private Optional<BigDecimal> expected(MonthDay day) {
            return Optional.ofNullable(account.expected().get(day.date()));
        }

        private boolean isSpecial(LocalDate date) {
            return account.events().stream()
                    .filter(one -> one.event().event().kind() != Kind.PAYDAY)
                    .anyMatch(one -> one.event().days().contains(date));
        }
    }
}
