package app.rotina.web;

import app.rotina.access.Anyone;
import app.rotina.kernel.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Language and theme of this browser, kept in cookies. */
@Controller
class PreferencesPage {

    @PostMapping("/preferences")
    @Anyone
    String change(
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(defaultValue = "/") String back,
            HttpServletResponse response) {
        if (language != null) {
            Locale supported = Texts.supported(Locale.forLanguageTag(language));
            keep(Screens.LANGUAGE, supported.toLanguageTag(), response);
        }
        if (theme != null && Screens.THEMES.contains(theme)) {
            keep(Screens.THEME, theme, response);
        }
        return "redirect:" + (back.matches("/[a-z0-9/-]*") && !back.contains("//") ? back : "/");
    }

    private static void keep(String name, String value, HttpServletResponse response) {
        ResponseCookie cookie =
                ResponseCookie.from(name, value)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
