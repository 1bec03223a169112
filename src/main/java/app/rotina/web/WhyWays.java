package app.rotina.web;

import app.rotina.kernel.Days;
import app.rotina.routine.Against;
import app.rotina.routine.SpanWhy;
import app.rotina.web.WhyView.Choice;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the why page leads: other days, other comparisons, other dimensions. */
record WhyWays(Screen screen, WhyReading.Asking asking) {
    private static final int MOST_COMPARED = 8;

    LocalDate last() {
        return asking.yesterday();
    }

    boolean sharing() {
        return asking.sharing();
    }

    String previous() {
        return address(asking.address().of(moved(-1)));
    }

    /** Empty: they have not begun. */
    @Nullable String next() {
        Days after = moved(1);
        return after.to().isAfter(asking.yesterday()) ? null : address(asking.address().of(after));
    }

    private Days moved(int times) {
        Days days = asking.address().days();
        long by = (long) times * days.count();
        return new Days(days.from().plusDays(by), days.to().plusDays(by));
    }

    List<Choice> presets() {
        LocalDate last = asking.last();
        YearMonth month = YearMonth.from(last);
        return List.of(
                preset("day", Days.only(last)),
                preset("week", new Days(last.minusDays(6), last)),
                preset("month", new Days(month.atDay(1), last)),
                preset("last_month", Days.of(month.minusMonths(1))));
    }

    private Choice preset(String name, Days days) {
        return new Choice(
                screen.say("why.preset." + name),
                address(asking.address().of(days)),
                days.equals(asking.address().days()));
    }

    List<Choice> against() {
        return Stream.of(Against.values())
                .map(each ->
                        new Choice(
                                screen.say("why.against." + each.id()),
                                address(asking.address().heldTo(each)),
                                each == asking.address().against()))
                .toList();
    }

    String share() {
        return address(asking.address()) + "&share=true#share";
    }

    /** One of its tables as a file. */
    String export(String table) {
        return address(asking.address()).replaceFirst("/why\\?", "/why/export?") + "&of=" + table;
    }

    /** The dimensions that were looked along. */
    List<Choice> cuts(Why why) {
        Why.@Nullable Spread chosen = chosen(why);
        return why.spreads().stream()
                .map(spread ->
                        new Choice(
                                spread.label(),
                                address(asking.address().along(spread.dimension())) + "#cuts",
                                spread.equals(chosen)))
                .toList();
    }

    Why.@Nullable Spread chosen(Why why) {
        return why.spreads().stream()
                .filter(spread -> spread.dimension().equals(asking.address().by()))
                .findFirst()
                .or(() -> why.spreads().stream().findFirst())
                .orElse(null);
    }

    /** The days that these are held to, each a way to its own; of many none. */
    List<Choice> compared(SpanWhy told) {
        return told.compared().size() > MOST_COMPARED
                ? List.of()
                : told.compared().stream()
                        .map(day ->
                                new Choice(
                                        screen.words().date(day),
                                        screen.address("/day/" + day),
                                        false))
                        .toList();
    }

    private String address(WhyAddress other) {
        return screen.address(other.path());
    }
}
