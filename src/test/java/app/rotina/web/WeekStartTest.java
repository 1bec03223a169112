package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WeekStartTest {
    @Test
    @DisplayName(
            "55: the weeks of the calendar and of every figure begin on Monday, or on the day a store chose")
    void turnsTheCalendarAndTheWeeksOfEveryFigure() {
        try (OwnerForTests owner = new OwnerForTests()) {
            owner.fillWithSample(OwnerForTests.STORE, 1_500);
            Page page = owner.open(OwnerForTests.STORE, "/month");
            assertThat(firstWeekday(page)).isEqualTo("Monday");
            owner.open(OwnerForTests.STORE, "/settings");
            page.selectOption("#week-start", "SUNDAY");
            page.click("main button.main");
            owner.open(OwnerForTests.STORE, "/month");
            assertThat(firstWeekday(page)).isEqualTo("Sunday");
            owner.open(OwnerForTests.STORE, "/metric/orders?span=last_28&grain=week");
            assertThat(beginnings(page)).isNotEmpty().containsOnly(DayOfWeek.SUNDAY);
        }
    }

    /** Of the points of the curve, without the first, which the span may begin within. */
    private static List<DayOfWeek> beginnings(Page page) {
        return page.locator(".trend tbody td.main a").all().stream()
                .skip(1)
                .map(link -> link.getAttribute("href").replaceAll(".*from=|&.*", ""))
                .map(day -> LocalDate.parse(day).getDayOfWeek())
                .toList();
    }

    private static String firstWeekday(Page page) {
        return page.locator(".heat thead abbr").first().getAttribute("title");
    }
}
