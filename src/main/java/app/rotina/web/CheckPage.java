package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.routine.checks.Arranging;
import app.rotina.routine.checks.CheckWish;
import app.rotina.routine.checks.Photos;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How one check went, and how the store wants it done. */
@Controller
class CheckPage {
    private final CheckReading reading;
    private final Arranging arranging;
    private final Photos photos;
    private final Audit audit;

    CheckPage(CheckReading reading, Arranging arranging, Photos photos, Audit audit) {
        this.reading = reading;
        this.arranging = arranging;
        this.photos = photos;
        this.audit = audit;
    }

    @GetMapping("/s/{store}/routine/{check}")
    @Access(Role.VIEWER)
    ModelAndView show(
            Screen screen,
            @PathVariable String check,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate day) {
        return screen.show("check", reading.view(screen, check, day));
    }

    /** How it is wanted; what is empty is as its pack says. */
    record Typing(
            @Nullable String job,
            @Nullable String cadence,
            @DateTimeFormat(iso = ISO.TIME) @Nullable LocalTime at,
            @Nullable String severity,
            @Nullable String least,
            @Nullable String share,
            @Nullable String name,
            @Nullable String look,
            @Nullable String todo,
            @Nullable String own,
            @Nullable List<String> asks,
            @Nullable String pack,
            @Nullable String metric,
            @Nullable String by) {

        CheckWish wish(Words words) {
            return new CheckWish(
                    job,
                    cadence,
                    at,
                    severity,
                    least(words),
                    name,
                    look,
                    todo,
                    own == null ? null : Objects.requireNonNullElse(asks, List.of()),
                    pack,
                    metric,
                    by);
        }

        private @Nullable BigDecimal least(Words words) {
            if (least == null || least.isBlank()) {
                return null;
            }
            BigDecimal typed =
                    Typed.number(
                            words.say(share == null ? "routine.least" : "routine.least.share"),
                            least,
                            words);
            return share == null ? typed : typed.movePointLeft(2);
        }

        Arranging.OwnWish added() {
            return new Arranging.OwnWish(name, look, job, cadence, at, asks, pack, metric, by);
        }
    }

    /** Another person, rhythm, name or limit. */
    @PostMapping("/s/{store}/routine/{check}/change")
    @Access(Role.MANAGER)
    ModelAndView change(
            Screen screen, Caller caller, Store store, @PathVariable String check, Typing typed) {
        try {
            long change = arranging.change(store, check, typed.wish(screen.words()));
            audit.note(caller.name(), store.id(), "check.change", check);
            return to(screen, check, "?done=check_changed&undo=" + undo(change));
        } catch (RotinaException e) {
            return screen.refuse("check", reading.view(screen, check, null), e);
        }
    }

    /** Does without it. */
    @PostMapping("/s/{store}/routine/{check}/left_out")
    @Access(Role.MANAGER)
    ModelAndView leaveOut(Screen screen, Caller caller, Store store, @PathVariable String check) {
        long change = arranging.leaveOut(store, check);
        audit.note(caller.name(), store.id(), "check.leave_out", check);
        return to(screen, "packs", "?done=check_left_out&undo=" + undo(change));
    }

    /** Looks at it again. */
    @PostMapping("/s/{store}/routine/{check}/back")
    @Access(Role.MANAGER)
    ModelAndView bringBack(Screen screen, Caller caller, Store store, @PathVariable String check) {
        long change = arranging.bringBack(store, check);
        audit.note(caller.name(), store.id(), "check.bring_back", check);
        return to(screen, "packs", "?done=check_back&undo=" + undo(change));
    }

    /** Takes a change back; the one before it counts again. */
    @PostMapping("/s/{store}/routine/changes/{change}/restoration")
    @Access(Role.MANAGER)
    ModelAndView takeBack(Screen screen, Caller caller, Store store, @PathVariable long change) {
        arranging.takeBack(store, change);
        audit.note(caller.name(), store.id(), "check.change_back", String.valueOf(change));
        return to(screen, "packs", "?done=restored");
    }

    private static String undo(long change) {
        return "/routine/changes/" + change + "/restoration";
    }

    @PostMapping("/s/{store}/routine/{check}/silence")
    @Access(Role.MANAGER)
    ModelAndView mute(
            Screen screen,
            Caller caller,
            Store store,
            @PathVariable String check,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String why) {
        try {
            long id =
                    arranging.mute(store, check, new Arranging.Silence(until, why), caller.name());
            audit.note(caller.name(), store.id(), "check.mute", check);
            return to(
                    screen,
                    check,
                    "?done=check_muted&undo=/routine/silences/" + id + "/restoration");
        } catch (RotinaException e) {
            return screen.refuse("check", reading.view(screen, check, null), e);
        }
    }

    @PostMapping("/s/{store}/routine/{check}/photos/{date}/{photo}/removal")
    @Access(Role.MEMBER)
    ModelAndView removePhoto(
            Screen screen,
            Caller caller,
            @PathVariable String check,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date,
            @PathVariable long photo) {
        photos.remove(screen.store(), check, date, photo);
        audit.note(caller.name(), screen.store().id(), "check.photo_remove", photo + " " + check);
        String undo = "/routine/%s/photos/%s/%d/restoration".formatted(check, date, photo);
        return to(screen, check, "?day=" + date + "&done=photo_removed&undo=" + undo + "#photos");
    }

    @PostMapping("/s/{store}/routine/{check}/photos/{date}/{photo}/restoration")
    @Access(Role.MEMBER)
    ModelAndView restorePhoto(
            Screen screen,
            Caller caller,
            @PathVariable String check,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date,
            @PathVariable long photo) {
        photos.restore(screen.store(), check, date, photo);
        audit.note(caller.name(), screen.store().id(), "check.photo_restore", photo + " " + check);
        return to(screen, check, "?day=" + date + "&done=restored#photos");
    }

    /** Ends a silence. */
    @PostMapping("/s/{store}/routine/silences/{mute}/restoration")
    @Access(Role.MANAGER)
    ModelAndView lift(Screen screen, Caller caller, Store store, @PathVariable long mute) {
        arranging.lift(store, mute);
        audit.note(caller.name(), store.id(), "check.unmute", String.valueOf(mute));
        return new ModelAndView("redirect:" + screen.address("/routine?done=restored"));
    }

    private static ModelAndView to(Screen screen, String check, String query) {
        return new ModelAndView("redirect:" + screen.address("/routine/" + check + query));
    }
}
