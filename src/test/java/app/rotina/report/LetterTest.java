package app.rotina.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.report.Letter.Item;
import app.rotina.report.Letter.Links;
import app.rotina.report.Letter.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent, whatever names it has to carry. */
class LetterTest {
    private static final String HOSTILE =
            "Loja <img src=x onerror=alert(1)> \u202Etxt.exe\r\nBcc: all@example.org \"'&";

    @Test
    void leavesNamesInert() {
        String html = letter().html();
        assertThat(html)
                .contains("&lt;img src=x", "<bdi>", "prefers-color-scheme: dark")
                .doesNotContain("<img", "\u202E", "<script", "<link", "url(", "src=\"");
    }

    @Test
    void hasASubjectOfOneLine() {
        assertThat(letter().subject()).doesNotContain("\r", "\n", "\u202E").contains("Bcc: all");
    }

    @Test
    void saysInPlainTextWhatItSaysInHtml() {
        String text = letter().text();
        assertThat(text)
                .contains(
                        "Missed: Short by R$ 1.200",
                        "- Conversion: −R$ 900",
                        "  since Monday",
                        "See the day: https://rotina.example.com/s/a/day/2026-03-09");
        assertThat(text.lines()).noneMatch(line -> line.startsWith("Bcc:"));
    }

    @Test
    void hasNoLinksWhereNobodySaidWhereItIsFound() {
        Letter known = letter();
        Letter bare =
                new Letter(
                        known.language(),
                        known.redIsUp(),
                        known.subject(),
                        known.store(),
                        known.when(),
                        known.kind(),
                        known.label(),
                        known.sentence(),
                        known.details(),
                        known.parts(),
                        known.frame(),
                        null);
        assertThat(bare.html()).doesNotContain("href");
        assertThat(bare.text()).doesNotContain("http");
    }

    private static Letter letter() {
        return new Letter(
                "en",
                false,
                HOSTILE,
                HOSTILE,
                "Mon, 9 Mar 2026",
                "missed",
                "Missed",
                "Short by R$ 1.200",
                List.of(HOSTILE),
                List.of(
                        new Part(
                                "Why",
                                List.of(
                                        new Item("Conversion", "since Monday", "−R$ 900", "loss"),
                                        new Item(HOSTILE, "", "", "even")))),
                "Net revenue, store time",
                new Links(
                        "https://rotina.example.com/s/a/day/2026-03-09",
                        "See the day",
                        "https://rotina.example.com/s/a/reach",
                        "Choose"));
    }
}
