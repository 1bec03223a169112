package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Audit;
import app.rotina.state.Notices;
import app.rotina.state.Person;
import app.rotina.state.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Changes that people of a store have to know of, and who has read them. */
@Controller
class BulletinPage implements Page {
    private final BulletinReading reading;
    private final Notices notices;
    private final Audit audit;

    BulletinPage(BulletinReading reading, Notices notices, Audit audit) {
        this.reading = reading;
        this.notices = notices;
        this.audit = audit;
    }

    @Override
    public Entry entry() {
        return new Entry(Group.DAY, 60, "bulletin", "/bulletin", Role.VIEWER);
    }

    @GetMapping("/s/{store}/bulletin")
    @Access(Role.VIEWER)
    ModelAndView show(Screen screen) {
        return screen.show("bulletin", reading.view(screen));
    }

    /** What was typed; no job: it is for everybody. */
    record Typed(@Nullable String title, @Nullable String text, @Nullable List<String> job) {
        Notices.Draft draft() {
            return Notices.Draft.of(title, text, job);
        }
    }

    @PostMapping("/s/{store}/bulletin")
    @Access(Role.MANAGER)
    ModelAndView add(Screen screen, Caller caller, Store store, Typed typed) {
        try {
            Notices.Notice notice = notices.add(store.id(), typed.draft(), caller.name());
            audit.note(caller.name(), store.id(), "notice", notice.id() + " " + notice.title());
            return to(screen, "?done=notice");
        } catch (RotinaException e) {
            return screen.refuse("bulletin", reading.view(screen), e);
        }
    }

    /** Whoever reads it says so for themselves; the command line is nobody. */
    @PostMapping("/s/{store}/bulletin/{notice}/receipt")
    @Access(Role.VIEWER)
    ModelAndView read(
            Screen screen,
            Caller caller,
            Store store,
            @PathVariable long notice,
            @RequestParam(defaultValue = "") String back) {
        @Nullable Person person = caller.person();
        if (person == null) {
            throw new RotinaException(Problem.NOT_ALLOWED);
        }
        notices.read(store.id(), notice, person);
        return back.equals("today")
                ? new ModelAndView("redirect:" + screen.address("?done=notice_read"))
                : to(screen, "?done=notice_read");
    }

    @PostMapping("/s/{store}/bulletin/{notice}/removal")
    @Access(Role.MANAGER)
    ModelAndView remove(Screen screen, Caller caller, Store store, @PathVariable long notice) {
        notices.remove(store.id(), notice);
        audit.note(caller.name(), store.id(), "notice.remove", String.valueOf(notice));
        return to(screen, "?done=notice_removed&undo=/bulletin/" + notice + "/restoration");
    }

    @PostMapping("/s/{store}/bulletin/{notice}/restoration")
    @Access(Role.MANAGER)
    ModelAndView restore(Screen screen, Caller caller, Store store, @PathVariable long notice) {
        notices.restore(store.id(), notice);
        audit.note(caller.name(), store.id(), "notice.restore", String.valueOf(notice));
        return to(screen, "?done=restored");
    }

    private static ModelAndView to(Screen screen, String query) {
        return new ModelAndView("redirect:" + screen.address("/bulletin" + query));
    }
}
