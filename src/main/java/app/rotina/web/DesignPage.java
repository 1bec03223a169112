package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.state.Role;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Every component with sample values, in the theme and language of who looks; for developers. */
@Controller
class DesignPage {
    /** Colours that are used as surfaces, lines and marks. */
    static final List<String> COLOURS =
            List.of(
                    "ground",
                    "surface",
                    "raised",
                    "line",
                    "line-strong",
                    "quiet",
                    "text",
                    "accent",
                    "accent-tint",
                    "gain",
                    "loss",
                    "ok",
                    "bad",
                    "warn");

    @GetMapping("/design")
    @Access(Role.VIEWER)
    ModelAndView show(Screen screen) {
        return screen.show("design", DesignSamples.of(screen.words()));
    }
}
