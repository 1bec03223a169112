package app.rotina.web;

import app.rotina.access.Anyone;
import app.rotina.kernel.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** How this browser shows the pages: language, colours, numbers, keys. */
@Controller
class PreferencesPage {
    private static final String OWN_ADDRESS =
            "/([A-Za-z0-9_.~-]+(/[A-Za-z0-9_.~-]+)*)?(\\?[^\\s\\\\]*)?";

    /** What can be chosen, and what is. */
    record Line(String name, String chosen, List<String> choices) {}

    @GetMapping("/preferences")
    @Anyone
    ModelAndView show(Screen screen) {
        List<Line> lines =
                List.of(Preferences.THEME, Preferences.RISE, Preferences.NUMBERS, Preferences.KEYS)
                        .stream()
                        .map(name -> line(name, screen.preferences()))
                        .toList();
        return screen.show("preferences", lines);
    }

    @PostMapping("/preferences")
    @Anyone
    RedirectView change(
            @RequestParam Map<String, String> chosen,
            @RequestParam(defaultValue = "/") String back,
            HttpServletResponse response) {
        if (chosen.containsKey(Preferences.LANGUAGE)) {
            Locale wanted = Locale.forLanguageTag(chosen.get(Preferences.LANGUAGE));
            keep(Preferences.LANGUAGE, Texts.supported(wanted).toLanguageTag(), response);
        }
        for (String name : Preferences.names()) {
            String value = chosen.getOrDefault(name, "");
            if (Preferences.offers(name, value)) {
                keep(name, value, response);
            }
        }
        RedirectView next = new RedirectView(back.matches(OWN_ADDRESS) ? back : "/");
        next.setExpandUriTemplateVariables(false);
        return next;
    }

    private static Line line(String name, Preferences preferences) {
        return new Line(name, preferences.of(name), Preferences.choices(name));
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
