package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class WeekStartTest {
    @Test
    void turnsTheCalendarOfTheMonth() {
        try (OwnerForTests owner = new OwnerForTests()) {
            owner.fillWithSample(OwnerForTests.STORE, 1_500);
            Page page = owner.open(OwnerForTests.STORE, "/month");
            assertThat(firstWeekday(page)).isEqualTo("Monday");
            owner.open(OwnerForTests.STORE, "/settings");
            page.selectOption("#week-start", "SUNDAY");
            page.click("main button.main");
            owner.open(OwnerForTests.STORE, "/month");
            assertThat(firstWeekday(page)).isEqualTo("Sunday");
        }
    }

    private static String firstWeekday(Page page) {
        return page.locator(".heat thead abbr").first().getAttribute("title");
    }
}
