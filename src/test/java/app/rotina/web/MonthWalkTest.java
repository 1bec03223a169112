package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The month of a shop that sells every day, as its owner walks through it on a phone and a desk.
 */
class MonthWalkTest {
    private static final YearMonth MONTH = ShopkeeperForTests.month().minusMonths(1);

    @TempDir private static Path folder;
    private static ShopkeeperForTests shop;

    @BeforeAll
    static void start() {
        shop = new ShopkeeperForTests(folder, 120);
        shop.want(MONTH.plusMonths(1), "9000.00");
    }

    @AfterAll
    static void stop() {
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    void tellsAMonthThatIsOverAndOneThatIsNot() {
        Page page = shop.open("/month/" + MONTH);
        assertThat(page.textContent(".sentence")).startsWith("Closed at R$");
        assertThat(page.locator("#what-if").count()).isZero();
        shop.check(page);
        page.click("a[rel=next]");
        assertThat(page.url()).endsWith("/month/" + MONTH.plusMonths(1));
        shop.check(page);
        page.click("a[rel=next]");
        assertThat(page.locator("a[rel=next]").count()).isZero();
        shop.check(page);
        for (String language : List.of("pt-BR", "zh-CN", "en")) {
            shop.read(language);
            shop.check(shop.open("/month"));
        }
        assertThat(shop.owner().complaints()).isEmpty();
    }

    @Test
    void worksAScenarioOutWhileItIsTyped() {
        Page page = shop.open("/month/" + MONTH.plusMonths(1));
        page.fill("[name='orders.by']", "10");
        Locator answer = page.locator("[data-answer] .answer");
        PlaywrightAssertions.assertThat(answer).containsText("If this holds");
        assertThat(page.url()).endsWith("?orders.by=10");
        String told = answer.textContent();
        assertThat(page.locator("[data-answer] tr").count()).isEqualTo(2);
        shop.check(page);
        page.reload();
        assertThat(page.textContent("[data-answer] .answer")).isEqualTo(told);
        page.fill("[name='orders.by']", "ten");
        PlaywrightAssertions.assertThat(page.locator("[data-answer] .note-error"))
                .containsText("“ten” for Orders is not clear");
        assertThat(shop.owner().complaints()).hasSize(1).first().asString().contains("400");
    }

    @Test
    void answersAScenarioWithoutAnyScript() {
        try (BrowserContext plain = shop.owner().browserWithoutScript()) {
            Page page = shop.openWithoutScript(plain, "/month/" + MONTH.plusMonths(1));
            page.fill("[name='average_order_value.to']", "200.00");
            page.click("#what-if button");
            assertThat(page.textContent("[data-answer] .answer")).startsWith("If this holds");
            assertThat(page.inputValue("[name='average_order_value.to']")).isEqualTo("200.00");
        }
    }

    @Test
    void keepsTheCurveAsAPicture() throws IOException {
        Page page = shop.open("/month/" + MONTH);
        Download picture = page.waitForDownload(() -> page.click("[data-draw]"));
        assertThat(picture.suggestedFilename()).endsWith(".png");
        BufferedImage drawn = ImageIO.read(picture.path().toFile());
        assertThat(drawn.getWidth()).isGreaterThan(500);
        assertThat(colours(drawn)).as("lines and words, not the ground alone").isGreaterThan(20);
        assertThat(shop.owner().complaints()).isEmpty();
    }

    private static long colours(BufferedImage drawn) {
        return Arrays.stream(
                        drawn.getRGB(
                                0,
                                0,
                                drawn.getWidth(),
                                drawn.getHeight(),
                                null,
                                0,
                                drawn.getWidth()))
                .distinct()
                .count();
    }

    @Test
    void leadsFromADayToItsPage() {
        Page page = shop.open("/month/" + MONTH);
        LocalDate day = MONTH.atDay(12);
        page.click(".heat a[href$='/day/" + day + "']");
        assertThat(page.url()).endsWith("/day/" + day);
    }
}
