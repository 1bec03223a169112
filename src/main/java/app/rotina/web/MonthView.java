package app.rotina.web;

import app.rotina.goals.CommercialCalendar;
import app.rotina.goals.EventDays;
import app.rotina.kernel.Days;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.routine.MonthAccount;
import app.rotina.routine.MonthAccount.Compared;
import app.rotina.routine.MonthAccount.EventAhead;
import app.rotina.routine.MonthAccount.Stage;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One month as its page shows it.
 *
 * @param next absence: it is too far ahead
 * @param metric what the verdict is about
 * @param span what to add to an address of rows of the days that are known; absence: none is
 * @param frame what its figures mean: which revenue, whose day, up to when
 * @param dark days that should have arrived and have not, in words; absence: none
 * @param goalPath where the goal is set
 * @param channels empty: there is nothing to tell apart
 * @param levers without any: the metric is no revenue
 * @param answer absence: nothing is supposed
 * @param marks what happened on its days
 * @param past true where no day is still to come
 * @param running true where some have been and some are still to come
 */
record MonthView(
        YearMonth month,
        String title,
        YearMonth previous,
        @Nullable YearMonth next,
        String metric,
        @Nullable String span,
        String frame,
        @Nullable String dark,
        String goalPath,
        MonthVerdict verdict,
        MonthCard card,
        MonthHeat heat,
        List<Row> compared,
        List<MonthLine> weeks,
        List<MonthLine> channels,
        MonthLevers levers,
        @Nullable MonthAnswer answer,
        List<Event> events,
        List<Trend.Mark> marks,
        boolean past,
        boolean running) {

    /** Nothing is known, planned or projected. */
    boolean empty() {
        return !card.toDate().known() && !card.goal().known() && !card.projection().known();
    }

    /** Another month, what it had brought, and by how much this one differs. */
    record Row(String label, String detail, @Nullable String span, Shown then, Shown change) {}

    /**
     * An event of the calendar.
     *
     * @param effect what it makes of an ordinary day; absence: nothing
     * @param past where its last time stands against the one before; absence: it had none
     */
    record Event(String days, String name, @Nullable String effect, @Nullable String past) {}

    /** What stands around the month. */
    record Around(
            Optional<LocalDate> dataThrough,
            YearMonth latest,
            DayOfWeek weekStart,
            CommercialCalendar calendar,
            List<Trend.Mark> marks) {}

    /** The address of rows of some days. */
    static String span(Days days) {
        return "from=" + days.from() + "&to=" + days.to();
    }

    /** Where the days of an event stand beside its last time. */
    static String beside(Metric metric, Days days) {
        return "/metric/" + metric.id() + "?" + span(days) + "&against=event";
    }

    /** Some days in words. */
    static String said(Days days, Words words) {
        return days.from().equals(days.to())
                ? words.date(days.from())
                : words.say("month.days", words.date(days.from()), words.date(days.to()));
    }

    /** Tells a month. */
    record Teller(MonthAccount account, Around around, Catalog catalog, Screen screen) {

        MonthView tell(MonthLevers levers, @Nullable MonthAnswer answer) {
            Metric metric = metric();
            Figures figures = screen.figures();
            MonthCurve curve =
                    MonthCurve.of(account.standing(), account.expected(), metric, figures);
            return new MonthView(
                    month(),
                    words().month(month()),
                    month().minusMonths(1),
                    month().isBefore(around.latest()) ? month().plusMonths(1) : null,
                    metric.id(),
                    account.stage() == Stage.AHEAD ? null : span(known()),
                    Frame.of(metric, around.dataThrough(), screen),
                    dark(),
                    "/goals?month=" + month() + "&metric=" + metric.id(),
                    MonthVerdict.of(account, metric, figures),
                    MonthCard.of(
                            month(),
                            account.standing(),
                            curve,
                            metric,
                            figures,
                            account.stage() == Stage.AHEAD ? null : known().to()),
                    MonthHeat.of(account, figures, metric, around.weekStart()),
                    List.of(
                            row("month.previous", account.previousMonth()),
                            row("month.last_year", account.lastYear())),
                    MonthLine.weeks(account, metric, figures),
                    MonthLine.channels(account, metric, figures),
                    levers,
                    answer,
                    account.events().stream().filter(this::isAhead).map(this::event).toList(),
                    around.marks(),
                    account.stage() == Stage.OVER,
                    account.stage() == Stage.RUNNING);
        }

        private Metric metric() {
            return catalog.of(account.outlook().metric());
        }

        private YearMonth month() {
            return account.outlook().month();
        }

        private Days known() {
            return new Days(month().atDay(1), account.outlook().asOf());
        }

        private @Nullable String dark() {
            boolean some = account.dark() > 0 && account.outlook().toDate().known().isPresent();
            return some ? words().say("month.dark", account.dark()) : null;
        }

        private Row row(String key, Compared other) {
            Figures figures = screen.figures();
            return new Row(
                    words().say(key),
                    said(other.days(), words()),
                    other.then().known().isPresent() ? span(other.days()) : null,
                    figures.value(other.then(), metric().unit()),
                    figures.change(other.now(), other.then(), metric()));
        }

        /** Of a month that is over, all of them. */
        private boolean isAhead(EventAhead one) {
            return account.stage() == Stage.OVER
                    || one.event().days().to().isAfter(account.outlook().asOf());
        }

        private Event event(EventAhead ahead) {
            EventDays event = ahead.event();
            BigDecimal effect = ahead.effect().subtract(BigDecimal.ONE);
            return new Event(
                    said(event.days(), words()),
                    words().say(event.event().textKey()),
                    effect.abs().compareTo(new BigDecimal("0.005")) < 0
                            ? null
                            : words().signedPercent(effect, 0),
                    past(event.days()));
        }

        private @Nullable String past(Days days) {
            Optional<Days> last =
                    days.to().isAfter(account.outlook().asOf())
                            ? Counterpart.EVENT.before(Preset.CUSTOM, days, around.calendar())
                            : Optional.of(days);
            return last.map(each -> beside(metric(), each)).orElse(null);
        }

        private Words words() {
            return screen.words();
        }
    }
}
