package app.rotina.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrowsersTest {
    @Test
    void namesABrowserAndItsSystem() {
        assertThat(
                        Browsers.name(
                                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"))
                .isEqualTo("Firefox, Linux");
        assertThat(
                        Browsers.name(
                                "Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko)"
                                        + " Chrome/140.0.0.0 Mobile Safari/537.36"))
                .isEqualTo("Chrome, Android");
        assertThat(
                        Browsers.name(
                                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)"
                                        + " AppleWebKit/605.1.15 Version/18.5 Mobile Safari/604.1"))
                .isEqualTo("Safari, iPhone");
        assertThat(
                        Browsers.name(
                                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36"
                                        + " Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0"))
                .isEqualTo("Edge, Windows");
    }

    @Test
    void saysNothingOfAProgramItDoesNotKnow() {
        assertThat(Browsers.name("curl/8.14.1")).isEmpty();
        assertThat(Browsers.name(null)).isEmpty();
    }
}
