package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.routine.Closing;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What the first steps do: try a sample store, close the first day, let the sample go. */
@Controller
class FirstStepsPage {
    private final SampleStores samples;
    private final Closing closing;
    private final FirstStepsGuide guide;
    private final Audit audit;
    private final Clock clock;

    FirstStepsPage(
            SampleStores samples,
            Closing closing,
            FirstStepsGuide guide,
            Audit audit,
            Clock clock) {
        this.samples = samples;
        this.closing = closing;
        this.guide = guide;
        this.audit = audit;
        this.clock = clock;
    }

    @PostMapping("/stores/sample")
    @Access(Role.OWNER)
    String sample(Caller caller) {
        SampleStores.Opened opened = samples.open(caller);
        return "redirect:/s/" + opened.store() + "/import/" + opened.job();
    }

    @PostMapping("/s/{store}/sample/removal")
    @Access(Role.OWNER)
    String remove(Caller caller, Store store) {
        samples.remove(store, caller);
        guide.forget(store.id());
        return "redirect:/?done=sample_removed";
    }

    @PostMapping("/s/{store}/day/{date}/close")
    @Access(Role.MANAGER)
    String close(
            Caller caller,
            Store store,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date) {
        if (!date.isBefore(LocalDate.ofInstant(clock.instant(), store.zone()))) {
            throw new RotinaException(Problem.BAD_ARGUMENT, date);
        }
        audit.note(
                caller.name(),
                store.id(),
                "close",
                date + " " + closing.close(store, date).verdict());
        return "redirect:/s/" + store.id() + "/day/" + date + "?done=closed";
    }
}
