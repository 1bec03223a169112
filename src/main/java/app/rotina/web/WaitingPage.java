package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.kernel.Store;
import app.rotina.routine.TodayWork;
import app.rotina.state.Role;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The orders that waited to be shipped at the end of a day, and why. */
@Controller
class WaitingPage {
    private final TodayWork work;

    WaitingPage(TodayWork work) {
        this.work = work;
    }

    @GetMapping("/s/{store}/waiting/{date}")
    @Access(Role.VIEWER)
    ModelAndView show(
            Screen screen,
            Store store,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date,
            @RequestParam(defaultValue = "") String cause) {
        return screen.show(
                "waiting",
                WaitingView.of(
                        screen,
                        new WaitingView.Asked(date, cause),
                        work.of(store, date),
                        work.waiting(store, date, cause)));
    }
}
