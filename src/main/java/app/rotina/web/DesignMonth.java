package app.rotina.web;

import app.rotina.report.MonthShape.Point;
import app.rotina.web.MonthCurve.Tick;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An invented month as a curve and as a calendar; it begins on a Tuesday and has 28 days. */
record DesignMonth(MonthCard card, MonthHeat heat) {
    private static final YearMonth MONTH = YearMonth.of(2033, 2);
    private static final List<Integer> REACHED =
            List.of(112, 96, 64, 88, 141, 103, 99, 100, 71, 58, 133, 108, 92, 117, 84, 105);

    static DesignMonth of(Words words, Currency currency) {
        return new DesignMonth(card(words, currency), heat(words));
    }

    private static MonthCard card(Words words, Currency currency) {
        return new MonthCard(
                MONTH,
                words.month(MONTH),
                money("551711.22", words, currency),
                money("898000.00", words, currency),
                null,
                money("912437.43", words, currency),
                null,
                null,
                null,
                money("20735.99", words, currency),
                money("38476.53", words, currency),
                curve(words, currency),
                "net_revenue",
                null);
    }

    private static MonthCurve curve(Words words, Currency currency) {
        BigDecimal goal = new BigDecimal("12");
        return new MonthCurve(
                "M0 97L33 70L66 42L100 12",
                "M0 96L20 78L40 63L57 41",
                "M0 96L20 78L40 63L57 41L57 100L0 100Z",
                "M57 41L100 9",
                "M57 41L100 3L100 17Z",
                new Point(new BigDecimal("57"), new BigDecimal("41")),
                List.of(
                        new Tick(goal, words.shortMoney(new BigDecimal("898000"), currency)),
                        new Tick(
                                new BigDecimal("55"),
                                words.shortMoney(new BigDecimal("449000"), currency))),
                List.of(
                        new Tick(BigDecimal.ZERO, "1"),
                        new Tick(new BigDecimal("33"), "10"),
                        new Tick(new BigDecimal("66"), "19")),
                List.of());
    }

    private static MonthHeat heat(Words words) {
        List<MonthHeat.Cell> cells =
                new ArrayList<>(List.of(new MonthHeat.Cell("", null, null, "", "", "", false)));
        for (int day = 1; day <= MONTH.lengthOfMonth(); day++) {
            cells.add(cell(day, words));
        }
        while (cells.size() % 7 != 0) {
            cells.add(cells.getFirst());
        }
        return new MonthHeat(
                Stream.of(DayOfWeek.values()).map(day -> weekday(day, words)).toList(),
                IntStream.range(0, cells.size() / 7)
                        .mapToObj(week -> cells.subList(7 * week, 7 * week + 7))
                        .toList(),
                "month.heat.target",
                "");
    }

    private static MonthHeat.Weekday weekday(DayOfWeek day, Words words) {
        return new MonthHeat.Weekday(
                day.getDisplayName(TextStyle.SHORT_STANDALONE, words.locale()),
                day.getDisplayName(TextStyle.FULL_STANDALONE, words.locale()));
    }

    private static MonthHeat.Cell cell(int day, Words words) {
        String number = words.count(day);
        if (day > REACHED.size()) {
            return new MonthHeat.Cell(number, null, null, "", number, "ahead", day == 20);
        }
        int reached = REACHED.get(day - 1);
        String ratio = words.percent(BigDecimal.valueOf(reached, 2), 0);
        return new MonthHeat.Cell(
                number, null, ratio, ratio, number + ": " + ratio, shade(reached), day == 5);
    }

    private static String shade(int reached) {
        if (reached >= 100) {
            return reached >= 130 ? "high-2" : "high-1";
        }
        return reached < 70 ? "low-2" : "low-1";
    }

    private static Shown money(String amount, Words words, Currency currency) {
        return Shown.plain(words.money(new BigDecimal(amount), currency));
    }
}
